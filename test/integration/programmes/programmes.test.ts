import { expect, test } from "vitest";
import { addProgramme } from "#app/programmes/commands.ts";
import { newProgrammeForm } from "#app/programmes/form.ts";
import * as programme from "#app/programmes/programme.route.tsx";
import * as newProgramme from "#app/programmes/programme-new.route.tsx";
import * as programmes from "#app/admin/programmes.route.tsx";
import { findProgramme, findProgrammeParties } from "#app/programmes/queries.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const fields = {
  code: "mj-customs",
  startsOn: "2026-04-01",
  endsOn: "2029-03-31",
  "title.es": "Cooperación aduanera",
  "title.ja": "税関協力",
};
const path = "/es/admin/programmes/MJ-CUSTOMS";

async function addInstitution(database: Database, code: string): Promise<string> {
  const id = newId();
  await database.transact(async (trx) => {
    await trx.insertInto("institution").values({ id, code, country: "MX", createdAt: now() }).execute();
    await trx
      .insertInto("institutionName")
      .values({ institutionId: id, validFrom: "2000-01-01", locale: "es", name: `Institución ${code}`, acronym: code })
      .execute();
  });
  return id;
}

async function setUp(database: Database) {
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId);
  const [jica, customs] = [await addInstitution(database, "JICA"), await addInstitution(database, "CUSTOMS")];
  const full = {
    ...fields,
    "summary.es": "Línea uno\nLínea dos",
    ...{ "party.1.institutionId": customs, "party.1.role": "host", "party.2.institutionId": jica, "party.2.role": "funder" },
    ...{ "party.4.institutionId": customs, "party.4.role": "implementer" },
    ...{ "signatory.1.name": "村上 和也", "signatory.1.post.ja": "日本側代表" },
  };
  return {
    accountId,
    cookie,
    jica,
    customs,
    full,
    add: (form: Record<string, string>) => knock(newProgramme.action, { database, path: "/es/admin/programmes/new", form, cookie }),
    change: (form: Record<string, string>) => knock(programme.action, { database, path, form, cookie }),
    read: async (query = "") => (await knock(programme.loader, { database, path: path + query, cookie })).data,
  };
}

const entries = async ({ read }: Database) => {
  const rows = await read.selectFrom("audit").select(["action", "accountId", "details"]).orderBy("seq").execute();
  return rows.map(({ details, ...entry }) => ({ ...entry, details: JSON.parse(details) }));
};

