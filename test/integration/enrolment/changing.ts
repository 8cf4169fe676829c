import { everywhere } from "#app/access/permissions.ts";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { quietMinutes } from "#app/outbox/rules.ts";
import { reactions } from "#app/reactions.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession } from "#app/timetable/queries.ts";
import { sessionValues } from "#app/timetable/session/session-form-values.ts";
import { changeWorkshop } from "#app/workshops/commands.ts";
import { workshopForm, workshopTexts } from "#app/workshops/form.ts";
import { listLanguages } from "#app/workshops/languages.queries.ts";
import { listThemeIds } from "#app/workshops/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";

/** Three weeks before the workshop's first day. */
export const at = "2026-11-01T12:00:00.000Z" as const;
export const code = "MJ-1";

/** By then the last change is old enough to be told. */
export const quiet = (since: Instant) => plusMinutes(since, quietMinutes + 1);

type Reader = { locale: "es" | "ja" | "en"; zone?: "Asia/Tokyo" | "America/Mexico_City" };

/** A workshop of two seats in which so many have asked for one and been told. */
export async function toldWorkshop(database: Database, readers: Reader[], capacity = 2) {
  const workshopId = await addWorkshop(database, { code, capacity });
  const people = [];
  for (const { locale, zone = "Asia/Tokyo" } of readers) {
    const account = await addAccount(database, { grants: ["official"], passwordHash: null, person: { locale, zone } });
    await database.transact((trx) => enrol(trx, { ...account, workshopId }, { ...account, at }));
    people.push(account);
  }
  await run(database, at);
  return { workshopId, people };
}

export const run = (database: Database, when: Instant) =>
  runDueJobs({ ...jobContext(database, when), at: when, reactions });

/** The letters about changes, by whom they went to. */
export const letters = async ({ read }: Database) =>
  await read
    .selectFrom("mail")
    .select(["personId", "kind", "locale", "subject", "bodyText", "bodyHtml", "composedAt"])
    .where("kind", "in", ["enrolment.replanned", "enrolment.replannedReserve"])
    .orderBy("composedAt")
    .orderBy("id")
    .execute();

type SessionChange = Partial<Record<"date" | "startsTime" | "endsTime" | "room" | "kind" | "isCounted", string>> & {
  title?: string;
};

/** As the session's form is saved; a new one where none has the number. */
export async function changeSession(trx: Writer, number: number, change: SessionChange, when: Instant): Promise<void> {
  const workshop = await held(trx, { code });
  const session = await findSession(trx, workshop.id, number);
  const { title, ...fields } = change;
  const values = session ? await sessionValues(trx, workshop, session) : { kind: "lecture", isCounted: "1", room: "" };
  const input = sessionForm.parse({ ...values, ...fields, ...(title === undefined ? {} : { "title.es": title }) });
  const outcome = await saveSession(trx, workshop, session, input, { accountId: null, at: when });
  if (outcome.status === "refused") throw new Error(outcome.because);
}

export async function dropSessionOf(trx: Writer, number: number, when: Instant): Promise<void> {
  const workshop = await held(trx, { code });
  const session = await findSession(trx, workshop.id, number);
  if (!session) throw new Error(`There is no session ${number}.`);
  const outcome = await removeSession(trx, workshop, session, { accountId: null, at: when });
  if (outcome !== "removed") throw new Error(outcome);
}

/** As the workshop's form is saved. */
export async function changeFacts(trx: Writer, change: Record<string, string>, when: Instant): Promise<void> {
  const plan = await planOf(trx, { code });
  const { workshop } = plan;
  const { texts, ...facts } = workshop;
  const input = workshopForm.parse({
    ...facts,
    venueId: facts.venueId ?? "",
    capacity: String(workshop.capacity),
    minimumAttendance: String(workshop.minimumAttendance),
    workingLanguages: await listLanguages(trx, workshop.id),
    themeIds: await listThemeIds(trx, workshop.id),
    ...workshopTexts.title.write(texts.title),
    ...workshopTexts.summary.write(texts.summary),
    ...workshopTexts.venue.write(texts.venue),
    ...workshopTexts.requirements.write(texts.requirements),
    ...change,
  });
  const outcome = await changeWorkshop(trx, plan, input, { accountId: null, at: when, reach: everywhere });
  if (outcome.status === "refused") throw new Error(outcome.because);
}

export const jobsOf = ({ read }: Database, event: "workshop.replanned" | "enrolment.replanned") =>
  read.selectFrom("outbox").selectAll().where("event", "=", event).orderBy("id").execute();
