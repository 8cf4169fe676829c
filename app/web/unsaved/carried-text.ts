import { type Control, controlsIn, isChanged, isTicked } from "./controls.ts";

/** What was typed into one control; of a box its value says which of several it is. */
type Typed = { name: string; value: string; isOn: boolean };

/** For the one navigation: whatever is found later has been left behind by another. */
const mostMs = 60_000;

/** The same form of the same page, whatever its language. */
function placeOf(form: HTMLFormElement): string {
  const part = form.elements.namedItem("part");
  const name = part instanceof HTMLInputElement ? part.value : "";
  return `unsaved ${location.pathname.replace(/^\/[^/]+/, "")}${location.search} ${name}`;
}

/**
 * Lays aside what was typed, for the next page of this tab, and with it what the form says of what it has seen.
 * @param isWhole also what nobody has changed since the form came back
 * @returns false where the browser does not let us
 */
export function carryAlong(form: HTMLFormElement, isWhole: boolean): boolean {
  const typed = controlsIn(form)
    .filter((control) => isWhole || isChanged(control) || control.type === "hidden")
    .map(
      (control): Typed => ({ name: control.name, value: control.value, isOn: isTicked(control) && control.checked }),
    );
  try {
    sessionStorage.setItem(placeOf(form), JSON.stringify({ at: Date.now(), typed }));
    return true;
  } catch {
    return false;
  }
}

/** Fills in what was laid aside for this form, and tells whoever listens. */
export function bringBack(form: HTMLFormElement): void {
  const controls = controlsIn(form);
  let last: Control | undefined;
  for (const typed of takeAside(form))
    for (const control of controls.filter((one) => isMeant(one, typed))) {
      if (isTicked(control)) control.checked = typed.isOn;
      else control.value = typed.value;
      last = control;
    }
  for (const type of ["input", "change"]) last?.dispatchEvent(new Event(type, { bubbles: true }));
}

const isMeant = (control: Control, { name, value }: Typed) =>
  control.name === name && (!isTicked(control) || control.value === value);

function takeAside(form: HTMLFormElement): Typed[] {
  try {
    const aside = sessionStorage.getItem(placeOf(form));
    sessionStorage.removeItem(placeOf(form));
    const { at, typed } = JSON.parse(aside ?? "{}") as { at?: number; typed?: Typed[] };
    return Date.now() - (at ?? 0) < mostMs ? (typed ?? []) : [];
  } catch {
    return [];
  }
}
