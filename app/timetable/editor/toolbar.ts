import { setText } from "#app/timetable/editor/board/board.ts";
import type { Move } from "#app/timetable/editor/moving/moves.rules.ts";
import { timeText, titleText } from "#app/timetable/grid/words/block-text.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import type { Board, Editor } from "./editor.ts";
import type { SaveStateName } from "./editor-texts.ts";

type Does = Record<"undo" | "redo" | "keys" | "retry" | "add" | "open" | "duplicate" | "remove", () => void> & {
  nudge(move: Move): void;
  isCarrying(): boolean;
  /** A session was pressed; with others that are chosen already, or alone. */
  choose(id: string, isFurther: boolean): void;
  /** A free moment was pressed twice. */
  draw(column: number, from: number): void;
};

/** What buttons do, and what they and the line beside them show. */
export function toolbar(editor: Editor, board: Board, does: Does) {
  const { root, texts, words } = editor;
  const button = (name: string) => root.querySelector<HTMLButtonElement>(`[data-do=${name}]`) as HTMLButtonElement;
  let isChoosingSeveral = false;
  const moves: Record<string, Move> = {
    earlier: { minutes: -15 },
    later: { minutes: 15 },
    dayBefore: { days: -1 },
    dayAfter: { days: 1 },
    shorter: { endBy: -15 },
    longer: { endBy: 15 },
  };

  for (const hidden of root.querySelectorAll<HTMLElement>("[data-scripted]")) hidden.hidden = false;
  root.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const name = target.closest<HTMLElement>("[data-do]")?.dataset.do;
    if (name) {
      event.preventDefault();
      return press(name);
    }
    const link = target.closest(".timetable-block > a");
    const id = target.closest<HTMLElement>(".timetable-block")?.dataset.id;
    if (link) event.preventDefault();
    if (id) does.choose(id, isChoosingSeveral || event.ctrlKey || event.metaKey || event.shiftKey);
  });
  root.querySelector(".timetable-scroll")?.addEventListener("dblclick", (event) => {
    if ((event.target as HTMLElement).closest(".timetable-block")) return does.open();
    const { clientX, clientY } = event as MouseEvent;
    const column = board.columnAt(clientX);
    does.draw(column, Math.floor(board.minuteAt(column, clientY) / 30) * 30);
  });
  // undo works wherever the focus is; in a field it is the field's own
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, dialog");
    if (isTyping || does.isCarrying() || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    key === "y" || event.shiftKey ? does.redo() : does.undo();
  });
  const [strip, scroll] = [
    root.querySelector(".timetable-strip"),
    root.querySelector<HTMLElement>(".timetable-scroll"),
  ];
  scroll?.addEventListener(
    "scroll",
    () => {
      if (strip) strip.scrollLeft = scroll.scrollLeft;
    },
    { passive: true },
  );
  // where not all days fit, today's is in sight; only this box scrolls, never the page
  const today = root.querySelector<HTMLElement>(".timetable-day[data-today]");
  if (today && scroll) scroll.scrollLeft = today.offsetLeft - (scroll.clientWidth > 600 ? scroll.clientWidth / 3 : 0);

  function press(name: string): void {
    const move = moves[name];
    if (move) return does.nudge(move);
    if (name === "close") return editor.select([]);
    if (name === "several") {
      isChoosingSeveral = !isChoosingSeveral;
      return button("several").setAttribute("aria-pressed", String(isChoosingSeveral));
    }
    does[name as "undo"]();
  }

  return {
    show(names: { undo: string | null; redo: string | null }, chosen: readonly PlannedFacts[]) {
      for (const name of ["undo", "redo"] as const) {
        const act = names[name];
        button(name).setAttribute("aria-disabled", String(act === null));
        button(name).title = act === null ? "" : fillBraces(texts[name], { name: act });
      }
      const { size } = editor.selected;
      const [one] = chosen;
      const text = one ? `${timeText(one, words)} ${titleText(one, words).text}` : "";
      setText(editor.part("chosen"), size > 1 ? fillBraces(texts.chosen, { n: size }) : text);
      editor.part("actions").hidden = size === 0;
    },
    showState(state: SaveStateName, count: number) {
      const box = editor.part("state");
      const text = fillBraces(texts.state[state], { n: count });
      const isNews = box.dataset.state !== state && (state !== "saved" || box.dataset.state !== "saving");
      if (isNews && state !== "saving") editor.say(text, state !== "saved");
      box.dataset.state = state;
      setText(editor.part("stateText"), text);
      button("retry").hidden = state !== "failed" && state !== "waiting";
    },
  };
}
