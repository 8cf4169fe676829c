import { expect, test } from "vitest";
import { addProgramme } from "#app/programmes/commands.ts";
import { newProgrammeForm } from "#app/programmes/form.ts";
import { findProgramme, findProgrammeParties } from "#app/programmes/queries.ts";
import { now } from "#app/time/instant.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addInstitution, entries, fields, path, setUp } from "./keeping.ts";

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
    expect(initial).toMatchObject({
      "title.ja": "税関協力",
      "summary.es": "Línea uno\nLínea dos",
      "party.3.role": "implementer",
    });
    expect([title.text, parties, institutions.length, done]).toEqual(["Cooperación aduanera", 6, 2, "added"]);
    expect(await entries(database)).toEqual([
      { action: "programme.added", accountId, details: { code: "MJ-CUSTOMS" } },
    ]);
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

  test("gives its documents the parties in order, each once, and posts as they are written", async () => {
    const database = await open();
    const { add, full, customs, jica } = await setUp(database);
    await add(full);
    const { id } = (await findProgramme(database.read, "MJ-CUSTOMS"))!;
    expect(await findProgrammeParties(database.read, id)).toEqual({
      institutionIds: [customs, jica],
      signatories: [{ name: "村上 和也", post: { es: "", ja: "日本側代表", en: "" } }],
    });
  });

  test("is changed as a whole, but for its code; the record names what changed and nobody", async () => {
    const database = await open();
    const { add, change, read, full, jica } = await setUp(database);
    await add(full);
    const { initial } = await read();
    const form = { ...initial, code: "OTHER", endsOn: "2030-03-31", "title.ja": "", "title.en": "Customs cooperation" };
    const swapped = {
      "party.1.institutionId": jica,
      "party.1.role": "funder",
      "party.2.institutionId": "",
      "party.2.role": "",
    };
    expect(await change({ ...form, ...swapped })).toMatchObject({ status: 302, location: `${path}?done=changed` });
    const after = await read();
    expect(after.initial).toEqual({
      startsOn: "2026-04-01",
      endsOn: "2030-03-31",
      ...{
        "title.en": "Customs cooperation",
        "title.es": "Cooperación aduanera",
        "title.ja": "",
        "summary.en": "",
        "summary.es": "Línea uno\nLínea dos",
        "summary.ja": "",
      },
      ...{ "party.1.institutionId": jica, "party.1.role": "funder" },
      ...{ "party.2.institutionId": initial["party.3.institutionId"], "party.2.role": "implementer" },
      ...{
        "signatory.1.name": "村上 和也",
        "signatory.1.post.es": "",
        "signatory.1.post.ja": "日本側代表",
        "signatory.1.post.en": "",
      },
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

  test("changed several times at once keeps the parts of one, and the others are asked", async () => {
    const database = await open();
    const { add, change, read, full } = await setUp(database);
    await add(full);
    const { initial } = await read();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => change({ ...initial, "title.es": `Título ${n}` }, initial)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([302, ...Array(5).fill(409)]);
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
    await database.transact((trx) =>
      addProgramme(trx, newProgrammeForm.parse({ ...fields, ...parties }), { accountId, at: now() }),
    );
    const { initial, parties: rows } = await read();
    expect(rows).toBe(9);
    await change(initial);
    expect(
      (await findProgramme(database.read, "MJ-CUSTOMS"))?.parties.map(({ institutionId }) => institutionId),
    ).toEqual(ids);
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
