export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const unfit = ["submit", "button", "reset", "file", "password"];

/** What a form sends, without passwords and without what only its door reads. */
export const controlsIn = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName) &&
      !unfit.includes((element as Control).type) &&
      !["", "key", "kept", "part"].includes((element as Control).name),
  );

/** Whether a box is ticked, or one of several chosen, by itself and not by its value. */
export const isTicked = (control: Control): control is HTMLInputElement => /^(checkbox|radio)$/.test(control.type);

/** Whether somebody has changed it since the page was written. */
export function isChanged(control: Control): boolean {
  if (isTicked(control)) return control.checked !== control.defaultChecked;
  if ("options" in control) return isOtherChosen([...control.options]);
  return control.type !== "hidden" && control.value !== control.defaultValue;
}

/** Where the page names no choice, a browser takes the first. */
function isOtherChosen(options: HTMLOptionElement[]): boolean {
  const named = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
  return named !== undefined && !named.selected;
}
