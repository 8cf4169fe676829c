import { fold } from "#app/i18n/fold.ts";

/**
 * Looks in a long list of boxes while one types: those whose words are not found are hidden, and stay as they are.
 * Without it the whole list is there.
 */
export function boxFilter(part: HTMLElement): void {
  const field = part.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return;
  part.hidden = false;
  // as our own page has written them, by the value of the box
  const words: Record<string, string> = JSON.parse(part.dataset.words ?? "{}");
  const boxes = [...(part.closest("fieldset")?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  field.addEventListener("input", () => {
    const typed = fold(field.value).split(/\s+/).filter(Boolean);
    for (const box of boxes) {
      const label = box.closest("label");
      const own = fold(words[box.value] ?? "");
      if (label) label.hidden = !typed.every((word) => own.includes(word));
    }
  });
  // a search is no answer to the form
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
