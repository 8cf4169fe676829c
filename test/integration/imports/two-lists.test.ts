import { expect, test } from "vitest";
import { takeOffProgramme } from "#app/programmes/list.commands.ts";
import { now } from "#app/time/instant.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { headings, peopleOf, sendingSetUp } from "./sending.ts";

const maria = "Peña,Núñez,María,maria@example.mx,MX,Jefa\n";
const juan = "Ruiz,,Juan,juan@example.mx,MX,\n";
const both = ["Peña María maria@example.mx Jefa", "Ruiz Juan juan@example.mx "];

describeDatabases("two lists, or two rows, about one person", (open) => {
  const setUp = async () => {
    const database = await open();
    const sending = await sendingSetUp(database);
    const { check, decide, work } = sending;
    const apply = async (path: string) => {
      await decide(path, { part: "apply" });
      await work();
    };
    const imported = async (rows: string) => {
      const path = await check(headings + rows);
      await apply(path);
      return path;
    };
    return { database, ...sending, apply, imported };
  };

  test("two rows that were answered with the same person are no import, until one of them is another's", async () => {
    const { database, programmeId, check, look, decide, apply, imported } = await setUp();
    await imported(maria);
    const path = await check(`${headings}Peña,Núñez,María,otra@example.mx,,\nPeña,Núñez,María,nueva@example.mx,,\n`);
    const [{ options }] = (await look(path)).rows;
    await decide(path, { part: "choices", "row.0": options[0].value, "row.1": options[0].value });
    expect(await look(path)).toMatchObject({ hindrance: "twice", group: "answered", twice: [[2, 3]] });
    await apply(path);
    expect((await look(path)).state).toBe("checked");
    await decide(path, { part: "choices", "row.1": "new" });
    expect(await look(path)).toMatchObject({ hindrance: null, twice: [], counts: { asked: 0, answered: 2 } });
    await apply(path);
    expect(await peopleOf(database, programmeId)).toEqual([
      "Peña María otra@example.mx Jefa",
      "Peña María nueva@example.mx ",
    ]);
  });

  test("two rows that are recognised as the same person are none either", async () => {
    const { check, look, imported } = await setUp();
    await imported(maria);
    const page = await look(await check(`${headings}${maria}Peña,,María,maria@example.mx,,Asesora\n${juan}`));
    expect(page).toMatchObject({ hindrance: "twice", twice: [[2, 3]], counts: { changed: 1, same: 1, new: 1 } });
  });

  test("of two lists with the same newcomers one is imported, one after the other or both at once", async () => {
    const { database, programmeId, check, look, decide, work } = await setUp();
    for (const isAtOnce of [false, true]) {
      const rows = isAtOnce ? maria + juan : `Mora,,Eva,eva@example.mx,MX,\n`;
      const paths = [await check(headings + rows), await check(headings + rows)];
      for (const path of paths) {
        await decide(path, { part: "apply" });
        if (!isAtOnce) await work();
      }
      await work();
      const states = [];
      for (const path of paths) states.push((await look(path)).state);
      expect(states.toSorted()).toEqual(["applied", "refused"]);
    }
    expect(await peopleOf(database, programmeId)).toEqual(["Mora Eva eva@example.mx ", ...both]);
  });

  test("whoever was said to be somebody else, or was added elsewhere, hinders nobody", async () => {
    const { database, programmeId, check, look, decide, apply, imported } = await setUp();
    const path = await check(headings + juan);
    await imported(`${maria}Peña,Núñez,María,nueva@example.mx,MX,\n`);
    await apply(path);
    expect((await look(path)).state).toBe("applied");
    const again = await check(`${headings}Peña,Núñez,María,tercera@example.mx,MX,\n`);
    await decide(again, { part: "choices", "row.0": "new" });
    await apply(again);
    expect((await look(again)).state).toBe("applied");
    expect(await peopleOf(database, programmeId)).toHaveLength(4);
  });

  test("a list that is undone leaves whom another list has brought as well", async () => {
    const { database, programmeId, look, decide, work, imported } = await setUp();
    const first = await imported(maria + juan);
    const second = await imported(maria);
    await decide(first, { part: "undo" });
    await work();
    expect(await look(first)).toMatchObject({ state: "undone", done: { added: 1 } });
    expect(await peopleOf(database, programmeId)).toEqual(both.slice(0, 1));
    await decide(second, { part: "undo" });
    await work();
    expect(await peopleOf(database, programmeId)).toEqual(both.slice(0, 1));
  });

  test("a list of somebody who was changed by another meanwhile is not imported", async () => {
    const { database, programmeId, check, look, apply, imported } = await setUp();
    await imported(maria);
    const path = await check(headings + maria.replace("Jefa", "Directora"));
    await imported(maria.replace("Jefa", "Asesora"));
    await apply(path);
    expect(await look(path)).toMatchObject({ state: "refused", problem: "import:problem.changed" });
    expect(await peopleOf(database, programmeId)).toEqual(["Peña María maria@example.mx Asesora"]);
  });
});

describeDatabases("whoever has begun an import and may no longer", (open) => {
  test.each(["lost the programme", "been disabled"])("imports nothing where they have %s", async (what) => {
    const database = await open();
    const { accountId, programmeId, check, decide, work } = await sendingSetUp(database);
    await decide(await check(headings + maria), { part: "apply" });
    await database.transact(async (trx) => {
      if (what === "been disabled")
        await trx.updateTable("account").set({ disabledAt: now() }).where("id", "=", accountId).execute();
      else await trx.deleteFrom("roleGrant").where("accountId", "=", accountId).execute();
    });
    await work();
    expect(await peopleOf(database, programmeId)).toEqual([]);
    const list = database.read.selectFrom("peopleImport").select(["state", "problem"]);
    expect(await list.execute()).toEqual([{ state: "refused", problem: '"import:problem.outOfReach"' }]);
  });

  test("takes nothing back either, but for what could not be finished", async () => {
    const database = await open();
    const { accountId, programmeId, check, decide, work } = await sendingSetUp(database);
    const path = await check(headings + maria);
    await decide(path, { part: "apply" });
    await work();
    await decide(path, { part: "undo" });
    await database.transact((trx) => trx.deleteFrom("roleGrant").where("accountId", "=", accountId).execute());
    await work();
    expect(await peopleOf(database, programmeId)).toHaveLength(1);
    const list = database.read.selectFrom("peopleImport").select(["state", "problem"]);
    expect(await list.execute()).toEqual([{ state: "applied", problem: '"import:problem.undoFailed"' }]);
  });

  test("changes nobody who is out of their reach by then", async () => {
    const database = await open();
    const { programmeId, check, look, decide, work } = await sendingSetUp(database);
    await decide(await check(headings + maria), { part: "apply" });
    await work();
    const path = await check(headings + maria.replace("Jefa", "Directora"));
    const { id: personId } = await database.read
      .selectFrom("person")
      .select("id")
      .where("email", "=", "maria@example.mx")
      .executeTakeFirstOrThrow();
    await decide(path, { part: "apply" });
    await database.transact((trx) => takeOffProgramme(trx, { programmeId, personId }, { accountId: null, at: now() }));
    await work();
    expect(await look(path)).toMatchObject({ state: "refused", problem: "import:problem.changed" });
    const { post } = await database.read
      .selectFrom("person")
      .select("post")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    expect(post).toBe("Jefa");
  });
});
