import { wallToInstant } from "#app/time/zoned-time.ts";
import { createBoard } from "#app/timetable/editor/board/board.ts";
import { clashText, misfitsOf, nameOf, spokenTime } from "#app/timetable/editor/board/describe.ts";
import { createDialogs } from "#app/timetable/editor/dialogs/dialogs.ts";
import { createCarry } from "#app/timetable/editor/moving/carry.ts";
import { clipboard } from "#app/timetable/editor/moving/clipboard.ts";
import { createDeeds } from "#app/timetable/editor/moving/deeds.ts";
import { keyboard } from "#app/timetable/editor/moving/keyboard.ts";
import { roomMadeFor, wallAt } from "#app/timetable/editor/moving/moves.rules.ts";
import { pointer } from "#app/timetable/editor/moving/pointer.ts";
import {
  appliedAct,
  createHistory,
  type PlanAct,
  type PlanChange,
} from "#app/timetable/editor/saving/history.rules.ts";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import { createQueue } from "#app/timetable/editor/saving/save-queue.ts";
import { titleText } from "#app/timetable/grid/words/block-text.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";
import { countsByKind } from "#app/timetable/kinds.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import { factsFrom } from "#app/timetable/plan/acts.rules.ts";
import type { DrawnSession, Editor, EditorData } from "./editor.ts";
import { toolbar } from "./toolbar.ts";

