/**
 * While marks are set: says how many are set. A click fills the whole sheet, and exceptions are set before it is saved.
 */
export function attendanceSheet(sheet: HTMLElement): void {
  const marked = sheet.querySelector<HTMLElement>("[data-text]");
  const recount = () => {
    const count = sheet.querySelectorAll("input[type=radio]:checked").length;
    if (marked) marked.textContent = (marked.dataset.text ?? "").replace("{marked}", String(count));
  };
  sheet.addEventListener("change", recount);
  sheet.querySelector("button[name=everybody]")?.addEventListener("click", (event) => {
    event.preventDefault();
    for (const radio of sheet.querySelectorAll<HTMLInputElement>("input[value=present]")) radio.checked = true;
    recount();
  });
  // a browser may bring back what was marked before the page was left
  recount();
}
