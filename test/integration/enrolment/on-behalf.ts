import { undoAct } from "#app/enrolment/behalf/act/undo.commands.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { findStanding } from "#app/enrolment/behalf/behalf.queries.ts";
import { type Change, versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { changeOnBehalf } from "#app/enrolment/behalf/participant/change.commands.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { addWorkshop } from "#test/support/world.ts";

/** Three weeks before the first day of the workshop. */
export const at = "2026-11-01T12:00:00.000Z" as const;

type Someone = { personId: Id<"person"> };
type Where = { workshopId: Id<"workshop">; accountId: Id<"account"> | null; at: Instant };

/** As the page sends it that shows the enrolment as it stands. */
export async function change(
  trx: Writer,
  { personId }: Someone,
  how: Change,
  { workshopId, ...by }: Where,
  reason = "R",
) {
  const enrolment = await findEnrolment(trx, workshopId, personId);
  const found = enrolment && (await findStanding(trx, workshopId, enrolment.id));
  const seen = found
    ? { version: versionOf(found.enrolment), passedOver: found.ahead.map(({ id }) => id) }
    : { version: "", passedOver: [] };
  const enrolmentId = enrolment?.id ?? asId<"enrolment">("none");
  return changeOnBehalf(trx, { workshopId, enrolmentId, change: how, reason, note: null, seen }, by);
}

export const add = (trx: Writer, people: Someone[], { workshopId, ...by }: Where, seats = 0) =>
  addOnBehalf(
    trx,
    { workshopId, personIds: people.map(({ personId }) => personId), reason: "R", note: null, seats },
    by,
  );

/** As the door does it: what is refused is undone as a whole. */
export async function undo(database: Database, actId: Id<"enrolmentAct">, { workshopId, ...by }: Where) {
  class Refused extends Error {}
  let outcome: Awaited<ReturnType<typeof undoAct>> | undefined;
  const work = async (trx: Writer) => {
    outcome = await undoAct(trx, { actId, workshopId }, by);
    if (outcome.status === "refused") throw new Refused();
  };
  await database.transact(work).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  });
  return outcome?.status === "refused" ? outcome.because : "undone";
}

/** Who has a seat, and who waits in which order, by their place in a list; and the counters. */
export async function standing({ read }: Database, workshopId: Id<"workshop">, people: Someone[]) {
  const rows = await read
    .selectFrom("enrolment")
    .select(["personId", "state"])
    .where("workshopId", "=", workshopId)
    .orderBy("ticket")
    .execute();
  const of = (state: string) =>
    rows
      .filter((row) => row.state === state)
      .map((row) => people.findIndex(({ personId }) => personId === row.personId));
  const counters = await read
    .selectFrom("workshop")
    .select(["seatsTaken", "reserveCount"])
    .where("id", "=", workshopId)
    .executeTakeFirstOrThrow();
  return { seats: of("confirmed").toSorted((a, b) => a - b), queue: of("reserve"), ...counters };
}

/** As many people as seats and five more; the first so many have enrolled. */
export async function world(database: Database, { capacity = 2, enrolled = 0, ...options }: Options = {}) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity, ...options });
  const people: Awaited<ReturnType<typeof addAccount>>[] = [];
  for (let i = 0; i < 7; i += 1) people.push(await addAccount(database, { grants: ["official"], passwordHash: null }));
  const { accountId } = await addAccount(database, { passwordHash: null });
  await database.transact(async (trx) => {
    for (const one of people.slice(0, enrolled)) await enrol(trx, { ...one, workshopId }, { ...one, at });
  });
  const where = (when: Instant = plusMinutes(at, 60)) => ({ workshopId, accountId, at: when });
  const act = (work: (trx: Writer) => Promise<unknown>) => database.transact(work) as Promise<Done>;
  const seen = () => standing(database, workshopId, people);
  return { workshopId, people, accountId, where, act, seen };
}
type Options = Partial<Parameters<typeof addWorkshop>[1]> & { enrolled?: number };
type Done = { status: string; because?: string; actId: Id<"enrolmentAct"> };
