/** Prints the page as it stands. */
export function printButton(button: HTMLElement): void {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
