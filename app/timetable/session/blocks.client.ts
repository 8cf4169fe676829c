/** A block that is pressed is filled in: what else has been typed stays. */
export function sessionBlocks(nav: HTMLElement): void {
  const form = nav.closest("form");
  nav.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest("a");
    if (!link || !form || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { starts = "", ends = "" } = link.dataset;
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    field("startsTime").value = starts;
    field("endsTime").value = ends;
    field("endsTime").dispatchEvent(new Event("input", { bubbles: true }));
  });
}