/** Makes an editor of a timetable that the server has drawn, with links: whoever has no script goes on with these. */
export function editTimetable(root: HTMLElement): void {
  const data = JSON.parse(root.dataset.plan ?? "{}") as EditorData;
  const { texts, columns, words, urls } = data;
  const history = createHistory();
  let announcing = 0;

  const editor: Editor = {
    ...data,
    root,
    planned: new Map(data.sessions.map((session) => [session.id, session])),
    selected: new Set(),
    cursor: { column: 0, at: 540, id: null },
    unsaved: () => queue.pending(),
    drawn,
    act,
    select(ids) {
      editor.selected = new Set(ids);
      redraw();
    },
    say(text, isUrgent = false) {
      // of a burst only the last is read
      clearTimeout(announcing);
      announcing = window.setTimeout(() => {
        editor.part(isUrgent ? "urgent" : "polite").textContent = text;
      }, 60);
    },
    part: <Kind extends HTMLElement>(name: string) => root.querySelector(`[data-part=${name}]`) as Kind,
  };
  const board = createBoard(editor);
  const carry = createCarry(editor, board);
  const dialogs = createDialogs(editor);
  const queue = createQueue(
    { url: urls.acts, account: data.account, version: data.version },
    {
      changed: (state, count) => {
        tools.showState(state, count);
        if (state !== "saving") redraw();
      },
      conflict: (conflicts, { changes }, by) => dialogs.conflict(conflicts, changes, by),
      async misfit(reasons) {
        redraw();
        await dialogs.misfits(reasons.length > 0 ? reasons : [texts.kept], null);
      },
      signedOut() {
        editor.say(texts.signedOut, true);
        location.assign(urls.signIn);
      },
      current: (id) => editor.planned.get(id),
      adopt: (id, session) => (session ? editor.planned.set(id, session) : editor.planned.delete(id)),
      adoptAll(sessions, pending) {
        const told = new Set(sessions.map(({ id }) => id));
        for (const id of editor.planned.keys()) if (!told.has(id) && !pending.has(id)) editor.planned.delete(id);
        for (const session of sessions) if (!pending.has(session.id)) editor.planned.set(session.id, session);
        editor.say(texts.newer);
      },
    },
  );
  const deeds = createDeeds(editor, {
    refocus: () => keys.refocus(),
    refuse: (reasons) => dialogs.misfits(reasons, null),
  });
  const keys = keyboard(editor, board, carry, {
    open: () => void open(editor.planned.get(editor.cursor.id ?? "") ?? null),
    add: () => void open(null),
    duplicate: () => void deeds.duplicate(),
    remove: () => void deeds.remove(),
    keys: () => void dialogs.keys(),
    clear: () => editor.select([]),
    toggle: (id) => deeds.toggle(id),
  });
  const tools = toolbar(editor, board, {
    ...{ undo: () => again(history.undo(), texts.undone), redo: () => again(history.redo(), texts.redone) },
    ...{ keys: () => void dialogs.keys(), retry: () => void queue.run(), duplicate: () => void deeds.duplicate() },
    ...{
      add: () => void open(null),
      open: () => void open(deeds.chosen()[0] ?? null),
      remove: () => void deeds.remove(),
    },
    nudge: (move) => void deeds.nudge(move),
    isCarrying: () => carry.held !== null,
    choose(id, isFurther) {
      const piece = board.pieces.find((one) => one.id === id);
      if (piece) keys.point({ column: piece.column, at: piece.from, id }, true);
      isFurther ? deeds.toggle(id) : editor.select([id]);
    },
    draw: (column, from) => void open(null, { column, from, to: from + 60 }),
  });
  pointer(
    editor,
    board,
    carry,
    (column, from, to) => void open(null, { column, from, to: Math.max(from + 15, to ?? from + 60) }),
  );
  clipboard(editor, deeds.chosen, () => keys.refocus());

  resume();
  redraw();
  const first = board.pieces.toSorted((a, b) => a.column - b.column || a.from - b.from)[0];
  keys.point(first ? { column: first.column, at: first.from, id: first.id } : editor.cursor, false);
  root.dataset.ready = "";
  void queue.run();

  function drawn(facts: PlannedFacts): DrawnSession | null {
    const [startsAt, endsAt] = [
      wallToInstant(facts.startsLocal, facts.zone, facts.startsHour),
      wallToInstant(facts.endsLocal, facts.zone, facts.endsHour),
    ];
    const where = [facts.booked, facts.room].filter(Boolean).join(" · ");
    return startsAt && endsAt ? { ...facts, startsAt, endsAt, where } : null;
  }

  /** What a reload or a sign-in has interrupted stands again; what was pasted just before can be undone as one act. */
  function resume(): void {
    for (const { changes } of queue.waiting())
      for (const change of changes) {
        const now = editor.planned.get(change.id);
        if ("add" in change)
          editor.planned.set(change.id, { ...blank(), ...factsFrom(change.add), id: change.id, number: change.number });
        else if ("remove" in change) editor.planned.delete(change.id);
        else if (now) editor.planned.set(change.id, { ...now, ...factsFrom(change.set, now) });
      }
    const { added } = data;
    const fresh = data.sessions.filter(({ number }) => added && number && added.from <= number && number <= added.to);
    if (fresh.length > 0)
      history.did({ name: texts.act.paste, changes: fresh.map((after) => ({ id: after.id, before: null, after })) });
  }

  async function act(name: string, changes: PlanChange[]): Promise<boolean> {
    const after = changes.flatMap((change) => change.after ?? []);
    const misfits = misfitsOf(editor, after);
    if (misfits.length === 0) return write({ name, changes });
    const asked = after.find((one) => misfits.some(({ id, because }) => id === one.id && because.endsWith("twice")));
    if (asked) return actAtHour(name, changes, asked);
    const isClash = misfits.every(({ because }) => because === "clash");
    const ids = new Set(after.map(({ id }) => id));
    const resting = [...editor.planned.values()].filter(({ id }) => !ids.has(id));
    const others = isClash ? roomMadeFor(after, resting) : null;
    const isPossible = others !== null && misfitsOf(editor, [...after, ...others]).length === 0;
    const lines = misfits.map((misfit) => clashText(misfit, after, editor));
    if (!(await dialogs.misfits(lines, isPossible ? others.length : null)) || !others) return false;
    const moved = others.map((one) => ({ id: one.id, before: editor.planned.get(one.id) ?? null, after: one }));
    return write({ name, changes: [...changes, ...moved] });
  }

  /** The same once somebody has said which of two hours is meant. */
  async function actAtHour(name: string, changes: PlanChange[], asked: PlannedFacts): Promise<boolean> {
    const hours = await dialogs.hours(asked, nameOf(asked, editor));
    if (!hours) return false;
    const told = { ...asked, ...hours };
    return act(
      name,
      changes.map((change) => (change.id === asked.id ? { ...change, after: told } : change)),
    );
  }

  function write(done: PlanAct, isNew = true): true {
    if (isNew) history.did(done);
    for (const { id, after } of done.changes) after ? editor.planned.set(id, after) : editor.planned.delete(id);
    queue.add(done.changes);
    redraw();
    return true;
  }

  /** Draws, and gives the focus back that moving an element in the document takes away. */
  function redraw(): void {
    const hadFocus = root.querySelector(".timetable-days")?.contains(document.activeElement) ?? false;
    for (const id of editor.selected) if (!editor.planned.has(id)) editor.selected.delete(id);
    board.draw();
    tools.show(history.names(), deeds.chosen());
    if (root.dataset.ready !== undefined) keys.point(keys.moved(), hadFocus);
  }

  function again(undone: PlanAct | null, said: string): void {
    if (!undone) return editor.say(texts.nothing);
    const changes = appliedAct(undone, editor.planned);
    if (changes.length > 0) write({ name: undone.name, changes }, false);
    const last = changes.at(-1)?.after;
    if (last) editor.cursor = { ...editor.cursor, id: last.id };
    redraw();
    editor.say([fillBraces(said, { name: undone.name }), last ? spokenTime(last, editor) : ""].join(" "));
  }

  function blank(): PlannedFacts {
    const { column, at } = editor.cursor;
    const { date, room } = columns[column] ?? { date: data.days.startsOn, room: null };
    const title = { es: "", ja: "", en: "" };
    const facts = {
      kind: "lecture",
      room: room ?? "",
      isCounted: countsByKind.lecture,
      zone: words.zone,
      title,
    } as const;
    const booking = { venueId: null, roomId: null, booked: "" };
    return {
      id: newSessionId(),
      number: null,
      startsLocal: wallAt(date, at),
      endsLocal: wallAt(date, at + 60),
      ...facts,
      ...booking,
    };
  }

  async function open(session: PlannedFacts | null, at?: { column: number; from: number; to: number }): Promise<void> {
    if (at) editor.cursor = { column: at.column, at: at.from, id: null };
    const fresh = blank();
    const date = columns[at?.column ?? 0]?.date;
    const timed = at && date ? { ...fresh, startsLocal: wallAt(date, at.from), endsLocal: wallAt(date, at.to) } : fresh;
    const after = await dialogs.session(session ?? timed);
    const isDone =
      after && (await act(session ? texts.act.edit : texts.act.add, [{ id: after.id, before: session, after }]));
    if (isDone) editor.cursor = { ...editor.cursor, id: after.id };
    keys.refocus();
    if (isDone)
      editor.say(fillBraces(texts.dropped, { when: `${titleText(after, words).text}, ${spokenTime(after, editor)}` }));
  }
}
