import { setVariable } from "#app/timetable/editor/board/board.ts";
import { element } from "#app/timetable/editor/board/scales.ts";
import type { Board, Carry, Editor } from "#app/timetable/editor/editor.ts";
import { heightOf } from "#app/timetable/grid/layout/hours.rules.ts";
import { stepMinutes } from "./moves.rules.ts";

type Press = {
  id: string | null;
  x: number;
  y: number;
  column: number;
  /** Minutes between the session's begin, or the column's first minute, and the finger. */
  grab: number;
  edge: "start" | "end" | null;
  pointer: number;
  isTouch: boolean;
  isActive: boolean;
};

const holdMs = 400;
const slopPx = { mouse: 4, touch: 10 };
const snapped = (minutes: number) => Math.round(minutes / stepMinutes) * stepMinutes;

/** A new session was drawn in a column; `to` is null where only its begin was shown. */
type Adding = (column: number, from: number, to: number | null) => void;

/**
 * Mouse and pen drag at once; a finger drags after a long press, since before that it scrolls. What a finger may do
 * cannot change once it is down: a listener that is not passive refuses scrolling while something is carried.
 */
export function pointer(editor: Editor, board: Board, carry: Carry, adding: Adding): void {
  const area = editor.root.querySelector<HTMLElement>(".timetable-scroll") as HTMLElement;
  let press: Press | null = null;
  let timer = 0;
  let frame = 0;
  let last = { x: 0, y: 0 };

  area.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || press || carry.held) return;
    const block = (event.target as HTMLElement).closest<HTMLElement>(".timetable-block");
    const column = board.columnAt(event.clientX);
    const isTouch = event.pointerType === "touch";
    const id = block?.dataset.id ?? null;
    const at = board.minuteAt(column, event.clientY);
    const piece = board.pieces.find((one) => one.id === id && one.part === 0);
    const grab = piece ? at + (column - piece.column) * 1440 - piece.from : at;
    const edge = block ? edgeOf(block, event.clientY, isTouch) : null;
    press = {
      id,
      x: event.clientX,
      y: event.clientY,
      column,
      grab,
      edge,
      pointer: event.pointerId,
      isTouch,
      isActive: false,
    };
    last = { x: event.clientX, y: event.clientY };
    if (isTouch) timer = window.setTimeout(begin, holdMs);
  });
  document.addEventListener("pointermove", (event) => {
    if (event.pointerId !== press?.pointer) return;
    last = { x: event.clientX, y: event.clientY };
    if (press.isActive) {
      frame ||= requestAnimationFrame(follow);
      return;
    }
    const isFar =
      Math.hypot(event.clientX - press.x, event.clientY - press.y) > slopPx[press.isTouch ? "touch" : "mouse"];
    if (isFar) press.isTouch ? stop() : begin();
  });
  document.addEventListener("pointerup", async (event) => {
    if (event.pointerId !== press?.pointer) return;
    const { isActive, id, column, grab, isTouch } = press;
    if (!isActive) return stop();
    if (frame) follow();
    const end = board.minuteAt(column, event.clientY);
    stop();
    swallowClick();
    if (id) return carry.drop(event.ctrlKey || event.altKey);
    outline(null);
    const [from, to] = [Math.min(grab, end), Math.max(grab, end)];
    adding(
      column,
      Math.floor(from / stepMinutes) * stepMinutes,
      isTouch ? null : Math.ceil(to / stepMinutes) * stepMinutes,
    );
  });
  const giveUp = () => {
    if (press?.isActive && press.id) carry.cancel();
    outline(null);
    stop();
  };
  document.addEventListener("pointercancel", giveUp);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && press?.isActive) giveUp();
  });
  area.addEventListener("touchmove", (event) => press?.isActive && event.preventDefault(), { passive: false });
  // Android shows a link's menu on a long press, and browsers drag links by themselves
  area.addEventListener("contextmenu", (event) => press?.isTouch && event.preventDefault());
  area.addEventListener("dragstart", (event) => event.preventDefault());

  function begin(): void {
    if (!press) return;
    press.isActive = true;
    window.getSelection()?.removeAllRanges();
    if (press.isTouch) navigator.vibrate?.(10);
    if (press.id) carry.take(editor.selected.has(press.id) ? editor.selected : [press.id], press.id);
    frame ||= requestAnimationFrame(follow);
  }

  function follow(): void {
    frame = 0;
    if (!press?.isActive) return;
    const isScrolling = scrollAtEdges();
    const { id, edge, grab, column } = press;
    const piece = board.pieces.find((one) => one.id === id && one.part === 0);
    if (!id) outline({ column, from: grab, to: board.minuteAt(column, last.y) });
    else if (piece && edge === "end") carry.to({ endBy: snapped(board.minuteAt(piece.column, last.y)) - piece.to });
    else if (piece && edge === "start")
      carry.to({ startBy: snapped(board.minuteAt(piece.column, last.y)) - piece.from });
    else if (piece) {
      const to = board.columnAt(last.x);
      carry.to({ columns: to - piece.column, minutes: snapped(board.minuteAt(to, last.y) - grab) - piece.from });
    }
    if (isScrolling) frame = requestAnimationFrame(follow);
  }

  /** Near an edge of the window, or of the days, the page follows. */
  function scrollAtEdges(): boolean {
    const [top, bottom] = [last.y - 110, last.y - (innerHeight - 70)];
    const { left, right } = area.getBoundingClientRect();
    const down = top < 0 ? top / 6 : bottom > 0 ? bottom / 6 : 0;
    const across = last.x < left + 24 ? -10 : last.x > right - 24 ? 10 : 0;
    if (down) window.scrollBy(0, down);
    if (across) area.scrollLeft += across;
    return down !== 0 || across !== 0;
  }

  /** The outline of a session that is being drawn. */
  function outline(drawn: { column: number; from: number; to: number } | null): void {
    const mark = area.querySelector<HTMLElement>(".is-drawn");
    if (!drawn) return mark?.remove();
    const lane = board.dayOf(drawn.column).querySelector(".timetable-lane");
    const box = mark ?? element("div");
    box.className = "timetable-block is-drawn";
    const from = Math.floor(Math.min(drawn.from, drawn.to) / stepMinutes) * stepMinutes;
    const to = Math.max(Math.ceil(Math.max(drawn.from, drawn.to) / stepMinutes) * stepMinutes, from + stepMinutes);
    const heights = { "--sh": heightOf(from, board.hours), "--eh": heightOf(to, board.hours), "--sm": 0, "--em": 0 };
    for (const [name, value] of Object.entries(heights)) setVariable(box, name, String(value));
    if (box.parentElement !== lane) lane?.append(box);
  }

  function stop(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    frame = 0;
    press = null;
  }
}

/** A click that ends a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 50);
}

/** The last pixels stretch; under a finger only on what is chosen, and wider. */
function edgeOf(block: HTMLElement, y: number, isTouch: boolean): Press["edge"] {
  if (isTouch && block.getAttribute("aria-selected") !== "true") return null;
  const { top, bottom, height } = block.getBoundingClientRect();
  const reach = Math.min(isTouch ? 18 : 8, height / 4);
  if (y > bottom - reach && !block.hasAttribute("data-after")) return "end";
  return y < top + reach && !block.hasAttribute("data-before") ? "start" : null;
}
