import { type MovedView, movedView } from "#app/desk/timetable/shift/moved-view.ts";
import { listFaculty } from "#app/faculty/queries.ts";
import { isPlanned } from "#app/faculty/rules.ts";
import { listStaff } from "#app/faculty/staff/staff.queries.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import { type Edition, type EditionSession, editionPlan } from "#app/timetable/edition/edition-plan.ts";
import { answerField } from "#app/timetable/edition/form.ts";
import { gridClocks } from "#app/timetable/grid/clocks.ts";
import { titleText } from "#app/timetable/grid/words/block-text.ts";
import { type GridWords, gridWords } from "#app/timetable/grid/words/grid-words.ts";
import type { Misfit } from "#app/timetable/plan/misfits.rules.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { FieldErrors } from "#app/web/invalid.ts";
import { listDaysOff } from "#app/workshops/calendar/days-off.rules.ts";
import { daysOffView } from "#app/workshops/calendar/days-off-view.ts";
import { findNextCode } from "#app/workshops/plan/draft.queries.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

type Page = Pick<Reading, "actor" | "locale" | "t" | "reach">;
export type EditionRow = MovedView & {
  /** The field that says what becomes of it; null where nothing is asked. */
  field: string | null;
  isLeft: boolean;
  /** Whether an hour later would help: its clock skips the hour. */
  mayBeLater: boolean;
};
type Former = { workshop: WholeWorkshop; sessions: readonly Session[]; archived: ReadonlySet<string> };

/** What a page shows of an edition that is to be: its days, what is off then, its sessions, and what is asked. */
export async function editionView(db: Reader, former: Former, edition: Edition, page: Page) {
  const { locale, t, reach, actor } = page;
  const { workshop, sessions } = former;
  const plan = editionPlan(former, edition);
  const words = gridWords(t, locale, gridClocks(workshop.zone, actor.zone));
  const rows = edition.parts.includes("sessions")
    ? sessions.map((session) => rowOf({ session, edition }, plan, { sessions, words, page: { ...page, code: "" } }))
    : [];
  const programme = (await listProgrammes(db, reach)).find(({ id }) => id === workshop.programmeId);
  return {
    startsOn: edition.startsOn,
    version: workshop.changedAt,
    period: formatPeriod(locale, plan.days.startsOn, plan.days.endsOn),
    daysOff: daysOffView(listDaysOff({ from: plan.days.startsOn, to: plan.days.endsOn }), { locale, t }),
    nextCode: programme ? await findNextCode(db, programme, edition.startsOn.slice(0, 4)) : "",
    rows,
    planned: plan.sessions.length,
    asked: plan.misfits.length,
    unbooked: plan.unbooked,
    staff: edition.parts.includes("faculty") ? await countStaff(db, plan) : null,
  };
}

export type EditionView = Awaited<ReturnType<typeof editionView>>;

/** How many people would be proposed again, and how many are left out as they declined or are in the archive. */
async function countStaff(db: Reader, plan: Plan) {
  const staff = await listStaff(
    db,
    plan.sessions.map(({ session }) => session.id),
  );
  const archived = new Set((await listFaculty(db)).flatMap(({ id, archivedAt }) => (archivedAt ? [id] : [])));
  const everybody = new Set(staff.map(({ facultyId }) => facultyId));
  const again = new Set(
    staff.filter((row) => isPlanned(row) && !archived.has(row.facultyId)).map(({ facultyId }) => facultyId),
  );
  return { again: again.size, left: everybody.size - again.size };
}

/** What is said where something is still asked: for the form as a whole, and beside each session. */
export const askedErrors = ({ rows }: EditionView): FieldErrors => ({
  "": "desk:edition.asked",
  ...Object.fromEntries(
    rows.flatMap(({ field, problem }) => (field && problem ? [[field, "common:form.choose"] as const] : [])),
  ),
});

type Plan = ReturnType<typeof editionPlan>;
type Showing = {
  sessions: readonly Session[];
  words: GridWords;
  page: { code: string; locale: Locale; t: Translator };
};

function rowOf(
  { session, edition }: { session: Session; edition: Edition },
  plan: Plan,
  { sessions, words, page }: Showing,
): EditionRow {
  const planned = plan.sessions.find((one) => one.session.id === session.id);
  const misfit = plan.misfits.find(({ id }) => id === session.id);
  const shown = { key: session.id, session, facts: planned?.facts ?? session };
  const view = movedView(shown, { sessions, misfits: misfit ? [misfit] : [], words, page });
  const answer = edition.answers.get(session.number);
  const isSkipped = planned ? skips(planned) : false;
  return {
    ...view,
    after: planned ? view.after : null,
    problem: misfit ? problemOf(misfit, view, { sessions, words }) : null,
    field: misfit || answer ? answerField(session.number) : null,
    isLeft: planned === undefined,
    mayBeLater: isSkipped || answer === "later",
  };
}

/** Whether its clock never shows when it begins, or when it ends. */
const skips = ({ facts }: EditionSession) =>
  [facts.startsLocal, facts.endsLocal].some((wall) => wallToInstant(wall, facts.zone) === null);

/** The other session is one of the new edition too: it is named, and has no page yet. */
function problemOf(misfit: Misfit, view: MovedView, { sessions, words }: Omit<Showing, "page">): FormMessage | null {
  if (misfit.because !== "clash") return view.problem;
  const other = sessions.find(({ id }) => id === misfit.otherId);
  return other ? { key: "desk:edition.clash", values: { session: titleText(other, words).text } } : view.problem;
}
