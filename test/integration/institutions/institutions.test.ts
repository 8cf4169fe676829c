import { expect, test } from "vitest";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { customs, entries, nameOn, path, setUp, today } from "./keeping.ts";

describeDatabases("an institution", (open) => {
  test("is added with its first name, and recorded", async () => {
    const database = await open();
    const { add, read, accountId } = await setUp(database);
    expect(await add()).toMatchObject({ status: 302, location: "/es/admin/institutions/MX-CUSTOMS?done=added" });
    expect(await read("?done=added")).toMatchObject({
      code: "MX-CUSTOMS",
      country: "México",
      done: "added",
      name: { text: "Administración General de Aduanas", lang: "es" },
      history: [{ from: "1 de julio de 1997", acronym: "AGA", when: "today", name: { ja: "税関総局" } }],
    });
    const { id: subjectId } = await database.read.selectFrom("institution").select("id").executeTakeFirstOrThrow();
    expect(await entries(database)).toMatchObject([
      {
        action: "institution.added",
        subjectKind: "institution",
        subjectId,
        accountId,
        details: { code: "MX-CUSTOMS" },
      },
    ]);
  });

  test("keeps its code to itself, even when two add it at once; what was typed comes back", async () => {
    const database = await open();
    const { add } = await setUp(database);
    const answers = await Promise.all([add(), add({ code: "MX-Customs", "name.es": "Otra" }), add()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 422, 422]);
    const refused = await add({ "name.en": "Another" });
    expect(refused.data).toEqual({
      errors: { code: "institutions:form.codeTaken" },
      values: { ...customs, "name.en": "Another" },
    });
    expect(await database.read.selectFrom("institution").select("id").execute()).toHaveLength(1);
    expect(await entries(database)).toHaveLength(1);
  });

  test("keeps what was typed when something is missing", async () => {
    const database = await open();
    const { add } = await setUp(database);
    const form = { ...customs, validFrom: "ayer", "name.es": "", "name.ja": "" };
    expect(await add(form)).toMatchObject({
      status: 422,
      data: { errors: { validFrom: "institutions:form.date", "name.es": "institutions:form.name" }, values: form },
    });
    expect(await entries(database)).toEqual([]);
  });

  test("has the name of 2017 in 2017 and the one of today today", async () => {
    const database = await open();
    const { add, post, read } = await setUp(database);
    await add();
    expect(await post(today)).toMatchObject({ status: 302, location: `${path}?done=named` });
    const aga = ["AGA", "Administración General de Aduanas"];
    const anam = ["ANAM", "Agencia Nacional de Aduanas de México"];
    for (const on of ["1997-07-01", "2017-09-11", "2021-12-31"] as const)
      expect(await nameOn(database, on)).toEqual(aga);
    for (const on of ["2022-01-01", "2026-11-23"] as const) expect(await nameOn(database, on)).toEqual(anam);
    const { name, history } = await read();
    expect(name.text).toBe(anam[1]);
    expect(history.map(({ validFrom, when }: Record<string, string>) => [validFrom, when])).toEqual([
      ["2022-01-01", "today"],
      ["1997-07-01", "before"],
    ]);
  });

  test("bears its first name before there was one on record, and a later one from its day only", async () => {
    const database = await open();
    const { add, post, read } = await setUp(database);
    await add();
    await post({ ...today, validFrom: "2190-01-01" });
    expect(await nameOn(database, "1980-01-01")).toEqual(["AGA", "Administración General de Aduanas"]);
    const { name, history } = await read();
    expect([name.text, history[0].when]).toEqual(["Administración General de Aduanas", "later"]);
  });

  test("falls back to another language where its name of the day lacks one, never to an older name", async () => {
    const database = await open();
    const { add, post, read } = await setUp(database);
    await add();
    await post(today);
    expect((await read("", "ja")).name).toEqual({ text: "Agencia Nacional de Aduanas de México", lang: "es" });
  });

  test("a correction of the same day replaces that name as a whole, and the record keeps the former one", async () => {
    const database = await open();
    const { add, post, read } = await setUp(database);
    await add();
    await post({ ...today, "name.en": "Nationl Customs Agency" });
    const { initial } = await read("?from=2022-01-01");
    expect(initial).toEqual({
      validFrom: "2022-01-01",
      "name.es": today["name.es"],
      "name.ja": "",
      "name.en": "Nationl Customs Agency",
      acronym: "ANAM",
    });
    const answer = await post({
      part: "name",
      ...initial,
      seen: writeSeen(initial),
      "name.es": "",
      "name.en": "National Customs Agency",
    });
    expect(answer.location).toBe(`${path}?done=corrected`);
    const { history } = await read();
    expect(history.map(({ name }: { name: object }) => name)).toEqual([
      { en: "National Customs Agency" },
      { es: "Administración General de Aduanas", ja: "税関総局" },
    ]);
    const { action, details } = (await entries(database)).at(-1)!;
    expect([action, details.former.name.en, details.name.name]).toEqual([
      "institution.corrected",
      "Nationl Customs Agency",
      { en: "National Customs Agency" },
    ]);
  });

  test("a name given by mistake can be taken away, the last one not", async () => {
    const database = await open();
    const { add, post } = await setUp(database);
    await add();
    await post(today);
    const removal = { part: "removal", validFrom: "1997-07-01" };
    expect(await post(removal)).toMatchObject({ status: 302, location: `${path}?done=removed` });
    expect((await post(removal)).status).toBe(404);
    expect(await post({ ...removal, validFrom: "2022-01-01" })).toMatchObject({
      status: 409,
      data: { refused: "lastName" },
    });
    expect(await nameOn(database, "2017-09-11")).toEqual(["ANAM", "Agencia Nacional de Aduanas de México"]);
    expect((await entries(database)).map(({ action }) => action)).toEqual([
      "institution.added",
      "institution.named",
      "institution.nameRemoved",
    ]);
  });

  test("named several times at once for one day has the name of one, whole, and the others are asked", async () => {
    const database = await open();
    const { add, post, read } = await setUp(database);
    await add();
    const answers = await Promise.all(
      ["A", "B", "C", "D", "E", "F"].map((name) => post({ ...today, "name.es": name, "name.en": name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([302, ...Array(5).fill(409)]);
    const [{ name }] = (await read()).history;
    expect([Object.keys(name).sort(), name.en]).toEqual([["en", "es"], name.es]);
  });

  test("two who remove its two names at the same moment leave one", async () => {
    for (let round = 0; round < 5; round++) {
      const database = await open();
      const { add, post } = await setUp(database);
      await add();
      await post(today);
      const answers = await Promise.all(
        ["1997-07-01", "2022-01-01"].map((validFrom) => post({ part: "removal", validFrom })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
    }
  });
});
