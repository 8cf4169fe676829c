import type { Board, DrawnSession, Editor } from "#app/timetable/editor/editor.ts";
import { heightOf, minuteAt } from "#app/timetable/grid/layout/hours.rules.ts";
import { drawingOf, type Piece } from "#app/timetable/grid/layout/places.rules.ts";
import { blockText } from "#app/timetable/grid/words/block-text.ts";
import { kindShapes } from "#app/timetable/kind-shapes.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import { drawScales } from "./scales.ts";

/** Working hours stay in sight. */
const usual = { from: 480, to: 1080 };

/** Draws sessions as blocks: takes over the server's, clones a template for new ones, and moves only what has moved. */
export function createBoard(editor: Editor): Board {
  const { root, columns, words } = editor;
  const days = [...root.querySelectorAll<HTMLElement>(".timetable-day")];
  const heads = [...root.querySelectorAll<HTMLElement>(".timetable-head")];
  const laneOf = (column: number) => days[column]?.querySelector(".timetable-lane") as HTMLElement;
  const template = root.querySelector<HTMLTemplateElement>("template")?.content.firstElementChild as HTMLElement;
  const blocks = new Map<string, HTMLElement>();
  for (const block of root.querySelectorAll<HTMLElement>(".timetable-block"))
    blocks.set(`${block.dataset.id} ${block.dataset.part}`, block);
  const written = new WeakMap<HTMLElement, string>();
  const ghosts: HTMLElement[] = [];

  const drawing = (facts: Iterable<PlannedFacts>) => {
    const drawn = [...facts].flatMap((one) => editor.drawn(one) ?? []);
    return {
      byId: new Map(drawn.map((one) => [one.id, one])),
      ...drawingOf(drawn, { columns, zone: words.zone, usual }),
    };
  };

  const board: Board = {
    hours: { from: 0, to: 0, folds: [] },
    pieces: [],
    draw() {
      const { byId, hours, pieces } = drawing(editor.planned.values());
      if (JSON.stringify(hours) !== JSON.stringify(board.hours))
        drawScales(root, hours, { day: columns[0]?.date, words });
      board.hours = hours;
      board.pieces = pieces;
      const unsaved = editor.unsaved();
      const left = new Set(blocks.keys());
      for (const [column, day] of days.entries()) {
        const own = pieces
          .filter((piece) => piece.column === column)
          .toSorted((a, b) => a.from - b.from || a.lane - b.lane);
        const lanes = String(Math.max(1, ...own.map((piece) => piece.lanes)));
        for (const part of [day, heads[column]]) setVariable(part, "--n", lanes);
        let next = day.querySelector(".timetable-lane > .timetable-block");
        for (const piece of own) {
          const key = `${piece.id} ${piece.part}`;
          left.delete(key);
          const block = blocks.get(key) ?? made(key, piece);
          place(block, piece);
          write(block, byId.get(piece.id) as DrawnSession, unsaved.has(piece.id));
          block.toggleAttribute("data-before", piece.isCutBefore);
          block.toggleAttribute("data-after", piece.isCutAfter);
          if (next === block) next = block.nextElementSibling;
          else laneOf(column).insertBefore(block, next?.parentElement ? next : null);
        }
      }
      for (const key of left) {
        blocks.get(key)?.remove();
        blocks.delete(key);
      }
    },
    blockOf: (id) => blocks.get(`${id} 0`),
    ghosts(sessions, clashing, origin) {
      for (const block of blocks.values()) {
        const id = block.dataset.id ?? "";
        block.toggleAttribute("data-carried", origin.has(id));
        block.toggleAttribute("data-hit", clashing.has(id) && !origin.has(id));
      }
      const { byId, pieces } = drawing(sessions);
      while (ghosts.length < pieces.length) ghosts.push(ghost());
      for (const unused of ghosts.splice(pieces.length)) unused.remove();
      for (const [index, piece] of pieces.entries()) {
        const block = ghosts[index] as HTMLElement;
        const top = heightOf(piece.from, board.hours);
        const bottom = Math.max(heightOf(piece.to, board.hours), top + 20);
        place(block, { ...piece, top, bottom, lane: 0, lanes: 1, wide: 1 });
        write(block, byId.get(piece.id) as DrawnSession, false);
        block.toggleAttribute("data-clash", clashing.has(piece.id));
        if (block.parentElement !== laneOf(piece.column)) laneOf(piece.column).append(block);
      }
    },
    columnAt(x) {
      const found = days.findIndex((day) => x < day.getBoundingClientRect().right);
      return found < 0 ? days.length - 1 : found;
    },
    minuteAt(column, y) {
      const { top, height } = laneOf(column).getBoundingClientRect();
      return minuteAt(((y - top) / height) * heightOf(board.hours.to, board.hours), board.hours);
    },
    dayOf: (column) => days[column] as HTMLElement,
  };
  return board;

  function made(key: string, piece: Piece): HTMLElement {
    const block = template.cloneNode(true) as HTMLElement;
    block.dataset.id = piece.id;
    block.dataset.part = String(piece.part);
    asCell(block);
    blocks.set(key, block);
    return block;
  }

  function ghost(): HTMLElement {
    const block = template.cloneNode(true) as HTMLElement;
    block.classList.add("is-ghost");
    block.setAttribute("aria-hidden", "true");
    for (const link of block.querySelectorAll("a")) link.tabIndex = -1;
    return block;
  }

  /** Texts only where they are others: most blocks rest while one moves. */
  function write(block: HTMLElement, session: DrawnSession, isUnsaved: boolean): void {
    const text = blockText(session, words);
    const isSelected = editor.selected.has(session.id);
    const said = JSON.stringify([text, session.kind, isUnsaved, isSelected, session.number]);
    if (written.get(block) === said) return;
    written.set(block, said);
    block.dataset.kind = session.kind;
    block.toggleAttribute("data-unsaved", isUnsaved);
    if (block.hasAttribute("role")) block.setAttribute("aria-selected", String(isSelected));
    block.querySelector("path")?.setAttribute("d", kindShapes[session.kind]);
    const link = block.querySelector("a") as HTMLAnchorElement;
    if (session.number !== null) link.href = editor.urls.session.replace("{number}", String(session.number));
    setText(link.querySelector(".block-time > :nth-child(2)"), text.time);
    setText(link.querySelector(".block-city"), text.city && ` ${text.city}`);
    setText(link.querySelector(".block-room"), text.where);
    setText(link.querySelector(".sr-only"), ` ${text.spoken}${isUnsaved ? words.between + editor.texts.unsaved : ""}`);
    const title = link.querySelector(".block-title") as HTMLElement;
    setText(title, text.title.text);
    title.lang = text.title.lang;
  }
}

/** A block of the grid that keys go through. */
export function asCell(block: HTMLElement): void {
  block.setAttribute("role", "gridcell");
  block.tabIndex = -1;
  for (const link of block.querySelectorAll("a")) link.tabIndex = -1;
}

function place(block: HTMLElement, { top, bottom, lane, lanes, wide }: Piece): void {
  const variables = { "--sh": top, "--sm": 0, "--eh": bottom, "--em": 0, "--l": lane, "--n": lanes, "--w": wide };
  for (const [name, value] of Object.entries(variables)) setVariable(block, name, String(value));
}

export function setVariable(element: HTMLElement | undefined, name: string, value: string): void {
  if (element && element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

export function setText(element: Element | null, content: string): void {
  if (element && element.textContent !== content) element.textContent = content;
}
