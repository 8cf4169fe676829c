import { everywhere } from "#app/access/permissions.ts";
import { addMember } from "#app/faculty/commands.ts";
import { answerForm, memberForm, seenMark } from "#app/faculty/form.ts";
import { answerRequest } from "#app/faculty/requests/answers.commands.ts";
import { askStaff } from "#app/faculty/requests/asking.commands.ts";
import { saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { findSession, listSessionsOf } from "#app/timetable/queries.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

/** Three days before the first session of the workshop. */
export const at: Instant = "2026-11-20T15:00:00.000Z";
export const code = "MJ-2026-09";

type Setting = {
  isKnown?: boolean;
  email?: string | null;
  locale?: "es" | "ja" | "en";
  numbers?: number[];
  /** The workshop's first day; that of `at` by default. */
  startsOn?: LocalDate;
};

/** A workshop of five sessions, and somebody who is proposed for some of them, with an account or without. */
export async function proposed(database: Database, setting: Setting = {}) {
  const { isKnown, email, locale = "es", numbers = [1, 2], startsOn } = setting;
  const coordinator = await addAccount(database, { email: "coordina@demo.example", grants: ["administrator"] });
  const days = startsOn ? { startsOn, endsOn: plusLocalDays(startsOn, 4) } : {};
  const workshopId = await addWorkshop(database, { code, ...days });
  const account = isKnown ? await addAccount(database, { email: "imparte@demo.example", person: { locale } }) : null;
  const address = email === undefined ? "imparte@demo.example" : email;
  const personId = account?.personId ?? (await addPerson(database, { locale, email: null })).personId;
  if (!account)
    await database.transact((trx) =>
      trx.updateTable("person").set({ email: address }).where("id", "=", personId).execute(),
    );
  const by = { accountId: coordinator.accountId, at };
  const facultyId = await database.transact(async (trx) => {
    const input = memberForm.parse({ roles: "instructor", languages: locale });
    return (await addMember(trx, { personId, ...input }, by)).id;
  });
  await place(database, { facultyId, numbers });
  return { workshopId, personId, facultyId, by, accountId: account?.accountId ?? null };
}

/** Puts somebody into these sessions. */
export const place = (database: Database, { facultyId, numbers }: { facultyId: Id<"faculty">; numbers: number[] }) =>
  database.transact(async (trx) => {
    const workshop = await held(trx);
    for (const number of numbers) {
      const session = await findSession(trx, workshop.id, number);
      const chosen = [{ role: "instructor" as const, name: "instructor.1", facultyId }];
      if (session) await saveStaff(trx, session.id, chosen, { accountId: null, at });
    }
  });

const held = async (trx: Parameters<typeof holdWorkshop>[0]) => {
  const workshop = await holdWorkshop(trx, code, everywhere);
  if (!workshop) throw new Error("there is no such workshop");
  return workshop;
};

export const ask = (database: Database, when: Instant = at, accountId: Id<"account"> | null = null) =>
  database.transact(async (trx) => askStaff(trx, await held(trx), { accountId, at: when }));

export const requestOf = (database: Database) =>
  database.read.selectFrom("teachingRequest").selectAll().executeTakeFirstOrThrow();

/** What a page of the request would send now. */
export async function answering(database: Database, accepted: number[], answer: "accept" | "decline" = "accept") {
  const { workshopId } = await requestOf(database);
  const sessions = await listSessionsOf(database.read, [workshopId]);
  const staff = await database.read.selectFrom("sessionStaff").select(["sessionId", "state"]).execute();
  const own = sessions.filter(({ id }) => staff.some((row) => row.sessionId === id && row.state !== "proposed"));
  return answerForm.parse({
    answer,
    accepted: own.filter(({ number }) => accepted.includes(number)).map(({ id }) => id),
    seen: own.map(({ id, startsAt }) => seenMark({ sessionId: id, startsAt })),
    reason: answer === "decline" ? "Estoy de viaje." : "",
  });
}

export async function answer(
  database: Database,
  accepted: number[],
  { kind = "accept" as "accept" | "decline", when = plusDays(at, 1), accountId = null as Id<"account"> | null } = {},
) {
  const { id } = await requestOf(database);
  const input = await answering(database, accepted, kind);
  return database.transact((trx) => answerRequest(trx, id, input, { accountId, at: when }));
}

/** What somebody has said, by the number of the session. */
export async function statesOf(database: Database): Promise<Record<number, string>> {
  const rows = await database.read
    .selectFrom("sessionStaff")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .select(["session.number", "sessionStaff.state"])
    .orderBy("session.number")
    .execute();
  return Object.fromEntries(rows.map(({ number, state }) => [number, state]));
}

export const grantsOf = (database: Database, workshopId: Id<"workshop">) =>
  database.read.selectFrom("roleGrant").select(["role", "accountId"]).where("workshopId", "=", workshopId).execute();

/** What has been made known, in its order. */
export const eventsOf = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("event").where("event", "like", "teaching.%").orderBy("id").execute()).map(
    ({ event }) => event,
  );
