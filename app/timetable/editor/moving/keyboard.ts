import { asCell, setVariable } from "#app/timetable/editor/board/board.ts";
import { element } from "#app/timetable/editor/board/scales.ts";
import type { Board, Carry, Cursor, Editor } from "#app/timetable/editor/editor.ts";
import { hourText } from "#app/timetable/grid/layout/column-hours.ts";
import { heightOf } from "#app/timetable/grid/layout/hours.rules.ts";
import type { Piece } from "#app/timetable/grid/layout/places.rules.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";

type Does = Record<"open" | "add" | "duplicate" | "remove" | "keys" | "clear", () => void> & {
  toggle(id: string): void;
};
type Stop = { at: number; id: string | null; lane: number };

const arrows: Record<string, [across: -1 | 0 | 1, down: -1 | 0 | 1]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * One tab stop. Rows of the grid are days, their cells the sessions in order and one free moment where the cursor is.
 * Two elements take turns as that moment: a screen reader reads what gets the focus, not what is renamed under it.
 */
export function keyboard(editor: Editor, board: Board, carry: Carry, does: Does) {
  const { root, texts, columns, names } = editor;
  const grid = root.querySelector<HTMLElement>(".timetable-days") as HTMLElement;
  const moments = [0, 1].map(() => {
    const moment = element("div");
    moment.className = "timetable-moment";
    moment.setAttribute("role", "gridcell");
    return moment;
  });
  let turn = 0;
  markRoles(root, grid, names);

  /** Where arrows stop in a column: each session, each free half hour, each end that leaves room. */
  function stopsOf(column: number): Stop[] {
    const pieces = board.pieces.filter((piece) => piece.column === column && piece.part === 0);
    const isTaken = (at: number) => board.pieces.some((one) => one.column === column && one.from <= at && at < one.to);
    const { from, to, folds } = board.hours;
    const isFolded = (at: number) => folds.some((fold) => fold.from < at && at < fold.to);
    const halves = Array.from({ length: (to - from) / 30 }, (_, index) => from + index * 30);
    const free = new Set([...halves.filter((at) => !isFolded(at)), ...pieces.map((piece) => piece.to)]);
    const stops = [...free].filter((at) => at < to && !isTaken(at)).map((at) => ({ at, id: null, lane: 0 }));
    return [...pieces.map(({ from: at, id, lane }) => ({ at, id, lane })), ...stops].sort(
      (a, b) => a.at - b.at || a.lane - b.lane,
    );
  }

  function indexIn(stops: readonly Stop[], { at, id }: Cursor): number {
    const exact = stops.findIndex((stop) => (id ? stop.id === id : stop.id === null && stop.at === at));
    return exact >= 0
      ? exact
      : Math.max(
          0,
          stops.findLastIndex((stop) => stop.at <= at),
        );
  }

  function momentName(column: number, at: number): string {
    const next = board.pieces
      .filter((piece) => piece.column === column && piece.from >= at)
      .toSorted((a, b) => a.from - b.from)[0];
    const time = (minutes: number) =>
      hourText(Math.floor(minutes / 60) * 60).slice(0, 3) + String(minutes % 60).padStart(2, "0");
    const free = next ? fillBraces(texts.free, { to: time(next.from) }) : texts.freeDay;
    return [names[column], time(at), free].join(editor.words.between);
  }

  /** Puts the cursor there; its element alone can be reached by Tab. */
  function point(cursor: Cursor, hasFocus: boolean): void {
    for (const one of grid.querySelectorAll<HTMLElement>("[tabindex='0']")) one.tabIndex = -1;
    const block = cursor.id ? board.blockOf(cursor.id) : undefined;
    const target = block ?? momentAt(cursor);
    if (block) for (const moment of moments) if (hasFocus || document.activeElement !== moment) moment.remove();
    target.tabIndex = 0;
    editor.cursor = cursor;
    if (hasFocus) target.focus();
  }

  function momentAt({ column, at }: Cursor): HTMLElement {
    turn = 1 - turn;
    moments[1 - turn]?.remove();
    const moment = moments[turn] as HTMLElement;
    setVariable(moment, "--sh", String(heightOf(at, board.hours)));
    moment.setAttribute("aria-label", momentName(column, at));
    const lane = board.dayOf(column).querySelector(".timetable-lane") as HTMLElement;
    const after = board.pieces
      .filter((piece) => piece.column === column && piece.from >= at)
      .toSorted((a, b) => a.from - b.from)[0];
    lane.insertBefore(moment, after ? (board.blockOf(after.id) ?? null) : null);
    return moment;
  }

  const goTo = (column: number, stop: Stop | undefined) => stop && point({ column, at: stop.at, id: stop.id }, true);
  const inLaneOrder = (by: number) => (a: Piece, b: Piece) => (a.lane - b.lane) * by;

  function across(by: -1 | 1): void {
    const { column, id, at } = editor.cursor;
    const here = board.pieces.find((piece) => piece.id === id && piece.part === 0);
    const beside = board.pieces
      .filter((one) => here && one.column === column && one.from < here.to && here.from < one.to)
      .filter((one) => here && (one.lane - here.lane) * by > 0)
      .toSorted(inLaneOrder(by))[0];
    if (beside) return void goTo(column, { at: beside.from, id: beside.id, lane: beside.lane });
    const next = column + by;
    if (!columns[next]) return;
    const covering = board.pieces
      .filter((one) => one.column === next && one.part === 0 && one.from <= at && at < one.to)
      .toSorted(inLaneOrder(by))[0];
    const stops = stopsOf(next);
    const free = stops.find((stop) => stop.id === null && stop.at === at);
    goTo(
      next,
      covering ? { at, id: covering.id, lane: 0 } : (free ?? stops[indexIn(stops, { column: next, at, id: null })]),
    );
  }

  function carrying(event: KeyboardEvent): boolean {
    const arrow = arrows[event.key];
    const far = event.ctrlKey || event.metaKey ? 60 : 15;
    if (arrow && event.shiftKey) carry.by(arrow[1] ? { endBy: arrow[1] * far } : { startBy: arrow[0] * far });
    else if (arrow) carry.by(arrow[0] ? { columns: arrow[0] } : { minutes: arrow[1] * far });
    else if (event.key === " " || event.key === "Enter") void carry.drop(event.altKey).then(refocus);
    else if (event.key === "Escape" || event.key === "Tab") carry.cancel();
    else return false;
    return event.key !== "Tab";
  }

  function walking(event: KeyboardEvent): boolean {
    const { column, id, at } = editor.cursor;
    const arrow = arrows[event.key];
    const isCommand = event.ctrlKey || event.metaKey;
    if (arrow && event.shiftKey && id) {
      take(id);
      return carrying(event);
    }
    const stops = stopsOf(column);
    if (arrow?.[1]) goTo(column, stops[indexIn(stops, editor.cursor) + arrow[1]]);
    else if (arrow?.[0]) across(arrow[0]);
    else if (event.key === "Home" || event.key === "End") {
      const edge = isCommand ? (event.key === "Home" ? 0 : columns.length - 1) : column;
      const all = edge === column ? stops : stopsOf(edge);
      goTo(edge, event.key === "Home" ? all[0] : all.at(-1));
    } else if (event.key === "PageUp" || event.key === "PageDown") {
      const to = Math.max(board.hours.from, at + (event.key === "PageUp" ? -120 : 120));
      goTo(column, stops[indexIn(stops, { column, at: to, id: null })]);
    } else if (event.key === " " && isCommand && id) does.toggle(id);
    else if (event.key === " " && id) take(id);
    else if (event.key === "Enter" || event.key === " " || event.key === "F2") id ? does.open() : does.add();
    else if (event.key === "Delete" || event.key === "Backspace") does.remove();
    else if (isCommand && event.key.toLowerCase() === "d") does.duplicate();
    else if (isCommand && event.key.toLowerCase() === "a") selectColumn(column, event.shiftKey ? at : null);
    else if (event.key === "?") does.keys();
    else if (event.key === "Escape") does.clear();
    else return false;
    return true;
  }

  /** All of a day; with Shift its morning or its afternoon, whichever the cursor is in. */
  function selectColumn(column: number, at: number | null): void {
    const isOf = ({ from }: Piece) => at === null || from < 720 === at < 720;
    editor.select(board.pieces.filter((one) => one.column === column && isOf(one)).map(({ id }) => id));
  }

  const take = (id: string) => carry.take(editor.selected.has(id) ? editor.selected : [id], id);
  /** A session that has moved takes the cursor along. */
  const moved = (): Cursor => {
    const piece = board.pieces.find(({ id, part }) => id === editor.cursor.id && part === 0);
    return piece ? { column: piece.column, at: piece.from, id: piece.id } : { ...editor.cursor, id: null };
  };
  const refocus = () => point(moved(), true);

  grid.addEventListener("keydown", (event) => {
    // a key that writes kana is none of ours
    if (event.isComposing) return;
    if (carry.held ? carrying(event) : walking(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  grid.addEventListener("focusin", (event) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>(".timetable-block")?.dataset.id;
    const piece = board.pieces.find((one) => one.id === id && one.part === 0);
    if (piece && id !== editor.cursor.id) point({ column: piece.column, at: piece.from, id: piece.id }, false);
  });
  return { point, refocus, moved };
}

function markRoles(root: HTMLElement, grid: HTMLElement, names: readonly string[]): void {
  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-label", root.getAttribute("aria-label") ?? "");
  grid.setAttribute("aria-multiselectable", "true");
  grid.setAttribute("aria-describedby", "editor-help");
  for (const [column, day] of grid.querySelectorAll<HTMLElement>(".timetable-day").entries()) {
    day.setAttribute("role", "row");
    day.setAttribute("aria-label", names[column] ?? "");
    day.querySelector("[data-part=name]")?.setAttribute("role", "rowheader");
    day.querySelector(".timetable-lane")?.setAttribute("role", "presentation");
    for (const block of day.querySelectorAll<HTMLElement>(".timetable-block")) asCell(block);
  }
}
