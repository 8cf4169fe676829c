import { expect, test } from "vitest";
import { announceSelection } from "#app/enrolment/selection/announcement/announcing.commands.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { withdrawNomination } from "#app/nominations/nomination/steps.commands.ts";
import { listRounds } from "#app/nominations/selection/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { afterClosing } from "./calling.ts";
import { brief, code, listFor, type World } from "./nominating.ts";
import { announce, decide, promise, selectingWorld } from "./selecting.ts";

const by = { accountId: null, at: afterClosing };

/** Everybody is decided on: Ávila and Takahashi are selected. */
async function decided(database: Database) {
  const world = await selectingWorld(database);
  await decide(database, ["Ávila", "Takahashi"], { decision: "selected" });
  await decide(database, ["Bravo"], { decision: "reserve" });
  await decide(database, ["Cano"], { decision: "notSelected", because: "seats" });
  const [first] = await listFor(database, world, world.mexico);
  if (!first) throw new Error("nobody is nominated");
  return { ...world, id: first.id, promised: await promise(database) };
}

const leave = async (trx: Writer, workshop: HeldWorkshop, { workshopId, id }: World & { id: Id<"nomination"> }) => {
  const nomination = await findNomination(trx, { workshopId, id });
  if (!nomination) throw new Error("nobody is nominated");
  return withdrawNomination(trx, workshop, nomination, { who: "sender", because: "workload", note: "" }, by);
};

const leaving = (database: Database, world: World & { id: Id<"nomination"> }) =>
  database.transact(async (trx) => leave(trx, await held(trx, { code }), world));

const seated = async ({ read }: Database, workshopId: Id<"workshop">) =>
  (await read.selectFrom("enrolment").select("state").where("workshopId", "=", workshopId).execute())
    .map(({ state }) => state)
    .toSorted();

describeDatabases("a selection that two act on at once", (open) => {
  test("is announced once: the second finds nothing left to announce", async () => {
    const database = await open();
    const { workshopId, promised } = await decided(database);
    const outcomes = await overlapping(
      database,
      (own) => announce(own, promised),
      () => announce(database, promised),
    );
    expect(outcomes).toMatchObject([{ status: "announced" }, { status: "refused" }]);
    expect(await listRounds(database.read, workshopId)).toHaveLength(1);
    expect(await seated(database, workshopId)).toEqual(["confirmed", "confirmed", "reserve"]);
  });

  test("where somebody withdraws first, is refused: nobody gets a seat that they have given up", async () => {
    const database = await open();
    const world = await decided(database);
    const [, announced] = await overlapping(
      database,
      (own) => leaving(own, world),
      () => announce(database, world.promised),
    );
    expect(announced).toMatchObject({ status: "refused" });
    expect(await seated(database, world.workshopId)).toEqual([]);
    expect(brief(await listFor(database, world, world.mexico))).toContain("- Ávila withdrawn");
  });

  test("where it is announced first, refuses the withdrawal: the seat is the enrolment's", async () => {
    const database = await open();
    const world = await decided(database);
    const [announced, left] = await overlapping(
      database,
      (own) => announce(own, world.promised),
      () => leaving(database, world),
    );
    expect([announced, left]).toMatchObject([{ status: "announced" }, { status: "refused" }]);
    expect(brief(await listFor(database, world, world.mexico))).toContain("1 Ávila selected");
    expect(await seated(database, world.workshopId)).toEqual(["confirmed", "confirmed", "reserve"]);
  });
});

describePostgres("control: without holding the workshop", (open) => {
  test("somebody who has withdrawn gets a seat", async () => {
    const database = await open();
    const world = await decided(database);
    const unheld = async (trx: Writer) => (await findWorkshop(trx, code, "public")) as HeldWorkshop;
    await database.transact(async (trx) => {
      const seen = await findNomination(trx, world);
      await database.transact(async (other) => announceSelection(other, await unheld(other), world.promised, by));
      if (seen)
        await withdrawNomination(trx, await unheld(trx), seen, { who: "sender", because: "workload", note: "" }, by);
    });
    expect(brief(await listFor(database, world, world.mexico))).toContain("- Ávila withdrawn");
    expect(await seated(database, world.workshopId)).toEqual(["confirmed", "confirmed", "reserve"]);
  });
});
