import { type DayWords, dayInWords } from "#app/time/day-in-words.ts";

/** While a date is chosen: which day that is, in words. A browser shows dates in its own language's order. */
export function dateInWords(output: HTMLElement): void {
  const field = document.getElementById(output.getAttribute("for") ?? "");
  // as our own page has written them
  const words: DayWords = JSON.parse(output.dataset.words ?? "{}");
  field?.addEventListener("input", () => {
    output.textContent = dayInWords((field as HTMLInputElement).value, words);
  });
}
