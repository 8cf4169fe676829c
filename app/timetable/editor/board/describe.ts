import { dateOf } from "#app/time/wall-time.ts";
import type { Editor } from "#app/timetable/editor/editor.ts";
import { timeText, titleText } from "#app/timetable/grid/words/block-text.ts";
import { fillBraces } from "#app/timetable/grid/words/grid-words.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import { type FactPart, partOf } from "#app/timetable/plan/facts.rules.ts";
import { type Misfit, placePlan } from "#app/timetable/plan/misfits.rules.ts";

/** The day by its name, and the hours: what is read aloud of a place. */
export function spokenTime(session: PlannedFacts, { columns, names, words }: Editor): string {
  const date = dateOf(session.startsLocal);
  const column = columns.findIndex((one) => one.date === date && one.room === null);
  const day = column < 0 ? date : (names[column] ?? date);
  return `${day}${words.between}${timeText(session, words)}`;
}

/** A session by its title and its hours. */
export const nameOf = (session: PlannedFacts, { words }: Editor) =>
  `${titleText(session, words).text} (${timeText(session, words)})`;

/** Where some sessions would not fit among those that rest. */
export function misfitsOf(editor: Editor, changed: readonly PlannedFacts[]): Misfit[] {
  const ids = new Set(changed.map(({ id }) => id));
  const resting = [...editor.planned.values()].filter(({ id }) => !ids.has(id));
  const marked = editor.marked.flatMap((id) => {
    const session = editor.planned.get(id);
    return session ? [[id, session] as const] : [];
  });
  return placePlan({ next: [...resting, ...changed], touched: ids, days: editor.days, marked: new Map(marked) })
    .misfits;
}

/** What speaks against a place, in one sentence; both sides of a clash are named. */
export function clashText(misfit: Misfit, changed: readonly PlannedFacts[], editor: Editor): string {
  const find = (id: string) => changed.find((one) => one.id === id) ?? editor.planned.get(id);
  const one = find(misfit.id);
  if (misfit.because === "clash") {
    const other = find(misfit.otherId);
    return one && other
      ? fillBraces(editor.texts.clash, { one: nameOf(one, editor), other: nameOf(other, editor) })
      : "";
  }
  const text =
    misfit.because === "hasMarks"
      ? editor.texts.hasMarks
      : misfit.because.endsWith("unreal")
        ? editor.texts.never
        : misfit.because.endsWith("twice")
          ? editor.texts.twice
          : editor.texts.outside;
  return one ? `${nameOf(one, editor)}: ${text}` : text;
}

/** A part of a session as it is read. */
export function partText(session: PlannedFacts, part: FactPart, editor: Editor): string {
  if (part === "when") return spokenTime(session, editor);
  if (part === "kind") return editor.words.kinds[session.kind];
  if (part === "isCounted") return session.isCounted ? "✓" : "–";
  return partOf(session, part) || "–";
}
