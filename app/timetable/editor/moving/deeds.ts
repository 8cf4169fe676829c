import { spokenTime } from "#app/timetable/editor/board/describe.ts";
import type { Editor } from "#app/timetable/editor/editor.ts";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import { timeText, titleText } from "#app/timetable/grid/words/block-text.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import { lengthOf, type Move, movedFacts } from "./moves.rules.ts";

type Asks = {
  refocus(): void;
  /** Says that sessions cannot be deleted. */
  refuse(reasons: string[]): Promise<unknown>;
};

/** What is done to the sessions that are chosen, or to the one where the cursor is. */
export function createDeeds(editor: Editor, { refocus, refuse }: Asks) {
  const { texts, words } = editor;
  return { chosen, remove, duplicate, toggle, nudge };

  function chosen(): PlannedFacts[] {
    const { id } = editor.cursor;
    const ids = editor.selected.size > 0 && (!id || editor.selected.has(id)) ? [...editor.selected] : [id ?? ""];
    return ids.flatMap((one) => editor.planned.get(one) ?? []);
  }

  async function remove(): Promise<void> {
    const gone = chosen();
    if (gone.length === 0) return;
    const kept = gone.filter(({ id }) => editor.marked.includes(id));
    if (kept.length > 0) {
      await refuse(kept.map((one) => `${titleText(one, words).text}: ${texts.hasMarks}`));
      return refocus();
    }
    await editor.act(
      texts.act.remove,
      gone.map((before) => ({ id: before.id, before, after: null })),
    );
    editor.say(fillBraces(texts.removed, { n: gone.length }));
  }

  /** A copy follows its original; where there is no room, the question is the usual one. */
  async function duplicate(): Promise<void> {
    const copies = chosen().map((session) => ({
      ...movedFacts(session, { minutes: lengthOf(session) }),
      ...{ id: newSessionId(), number: null },
    }));
    if (copies.length === 0) return;
    const isDone = await editor.act(
      texts.act.copy,
      copies.map((after) => ({ id: after.id, before: null, after })),
    );
    if (isDone) {
      editor.selected = new Set(copies.length > 1 ? copies.map(({ id }) => id) : []);
      editor.cursor = { ...editor.cursor, id: copies[0]?.id ?? null };
    }
    refocus();
  }

  function toggle(id: string): void {
    const next = new Set(editor.selected);
    if (!next.delete(id)) next.add(id);
    editor.select(next);
    const session = editor.planned.get(id);
    if (session) editor.say(fillBraces(texts.selected, { title: titleText(session, words).text, n: next.size }));
  }

  /** Moves what is chosen without carrying: for buttons, the way of a single tap. */
  async function nudge(move: Move): Promise<void> {
    const changes = chosen().map((before) => ({ id: before.id, before, after: movedFacts(before, move) }));
    const [first] = changes;
    if (!first || !(await editor.act(move.endBy ? texts.act.stretch : texts.act.move, changes))) return;
    editor.say(
      fillBraces(texts.dropped, { when: `${spokenTime(first.after, editor)} ${timeText(first.after, words)}` }),
    );
  }
}
