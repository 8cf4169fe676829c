import { bringBack, carryAlong } from "./carried-text.ts";
import { controlsIn, isChanged } from "./controls.ts";

/**
 * Warns before a form is left while something in it is not saved. Another language takes along what was typed.
 * The listener is there only meanwhile: with it, some browsers do not keep a page for going back to.
 */
export function unsavedText(part: HTMLElement): void {
  const form = part.closest("form");
  if (!form) return;
  // what came back to be corrected is saved nowhere, though nobody has changed it since
  const isReturned = part.dataset.returned !== undefined;
  let isOnItsWay = false;
  const isUnsaved = () => !isOnItsWay && (isReturned || controlsIn(form).some(isChanged));
  const warn = (event: Event) => event.preventDefault();
  const watch = () => (isUnsaved() ? addEventListener : removeEventListener)("beforeunload", warn);
  const leave = (isLeaving: boolean) => {
    isOnItsWay = isLeaving;
    watch();
  };

  // whoever goes on typing has not left: the answer did not come, or was stopped
  for (const type of ["input", "change", "click"]) form.addEventListener(type, () => leave(false));
  form.addEventListener("submit", () => leave(true));
  // back from the page that the form has led to
  addEventListener("pageshow", () => leave(false));
  document.addEventListener("click", (event) => {
    if (leadsToLanguage(event) && isUnsaved() && carryAlong(form, isReturned)) leave(true);
  });
  bringBack(form);
  watch();
}

/** A plain click on a link of the language switch: another one would open beside this page, which stays. */
function leadsToLanguage(event: MouseEvent): boolean {
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  return isPlain && event.target instanceof Element && event.target.closest("a[hreflang]") !== null;
}
