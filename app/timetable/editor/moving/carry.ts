import { dateOf } from "#app/time/wall-time.ts";
import { clashText, misfitsOf, spokenTime } from "#app/timetable/editor/board/describe.ts";
import type { Board, Carry, Editor } from "#app/timetable/editor/editor.ts";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import { titleText } from "#app/timetable/grid/words/block-text.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import { type Move, movedFacts } from "./moves.rules.ts";

type Total = Required<Move> & { columns: number };
const nowhere: Total = { days: 0, minutes: 0, startBy: 0, endBy: 0, columns: 0 };

/** What is picked up, by hand or by key: one way to move, whoever moves it. Nothing changes before it is dropped. */
export function createCarry(editor: Editor, board: Board): Carry {
  const { texts, columns } = editor;
  const isByRoom = columns[0]?.room !== null;
  let lead = "";
  let total = nowhere;
  let next: PlannedFacts[] = [];

  const carry: Carry = {
    held: null,
    take(ids, of) {
      carry.held = new Set([...ids].filter((id) => editor.planned.has(id)));
      [lead, total] = [of, nowhere];
      editor.root.dataset.carrying = "";
      show(false);
      const title = titleText(leader() as PlannedFacts, editor.words).text;
      editor.say(fillBraces(texts.carried, { title }));
    },
    to(move) {
      if (accepts({ ...nowhere, ...move })) show(true);
    },
    by(move) {
      const further = { ...total };
      for (const [name, by] of Object.entries(move)) further[name as keyof Total] += by;
      if (accepts(further)) show(true);
    },
    async drop(isCopy = false) {
      if (!carry.held) return;
      const isSame = !isCopy && Object.values(total).every((by) => by === 0);
      const name = isCopy ? "copy" : total.startBy || total.endBy ? "stretch" : "move";
      const changes = next.map((after) => {
        if (!isCopy) return { id: after.id, before: editor.planned.get(after.id) ?? null, after };
        const id = newSessionId();
        return { id, before: null, after: { ...after, id, number: null } };
      });
      finish();
      const isDone = !isSame && (await editor.act(texts.act[name], changes));
      const moved = editor.planned.get(isCopy && isDone ? (changes[0]?.id ?? lead) : lead);
      if (moved) editor.say(fillBraces(isDone ? texts.dropped : texts.cancelled, { when: spokenTime(moved, editor) }));
    },
    cancel() {
      const stays = leader();
      finish();
      if (stays) editor.say(fillBraces(texts.cancelled, { when: spokenTime(stays, editor) }));
    },
  };
  return carry;

  function leader() {
    return editor.planned.get(lead);
  }

  function finish(): void {
    carry.held = null;
    delete editor.root.dataset.carrying;
    board.ghosts([], new Set(), new Set());
  }

  /** Over the edge of the columns nothing moves. */
  function accepts(wanted: Total): boolean {
    const places = [...(carry.held ?? [])].map((id) => placed(editor.planned.get(id) as PlannedFacts, wanted));
    if (places.some((one) => one === null)) return false;
    total = wanted;
    return true;
  }

  function placed(session: PlannedFacts, { columns: across, days, ...rest }: Total): PlannedFacts | null {
    if (across === 0) return movedFacts(session, { ...rest, days });
    if (!isByRoom) {
      const date = columns.findIndex((column) => column.date === dateOf(session.startsLocal));
      return date >= 0 && !columns[date + across] ? null : movedFacts(session, { ...rest, days: days + across });
    }
    const here = columns.findIndex((column) => column.room === (editor.drawn(session)?.where ?? ""));
    const there = columns[here + across];
    // what is booked is changed in the session's own form
    if (!there || session.booked) return null;
    return movedFacts({ ...session, room: there.room ?? "" }, { ...rest, days });
  }

  function show(isAloud: boolean): void {
    next = [...(carry.held ?? [])].flatMap((id) => placed(editor.planned.get(id) as PlannedFacts, total) ?? []);
    const misfits = misfitsOf(editor, next);
    const clashing = misfits.flatMap((misfit) => ("otherId" in misfit ? [misfit.id, misfit.otherId] : [misfit.id]));
    board.ghosts(next, new Set(clashing), carry.held ?? new Set());
    if (!isAloud) return;
    const first = next.find(({ id }) => id === lead) ?? next[0];
    if (!first) return;
    const wrong = misfits.slice(0, 2).map((misfit) => clashText(misfit, next, editor));
    editor.say([fillBraces(texts.moved, { when: spokenTime(first, editor) }), ...wrong].join(" "));
  }
}
