import { expect, test } from "vitest";
import type { Database, Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { addWorkshop } from "#test/support/world.ts";

const rename = (trx: Writer, id: Id<"session">, room: string) =>
  trx.updateTable("session").set({ room }).where("id", "=", id).execute();

async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1" });
  const rows = async () => database.read.selectFrom("session").selectAll().orderBy("id").execute();
  const [first, second] = (await rows()).map(({ id }) => id) as [Id<"session">, Id<"session">];
  const roomOf = async (db: Pick<Database["read"], "selectFrom">, id: Id<"session">) =>
    (await db.selectFrom("session").select("room").where("id", "=", id).executeTakeFirstOrThrow()).room;
  return { workshopId, rows, first, second, roomOf };
}

describeDatabases("a row that is held", (open) => {
  test("is as it was before", async () => {
    const database = await open();
    const { rows, first, second, workshopId } = await setUp(database);
    const before = await rows();
    const workshop = () => database.read.selectFrom("workshop").selectAll().executeTakeFirstOrThrow();
    const planned = await workshop();
    await database.transact(async (trx) => {
      expect(await hold(trx, "session", first, second)).toBe(true);
      expect(await hold(trx, "workshop", workshopId)).toBe(true);
      expect(await hold(trx, "programme", planned.programmeId)).toBe(true);
      expect(await hold(trx, "institution", planned.hostInstitutionId)).toBe(true);
    });
    expect([await rows(), await workshop()]).toEqual([before, planned]);
  });

  test("is told to be missing, also where it is one of several", async () => {
    const database = await open();
    const { first } = await setUp(database);
    await database.transact(async (trx) => {
      expect(await hold(trx, "session", id("session", "none"))).toBe(false);
      expect(await hold(trx, "session", first, id("session", "none"))).toBe(false);
    });
  });

  test("keeps whoever holds it next waiting, who then reads what the first has left", async () => {
    const database = await open();
    const { first, roomOf } = await setUp(database);
    const [, read] = await overlapping(
      database,
      (pausing) => pausing.transact((trx) => rename(trx, first, "Aula 9")),
      () =>
        database.transact(async (trx) => {
          await hold(trx, "session", first);
          return roomOf(trx, first);
        }),
    );
    expect(read).toBe("Aula 9");
  });

  test("never stands in the way of somebody who holds the same ones in another order", async () => {
    const database = await open();
    const { first, second, roomOf } = await setUp(database);
    const inOrder = (...ids: Id<"session">[]) =>
      database.transact(async (trx) => {
        await hold(trx, "session", ...ids);
        for (const id of ids) await rename(trx, id, `${await roomOf(trx, id)}+`);
      });
    await Promise.all(
      Array.from({ length: 10 }, (_, turn) => (turn % 2 ? inOrder(first, second) : inOrder(second, first))),
    );
    expect([await roomOf(database.read, first), await roomOf(database.read, second)]).toEqual(
      Array(2).fill(`Aula 2${"+".repeat(10)}`),
    );
  });
});