describeDatabases("a programme", (open) => {
  test("is added with everything that was typed, and recorded", async () => {
    const database = await open();
    const { add, read, full, accountId, customs, jica } = await setUp(database);
    expect(await add(full)).toMatchObject({ status: 302, location: `${path}?done=added` });
    const stored = await findProgramme(database.read, "MJ-CUSTOMS");
    expect(stored).toMatchObject({ startsOn: "2026-04-01", endsOn: "2029-03-31" });
    expect(stored?.parties).toEqual([
      { institutionId: customs, role: "host" },
      { institutionId: jica, role: "funder" },
      { institutionId: customs, role: "implementer" },
    ]);
    const { initial, title, parties, institutions, done } = await read("?done=added");
    expect(initial).toMatchObject({ "title.ja": "税関協力", "summary.es": "Línea uno\nLínea dos", "party.3.role": "implementer" });
    expect([title.text, parties, institutions.length, done]).toEqual(["Cooperación aduanera", 6, 2, "added"]);
    expect(await entries(database)).toEqual([{ action: "programme.added", accountId, details: { code: "MJ-CUSTOMS" } }]);
  });

  test("keeps its code to itself, even when two add it at once; what was typed comes back", async () => {
    const database = await open();
    const { add, full } = await setUp(database);
    const answers = await Promise.all([add(full), add(fields), add(full)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 422, 422]);
    expect((await add(full)).data).toEqual({ errors: { code: "programmes:form.codeTaken" }, values: full });
    expect(await database.read.selectFrom("programme").select("id").execute()).toHaveLength(1);
  });

  test("names only institutions that exist, and leaves nothing behind where one does not", async () => {
    const database = await open();
    const { add, change, full } = await setUp(database);
    const gone = { ...full, "party.2.institutionId": "nowhere" };
    expect(await add(gone)).toMatchObject({
      status: 422,
      data: { errors: { "party.2.institutionId": "common:form.choose" }, values: gone },
    });
    expect(await findProgramme(database.read, "MJ-CUSTOMS")).toBeNull();
    await add(full);
    expect((await change(gone)).status).toBe(422);
    expect((await findProgramme(database.read, "MJ-CUSTOMS"))?.parties).toHaveLength(3);
  });

  test("gives its documents the parties in order, each once, and posts in every language", async () => {
    const database = await open();
    const { add, full, customs, jica } = await setUp(database);
    await add(full);
    const { id } = (await findProgramme(database.read, "MJ-CUSTOMS"))!;
    expect(await findProgrammeParties(database.read, id)).toEqual({
      institutionIds: [customs, jica],
      signatories: [{ name: "村上 和也", post: { es: "日本側代表", ja: "日本側代表", en: "日本側代表" } }],
    });
  });

  test("is changed as a whole, but for its code; the record names what changed and nobody", async () => {
    const database = await open();
    const { add, change, read, full, jica } = await setUp(database);
    await add(full);
    const { initial } = await read();
    const form = { ...initial, code: "OTHER", endsOn: "2030-03-31", "title.ja": "", "title.en": "Customs cooperation" };
    const swapped = { "party.1.institutionId": jica, "party.1.role": "funder", "party.2.institutionId": "", "party.2.role": "" };
    expect(await change({ ...form, ...swapped })).toMatchObject({ status: 302, location: `${path}?done=changed` });
    const after = await read();
    expect(after.initial).toEqual({
      startsOn: "2026-04-01",
      endsOn: "2030-03-31",
      ...{ "title.en": "Customs cooperation", "summary.en": "", "title.es": "Cooperación aduanera", "summary.es": "Línea uno\nLínea dos" },
      ...{ "party.1.institutionId": jica, "party.1.role": "funder" },
      ...{ "party.2.institutionId": initial["party.3.institutionId"], "party.2.role": "implementer" },
      ...{ "signatory.1.name": "村上 和也", "signatory.1.post.es": "", "signatory.1.post.ja": "日本側代表", "signatory.1.post.en": "" },
    });
    const last = (await entries(database)).at(-1);
    expect(last).toMatchObject({ action: "programme.changed", details: { changed: ["endsOn", "texts", "parties"] } });
  });

  test("saved as it is read, it stays the same", async () => {
    const database = await open();
    const { add, change, read, full } = await setUp(database);
    await add(full);
    const before = await findProgramme(database.read, "MJ-CUSTOMS");
    await change((await read()).initial);
    expect(await findProgramme(database.read, "MJ-CUSTOMS")).toEqual(before);
    expect((await entries(database)).at(-1)?.details).toEqual({ changed: [] });
  });

  test("changed twice at once keeps the parts of one", async () => {
    const database = await open();
    const { add, change, full } = await setUp(database);
    await add(full);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => change({ ...full, "title.es": `Título ${n}` })));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(302));
    const stored = await findProgramme(database.read, "MJ-CUSTOMS");
    expect([stored?.texts.length, stored?.parties.length, stored?.signatories.length]).toEqual([2, 3, 1]);
  });

  test("with more than six parties loses none of them", async () => {
    const database = await open();
    const { change, read, accountId } = await setUp(database);
    const ids = [];
    for (let count = 0; count < 8; count++) ids.push(await addInstitution(database, `I-${count}`));
    const parties = Object.fromEntries(
      ids.flatMap((id, n) => [
        [`party.${n + 1}.institutionId`, id],
        [`party.${n + 1}.role`, "sender"],
      ]),
    );
    await database.transact((trx) => addProgramme(trx, newProgrammeForm.parse({ ...fields, ...parties }), { accountId, at: now() }));
    const { initial, parties: rows } = await read();
    expect(rows).toBe(9);
    await change(initial);
    expect((await findProgramme(database.read, "MJ-CUSTOMS"))?.parties.map(({ institutionId }) => institutionId)).toEqual(ids);
  });

  test("refuses days in the wrong order, and keeps what was typed", async () => {
    const database = await open();
    const { add, change, full } = await setUp(database);
    await add(full);
    const form = { ...full, endsOn: "2020-01-01", "title.es": "", "title.ja": "" };
    expect(await change(form)).toMatchObject({
      status: 422,
      data: { errors: { endsOn: "programmes:form.endsBefore", "title.es": "programmes:form.title" }, values: form },
    });
    expect(await entries(database)).toHaveLength(1);
  });
});

describeDatabases("the list of programmes", (open) => {
  test("shows title, code, dates and how many workshops, the latest first", async () => {
    const database = await open();
    const { add, cookie, full } = await setUp(database);
    await addWorkshop(database, { code: "OLD" });
    await add(full);
    const { data } = await knock(programmes.loader, { database, path: "/ja/admin/programmes", cookie });
    expect(data).toEqual({
      needsInstitutions: false,
      rows: [
        { code: "MJ-CUSTOMS", title: { text: "税関協力", lang: "ja" }, period: "2026/04/01〜2029/03/31", workshops: "0" },
        { code: "OLD", title: { text: "", lang: "ja" }, period: "2026/01/01〜2026/12/31", workshops: "1" },
      ],
    });
  });

  test("and each programme is for administrators only; one that is not there answers 404", async () => {
    const database = await open();
    const { add, cookie, full } = await setUp(database);
    await add(full);
    const { id: programmeId } = (await findProgramme(database.read, "MJ-CUSTOMS"))!;
    const other = await addAccount(database, { grants: [{ role: "coordinator", programmeId }, "manager"] });
    const theirs = await cookieFor(database, other.accountId);
    for (const [door, form] of [
      [programmes.loader],
      [newProgramme.loader],
      [programme.loader],
      [programme.action, full],
      [newProgramme.action, full],
    ] as const) {
      expect((await knock(door, { database, path, form, cookie: theirs })).status).toBe(403);
    }
    const missing = { database, path: "/es/admin/programmes/NONE", cookie };
    expect((await knock(programme.loader, missing)).status).toBe(404);
    expect((await knock(programme.action, { ...missing, form: full })).status).toBe(404);
  });
});
