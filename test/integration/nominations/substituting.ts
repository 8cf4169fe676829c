import { expect } from "vitest";
import { listParticipants } from "#app/enrolment/queries.ts";
import { acceptSubstitute } from "#app/enrolment/substitution/substitution.commands.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { endorse } from "#app/nominations/nomination/steps.commands.ts";
import { proposeSubstitute } from "#app/nominations/substitution/substitution.commands.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { held } from "#test/support/plan-of.ts";
import { afterClosing } from "./calling.ts";
import { code, handIn, listFor } from "./nominating.ts";
import { announce, decide, promise, selectingWorld } from "./selecting.ts";

export const proposedAt = plusDays(afterClosing, 10);
const sentAt = plusDays(afterClosing, 11);
export const decidedAt = plusDays(afterClosing, 12);
/** Minutes from when the test's worker begins until all of that is over. */
export const later = 60 * 24 * 150;
export const by = (at: Instant) => ({ accountId: null, at });

/** Ávila and Takahashi have the two seats, Bravo waits; Dorantes of the same institution is not nominated. */
export async function announced(database: Database) {
  const world = await selectingWorld(database);
  await decide(database, ["Ávila", "Takahashi"], { decision: "selected" });
  await decide(database, ["Bravo"], { decision: "reserve" });
  await decide(database, ["Cano"], { decision: "notSelected", because: "seats" });
  expect(await announce(database, await promise(database))).toMatchObject({ status: "announced" });
  const other = async (familyName: string, institutionId: Id<"institution">) =>
    (await addAccount(database, { person: { familyName, institutionId }, passwordHash: null })).personId;
  const [first] = await listFor(database, world, world.mexico);
  if (!first) throw new Error("nobody is nominated");
  return {
    ...world,
    leaving: first.id,
    dorantes: await other("Dorantes", world.mexico),
    eto: await other("Etō", world.japan),
  };
}

type World = Awaited<ReturnType<typeof announced>>;

export const propose = (
  database: Database,
  { workshopId, leaving }: World,
  personId: Id<"person">,
  at: Instant = proposedAt,
) =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const replaced = await findNomination(trx, { workshopId, id: leaving });
    if (!replaced) throw new Error("nobody leaves");
    return proposeSubstitute(trx, { workshop, replaced }, { personId, because: "workload" }, by(at));
  });

export const send = (database: Database, { workshopId }: World, id: Id<"nomination">, at: Instant = sentAt) =>
  database.transact(async (trx) => {
    const nomination = await findNomination(trx, { workshopId, id });
    return nomination && endorse(trx, await held(trx, { code }), [nomination], by(at));
  });

export const accept = (database: Database, { workshopId }: World, id: Id<"nomination">, at: Instant = decidedAt) =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const nomination = await findNomination(trx, { workshopId, id });
    return nomination && acceptSubstitute(trx, workshop, nomination, by(at));
  });

/** Proposed, with a letter of its own, and sent. */
export async function proposed(database: Database, world: World) {
  const outcome = await propose(database, world, world.dorantes);
  if (outcome.status !== "proposed") throw new Error(outcome.because);
  await handIn(database, world.mexico, plusDays(proposedAt, 0.5), { code, signedOn: "2027-03-18" });
  expect(await send(database, world, outcome.id)).toEqual({ status: "done" });
  return outcome.id;
}

export const places = async ({ read }: Database, workshopId: Id<"workshop">) =>
  (await listParticipants(read, workshopId)).map(({ familyName, state }) => `${familyName} ${state}`);

export const counted = ({ read }: Database, id: Id<"workshop">) =>
  read.selectFrom("workshop").select(["seatsTaken", "reserveCount"]).where("id", "=", id).executeTakeFirstOrThrow();
