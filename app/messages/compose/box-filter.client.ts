import { fold } from "#app/i18n/fold.ts";

/**
 * Looks in a long list of boxes while one types: those whose words are not found are hidden, and stay as they are.
 * Without it the whole list is there.
 */
export function boxFilter(part: HTMLElement): void {
  const field = part.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return;
  part.hidden = false;
  const boxes = [...(part.parentElement?.querySelectorAll<HTMLElement>("[data-words]") ?? [])];
  const words = new Map(boxes.map((box) => [box, fold(box.dataset.words ?? "")]));
  field.addEventListener("input", () => {
    const typed = fold(field.value).split(/\s+/).filter(Boolean);
    for (const box of boxes) box.hidden = !typed.every((word) => words.get(box)?.includes(word));
  });
  // a search is no answer to the form
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
