import { to } from "#app/addresses.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import type { EditorData } from "#app/timetable/editor/editor.ts";
import { editorTexts } from "#app/timetable/editor/editor-texts.ts";
import { plannedView } from "#app/timetable/plan/planned-view.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { timetableView } from "./timetable-view.ts";

type Edited = {
  workshop: Workshop;
  sessions: readonly Session[];
  view: ReturnType<typeof timetableView>;
  added: EditorData["added"];
};

/** What the editor's script has to know. */
export async function editorData(
  { db, locale, t, actor, url }: Pick<Reading, "db" | "locale" | "t" | "actor" | "url">,
  { workshop, sessions, view, added }: Edited,
): Promise<EditorData> {
  const { code, startsOn, endsOn } = workshop;
  const marks = await countMarksBySession(
    db,
    sessions.map(({ id }) => id),
  );
  return {
    sessions: sessions.map((session) => plannedView(session, locale)),
    columns: view.columns,
    names: view.grid.columns.map(({ name }) => name),
    words: view.words,
    texts: editorTexts(t),
    days: { startsOn, endsOn },
    marked: [...marks.keys()],
    account: actor.accountId,
    version: workshop.changedAt,
    urls: {
      acts: to.timetableActs({ locale, code }),
      session: to.session({ locale, code, n: "0" }).replace(/0$/, "{number}"),
      signIn: to.signIn({ locale }, { next: url.pathname + url.search }),
      paste: to.timetablePaste({ locale, code }),
    },
    added,
  };
}
