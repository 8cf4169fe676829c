/** Escape puts away what a bar or a holiday says of itself, until one goes on to another. */
export function planner(chart: HTMLElement): void {
  const speak = () => chart.removeAttribute("data-quiet");
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") chart.dataset.quiet = "";
  });
  chart.addEventListener("focusin", speak);
  chart.addEventListener("mouseover", ({ target }) => {
    if (target instanceof Element && target.closest("a")) speak();
  });
}
