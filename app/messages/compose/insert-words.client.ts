/** Buttons that write a placeholder where one types. Without them the words stand there to be typed. */
export function insertWords(part: HTMLElement): void {
  const area = document.getElementById(part.dataset.field ?? "");
  if (!(area instanceof HTMLTextAreaElement)) return;
  part.hidden = false;
  for (const button of part.querySelectorAll<HTMLButtonElement>("button")) {
    button.addEventListener("click", () => {
      area.setRangeText(button.value, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.focus();
    });
  }
}
