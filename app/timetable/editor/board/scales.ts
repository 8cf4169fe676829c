import type { LocalDate } from "#app/time/wall-time.ts";
import { foldText, hourText, instantIn } from "#app/timetable/grid/layout/column-hours.ts";
import { type Hours, heightOf, linesOf } from "#app/timetable/grid/layout/hours.rules.ts";
import { otherHour } from "#app/timetable/grid/words/block-text.ts";
import type { GridWords } from "#app/timetable/grid/words/grid-words.ts";

type Axis = { day: LocalDate | undefined; words: GridWords };

/** Lines and both scales anew: a session before eight or after midnight makes room for itself. */
export function drawScales(root: HTMLElement, hours: Hours, { day = "2026-01-01", words }: Axis): void {
  const timetable = root.querySelector<HTMLElement>(".timetable");
  timetable?.style.setProperty("--eh", String(heightOf(hours.to, hours)));
  timetable?.style.setProperty("--em", "0");
  const lines = linesOf(hours);
  const there = (minute: number) => {
    const at = instantIn(day, minute, words.zone);
    return at ? otherHour(at, day, words.other) : "";
  };
  const marked = (name: "span" | "i", minute: number, text = "") => {
    const mark = element(name, text);
    mark.style.setProperty("--sh", String(heightOf(minute, hours)));
    mark.style.setProperty("--sm", "0");
    return mark;
  };
  const scaleOf = (side: string) => root.querySelector(`.timetable-scale[data-side=${side}]`);
  scaleOf("here")?.replaceChildren(...lines.map((minute) => marked("span", minute, hourText(minute))));
  scaleOf("there")?.replaceChildren(...lines.map((minute) => marked("span", minute, there(minute))));
  const rules = lines.map((minute) => {
    const line = marked("i", minute);
    line.toggleAttribute("data-noon", minute === 720);
    return line;
  });
  const bands = hours.folds.map((fold) => {
    const band = marked("span", fold.from, foldText(fold, words));
    band.className = "timetable-fold";
    return band;
  });
  root.querySelector(".timetable-lines")?.replaceChildren(...rules, ...bands);
}

export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  return made;
}
