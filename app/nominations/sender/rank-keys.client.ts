/** Alt and an arrow move the nominee in whose row one is, by the button that is there for it. */
export function rankKeys(part: HTMLElement): void {
  const hint = part.querySelector<HTMLElement>(".hint");
  if (hint) hint.hidden = false;
  let isSent = false;
  part.addEventListener("keydown", (event) => {
    const { altKey, ctrlKey, metaKey, shiftKey, key, target } = event;
    if (!altKey || ctrlKey || metaKey || shiftKey || (key !== "ArrowUp" && key !== "ArrowDown")) return;
    const row = target instanceof Element ? target.closest("[data-nominee]") : null;
    if (!row) return;
    event.preventDefault();
    // one press moves by one place: the page that it brings takes the next
    const button = row.querySelector<HTMLButtonElement>(`[aria-keyshortcuts="Alt+${key}"]`);
    if (isSent || !button?.form) return;
    isSent = true;
    button.form.requestSubmit(button);
  });
}
