import { markForAll, markTask, reopenTask } from "#app/dossier/commands.ts";
import { stayForm } from "#app/dossier/journey/form.ts";
import { saveStay } from "#app/dossier/journey/journey.commands.ts";
import { findTask, listEntries } from "#app/dossier/queries.ts";
import type { EntryState } from "#app/dossier/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { addTasks } from "#test/support/dossiers.ts";
import { held } from "#test/support/plan-of.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";

export const code = "MJ-2027-01";
export const at = "2026-11-01T12:00:00.000Z" as const;
export const by = { accountId: null, at };

/**
 * A workshop from the 4th to the 8th of January 2027 with its tasks: 1 passport, by 5 November, keeps a day; 2 report,
 * by 14 December; 3 flight, of the funder; 4 insurance, of the funder, keeps a text. Ana and Haruka have seats, Beto
 * waits.
 */
export async function preparingWorld(database: Database) {
  const workshopId = await addWorkshop(database, { code, startsOn: "2027-01-04", endsOn: "2027-01-08" });
  await addWorkshop(database, { code: "ZZ-1" });
  const programmeId = await programmeOf(database, workshopId);
  const coordinator = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
  const others = await programmeOf(database, await addWorkshop(database, { code: "ZZ-2" }));
  const stranger = await addAccount(database, { grants: [{ role: "coordinator", programmeId: others }] });
  const official = (email: string, person: object) =>
    addAccount(database, { email, grants: ["official"], person, passwordHash: null });
  const ana = await official("ana@sat.example", { familyName: "Ávila", givenName: "Ana" });
  const haruka = await official("haruka@jcg.example", {
    ...{ familyName: "Takahashi", givenName: "Haruka", country: "JP", locale: "ja", zone: "Asia/Tokyo" },
  });
  const beto = await official("beto@sat.example", { familyName: "Bravo", givenName: "Beto" });
  const seat = async ({ personId }: { personId: Id<"person"> }, state: "confirmed" | "reserve", ticket: number) =>
    addEnrolment(database, { workshopId, personId, state, ticket });
  const seats = {
    ana: await seat(ana, "confirmed", 1),
    haruka: await seat(haruka, "confirmed", 2),
    beto: await seat(beto, "reserve", 3),
  };
  await database.transact((trx) =>
    trx.updateTable("workshop").set({ seatsTaken: 2, reserveCount: 1 }).where("id", "=", workshopId).execute(),
  );
  await addTasks(database, code, ["passport", "report", "flight", "insurance"], by);
  return { workshopId, programmeId, coordinator, stranger, ana, haruka, beto, seats };
}

type Kept = { heldOn?: LocalDate; heldText?: string };

export const mark = (
  database: Database,
  enrolmentId: Id<"enrolment">,
  number: number,
  state: EntryState | "open",
  { heldOn, heldText = "" }: Kept = {},
  when: Instant = at,
) =>
  database.transact(async (trx) => {
    const { id } = await held(trx, { code });
    const task = await findTask(trx, id, number);
    if (!task) throw new Error(`There is no task ${number}.`);
    const doing = { ...by, at: when };
    if (state === "open") return reopenTask(trx, { enrolmentId, task }, doing);
    return markTask(trx, { enrolmentId, task }, { state, heldOn: heldOn ?? null, heldText }, doing);
  });

export const markAll = (database: Database, number: number, state: EntryState | "open") =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const task = await findTask(trx, workshop.id, number);
    if (!task) throw new Error(`There is no task ${number}.`);
    return markForAll(trx, workshop, { task, state }, by);
  });

export const stay = (database: Database, enrolmentId: Id<"enrolment">, typed: Record<string, string>) =>
  database.transact(async (trx) =>
    saveStay(trx, await held(trx, { code }), { enrolmentId, input: stayForm.parse(typed) }, by),
  );

/** Who has done which task by its number, and what it keeps. */
export async function marked({ read }: Database, workshopId: Id<"workshop">) {
  const tasks = await read.selectFrom("dossierTask").select(["id", "number"]).execute();
  const numberOf = new Map(tasks.map(({ id, number }) => [id, number]));
  return (await listEntries(read, workshopId))
    .map(({ enrolmentId, taskId, state, heldOn, heldText }) => ({
      ...{ enrolmentId, number: numberOf.get(taskId) ?? 0, state, kept: heldOn ?? heldText },
    }))
    .toSorted((a, b) => a.number - b.number || a.enrolmentId.localeCompare(b.enrolmentId));
}
