const key = "/";

/** What is remembered in this browser where its reader has turned the key off. */
const memory = "searchKey";
const isOff = () => localStorage.getItem(memory) === "off";

/** Everywhere on a page: the key leads to the search, unless one types somewhere. */
export function searchKey(search: HTMLElement): void {
  const field = search.querySelector<HTMLInputElement>("input[type=search]");
  const link = search.querySelector<HTMLAnchorElement>("a");
  document.addEventListener("keydown", (event) => {
    if (event.key !== key || event.defaultPrevented || isWithAnother(event) || isTyping(event.target) || isOff())
      return;
    event.preventDefault();
    // where there is no room for the field, a link stands in its place
    if (field?.checkVisibility()) field.select();
    else link?.click();
  });
  if (search.dataset.begin !== undefined) field?.focus();
}

const isWithAnother = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) =>
  ctrlKey || metaKey || altKey || isComposing;

/** A button or a radio takes no text. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=submit], [type=button])"));

/** Says whether the key works, and turns it off and on. */
export function searchKeySwitch(part: HTMLElement): void {
  const text = part.querySelector("p");
  const button = part.querySelector("button");
  if (!text || !button) return;
  const show = () => {
    const state = isOff() ? "off" : "on";
    text.textContent = part.dataset[state] ?? "";
    button.textContent = button.dataset[state] ?? "";
  };
  button.addEventListener("click", () => {
    localStorage.setItem(memory, isOff() ? "on" : "off");
    show();
  });
  show();
  part.hidden = false;
}
