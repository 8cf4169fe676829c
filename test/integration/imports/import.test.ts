import { expect, test } from "vitest";
import { loader as review } from "#app/imports/review/review.route.tsx";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { xlsxOf } from "#test/support/xlsx-made.ts";
import { headings, peopleOf, sendingSetUp } from "./sending.ts";

const three = `${headings}Peña,Núñez,María,maria@example.mx,México,Jefa
Ruiz,,Juan,juan@example.mx,MX,
高橋,,花子,,日本,
`;
const countPeople = async ({ read }: Database) => (await read.selectFrom("person").select("id").execute()).length;

describeDatabases("a list of people", (open) => {
  const setUp = async () => {
    const database = await open();
    return { database, ...(await sendingSetUp(database)) };
  };

  test("is checked before anything is saved, then imported as a whole, and put on the programme's list", async () => {
    const { database, programmeId, check, look, decide, work } = await setUp();
    const before = await countPeople(database);
    const path = await check(three);
    const page = await look(path);
    expect(page).toMatchObject({ state: "checked", hindrance: null, group: "new", counts: { new: 3, total: 3 } });
    expect(page.rows.map(({ line, name }: { line: number; name: { name: string } }) => [line, name.name])).toEqual([
      [2, "María Peña Núñez"],
      [3, "Juan Ruiz"],
      [4, "高橋 花子"],
    ]);
    expect(await countPeople(database)).toBe(before);
    await decide(path, { part: "apply" });
    expect((await look(path)).work).toMatchObject({ isUnderWay: true });
    await work();
    expect(await look(path)).toMatchObject({ state: "applied", done: { added: 3, changed: 0, listed: 3 } });
    expect(await peopleOf(database, programmeId)).toEqual([
      "Peña María maria@example.mx Jefa",
      "Ruiz Juan juan@example.mx ",
      "高橋 花子  ",
    ]);
    const facts = await database.read
      .selectFrom("person")
      .select(["country", "locale", "zone"])
      .where("familyName", "=", "高橋")
      .executeTakeFirst();
    expect(facts).toEqual({ country: "JP", locale: "ja", zone: "Asia/Tokyo" });
  });

  test("sent again changes nothing; a new value changes one, an empty cell leaves what is there", async () => {
    const { database, programmeId, check, look, decide, work } = await setUp();
    await decide(await check(three), { part: "apply" });
    await work();
    const again = await check(three);
    expect((await look(again)).counts).toMatchObject({ same: 2, byName: 0, asked: 1, new: 0 });
    const changed = `${headings}Peña,Núñez,María,maria@example.mx,México,Directora\nRuiz,,Juan,juan@example.mx,,\n`;
    const path = await check(changed);
    const page = await look(path);
    expect(page.counts).toMatchObject({ changed: 1, same: 1 });
    expect(page.rows[0].changes).toEqual(["Cargo: Jefa → Directora"]);
    await decide(path, { part: "apply" });
    await work();
    expect((await look(path)).done).toEqual({ added: 0, changed: 1, left: 1, listed: 0 });
    expect(await peopleOf(database, programmeId)).toContain("Peña María maria@example.mx Directora");
    await decide(path, { part: "undo" });
    await work();
    expect((await look(path)).state).toBe("undone");
    expect(await peopleOf(database, programmeId)).toContain("Peña María maria@example.mx Jefa");
  });

  test("is undone as one act while nothing rests on it, and refused where something does", async () => {
    const { database, programmeId, check, look, decide, work } = await setUp();
    const before = await countPeople(database);
    const path = await check(three);
    await decide(path, { part: "apply" });
    await work();
    const [juan] = await database.read.selectFrom("person").select("id").where("familyName", "=", "Ruiz").execute();
    await database.transact((trx) =>
      trx
        .insertInto("account")
        .values({
          id: "01a21bb9-0000-7000-8000-000000000001" as never,
          personId: juan!.id,
          email: "j@example.mx",
          createdAt: "2026-11-27T15:00:00.000Z",
        })
        .execute(),
    );
    expect((await look(path)).restedOn).toBe(1);
    await decide(path, { part: "undo" });
    expect((await look(path)).state).toBe("applied");
    await database.transact((trx) => trx.deleteFrom("account").where("personId", "=", juan!.id).execute());
    await decide(path, { part: "undo" });
    await work();
    expect(await look(path)).toMatchObject({ state: "undone", done: { added: 0 } });
    expect([await countPeople(database), await peopleOf(database, programmeId)]).toEqual([before, []]);
  });

  test("with errors names each cell, and is not imported", async () => {
    const { check, look, decide } = await setUp();
    const path = await check(
      `${headings},,Ana,no-es-correo,Francia,\nRuiz,,Juan,juan@example.mx,,\nRuiz,,Juan,juan@example.mx,,\n`,
    );
    const page = await look(path);
    expect(page).toMatchObject({ state: "checked", group: "wrong", hindrance: "wrong", counts: { wrong: 2, new: 1 } });
    expect(page.rows.flatMap(({ errors }: { errors: string[] }) => errors)).toEqual([
      expect.stringMatching(/^A2: /),
      expect.stringMatching(/^D2: /),
      "E2: «Francia» no es un país registrado aquí.",
      "A4: La misma persona ya está en la fila 3.",
    ]);
    await decide(path, { part: "apply" });
    expect((await look(path)).state).toBe("checked");
    await decide(path, { part: "discard" });
    expect(await look(path)).toBeDefined();
  });

  test("asks who is meant where it can't tell, and waits for the answer", async () => {
    const { database, programmeId, check, look, decide, work } = await setUp();
    await decide(await check(three), { part: "apply" });
    await work();
    const path = await check(
      `${headings}Peña,Núñez,María,otra@example.mx,,\nPeña,Núñez,María,nueva@example.mx,,Asesora\n`,
    );
    const page = await look(path);
    expect(page).toMatchObject({ hindrance: "asked", group: "asked" });
    const [first] = page.rows;
    expect(first.options).toHaveLength(1);
    const [option] = first.options;
    await decide(path, { part: "choices", "row.0": "new", "row.1": "01a21bb9-0000-7000-8000-00000000dead" });
    expect((await look(path)).counts).toMatchObject({ asked: page.counts.asked - 1, answered: 1 });
    await decide(path, { part: "choices", "row.1": option.value });
    expect((await look(path)).hindrance).toBeNull();
    await decide(path, { part: "apply" });
    await work();
    expect(await peopleOf(database, programmeId)).toEqual(
      expect.arrayContaining(["Peña María otra@example.mx ", "Peña María nueva@example.mx Asesora"]),
    );
  });

  test.each([
    ["another layout", "a,b\n1,2\n", "import:problem.layout"],
    ["a page", "<html><table></table></html>", "import:table.notATable"],
    [
      "a formula",
      xlsxOf({ rows: [["Nombre", "Apellido"], [{ xml: "<c><f>1</f><v>2</v></c>" }]] }),
      { key: "import:table.formulas", values: { cell: "A2" } },
    ],
  ])("is refused with a word: %s", async (_name, content, problem) => {
    const { database, check, look } = await setUp();
    const path = await check(content);
    expect(await look(path)).toMatchObject({ state: "refused", problem });
    expect(await database.read.selectFrom("peopleImportChunk").select("number").execute()).toEqual([]);
  });

  test("in a workbook with headings in Japanese, below a title, with merged cells and a hidden row", async () => {
    const { check, look } = await setUp();
    const rows = [
      ["名簿"],
      ["氏名", "フリガナ", "備考", "性別"],
      ["山田　太郎", "ﾔﾏﾀﾞ ﾀﾛｳ", "", "男"],
      ["大野 裕子", "おおの ゆうこ", null, "女"],
    ];
    const page = await look(await check(xlsxOf({ rows, merged: ["A1:D1"], hidden: [4] }), "名簿.xlsx"));
    expect(page).toMatchObject({
      state: "checked",
      fileName: "名簿.xlsx",
      counts: { new: 2 },
      facts: { sheet: "Lista", hiddenRows: 1, merged: ["A1:D1"], ignored: ["備考"] },
    });
    expect(page.rows[0]).toMatchObject({ line: 3, name: { name: "山田　太郎" } });
  });

  test("the same form sent twice is one list; another's list is not found", async () => {
    const { database, send, work } = await setUp();
    const [first, second] = [await send(three), await send(three)];
    expect(second.location).toBe(first.location);
    await work();
    const other = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, other.accountId);
    expect((await knock(review, { database, path: first.location as string, cookie })).status).toBe(404);
  });

  test("a text that could be two things is asked about", async () => {
    const { database, check, look, decide, work } = await setUp();
    const text = Buffer.concat([Buffer.from("Apellido,Nombre\n"), Buffer.from([0xd1, 0xcc]), Buffer.from(",Ana\n")]);
    const path = await check(text);
    const page = await look(path);
    expect(page.state).toBe("asked");
    expect(page.facts.asks.length).toBeGreaterThan(1);
    await decide(path, { part: "encoding", encoding: "windows-1252" });
    await work();
    expect(await look(path)).toMatchObject({ state: "checked", encoding: "windows-1252", counts: { new: 1 } });
    expect(await database.read.selectFrom("peopleImportChunk").select("number").execute()).toEqual([]);
  });
});
