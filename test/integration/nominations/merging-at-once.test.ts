import { expect, test } from "vitest";
import { mergeNominations } from "#app/nominations/nomination/steps.commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { merge } from "#test/integration/doubles/merging.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { brief, listFor, nominateAt, nominatingWorld, put } from "./nominating.ts";
import { announce, decide, promise, selectingWorld } from "./selecting.ts";

const by = { accountId: null, at: nominateAt };

/** Ávila and Bravo are one person: the record of the second one goes. */
const makeOne = (database: Database, { ana, beto }: Record<"ana" | "beto", Id<"person">>) =>
  merge(database, [ana, beto], { account: "kept" });

/** Both records are nominated, one behind the other. */
async function nominatedTwice(database: Database) {
  const world = await nominatingWorld(database);
  await put(database, world.mexico, [world.ana, world.beto]);
  return world;
}

const withoutGap = ["1 Ávila draft", "2 Cano draft", "- Ávila withdrawn"];

describeDatabases("two records of one nominee become one at the same time", (open) => {
  test("as another is nominated: ranks stay without gaps", async () => {
    const database = await open();
    const world = await nominatedTwice(database);
    const [merged, added] = await overlapping(
      database,
      (own) => makeOne(own, world),
      () => put(database, world.mexico, [world.carla]),
    );
    expect([merged.status, added.status]).toEqual(["merged", "nominated"]);
    expect(brief(await listFor(database, world, world.mexico))).toEqual(withoutGap);
  });

  test("as another has just been nominated: the same", async () => {
    const database = await open();
    const world = await nominatedTwice(database);
    const [added, merged] = await overlapping(
      database,
      (own) => put(own, world.mexico, [world.carla]),
      () => makeOne(database, world),
    );
    expect([merged.status, added.status]).toEqual(["merged", "nominated"]);
    expect(brief(await listFor(database, world, world.mexico))).toEqual(withoutGap);
  });

  test("after one was selected and the other was not: what was selected stays, whichever record goes", async () => {
    const database = await open();
    const world = await selectingWorld(database, 3);
    await decide(database, ["Bravo"], { decision: "selected" });
    await decide(database, ["Ávila", "Cano", "Takahashi"], { decision: "notSelected", because: "seats" });
    await announce(database, await promise(database));
    expect((await makeOne(database, world)).status).toBe("merged");
    expect(brief(await listFor(database, world, world.mexico))).toEqual([
      "1 Ávila selected",
      "2 Cano notSelected",
      "- Ávila withdrawn",
    ]);
  });

  test("as both are selected: which of the two seats stays has to be said first", async () => {
    const database = await open();
    const world = await selectingWorld(database, 3);
    await decide(database, ["Ávila", "Bravo"], { decision: "selected" });
    await decide(database, ["Cano", "Takahashi"], { decision: "notSelected", because: "seats" });
    const promised = await promise(database);
    const [announced, merged] = await overlapping(
      database,
      (own) => announce(own, promised),
      () => makeOne(database, world),
    );
    expect([announced, merged]).toMatchObject([{ status: "announced" }, { status: "refused", because: "undecided" }]);
    const found = brief(await listFor(database, world, world.mexico));
    expect(found).toEqual(["1 Ávila selected", "2 Bravo selected", "3 Cano notSelected"]);
  });
});

describePostgres("control: without holding the workshop", (open) => {
  test("a rank is empty", async () => {
    const database = await open();
    const world = await nominatedTwice(database);
    await overlapping(
      database,
      (own) => own.transact((trx) => mergeNominations(trx, world.ana, world.beto, by)),
      () => put(database, world.mexico, [world.carla]),
    );
    const found = brief(await listFor(database, world, world.mexico));
    expect(found).toEqual(["1 Ávila draft", "3 Cano draft", "- Bravo withdrawn"]);
  });
});
