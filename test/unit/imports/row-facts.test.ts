import { describe, expect, test } from "vitest";
import { changedDetails, differingFields, type StoredPerson } from "#app/imports/check/differences.ts";
import { checkRow } from "#app/imports/check/row-facts.ts";
import { layoutOf } from "#app/imports/layout/layout.ts";
import { wordsMeant } from "#app/imports/layout/words.ts";
import { asId } from "#db/id.ts";

const institution = (code: string, es: string, acronym = code, isArchived = false) => ({
  ...{ id: asId<"institution">(code.toLowerCase()), code, country: "MX", name: { es }, acronym, isArchived },
});
const institutions = [
  institution("AGA", "Agencia de Aduanas", "ANAM"),
  institution("ANAM", "Otra agencia", "OA"),
  institution("OLD", "Dirección de antes", "DGA", true),
  institution("TWO", "La misma"),
  institution("SAME", "La misma"),
];
const everyName = [
  ...institutions.map(({ id, code, name: { es }, acronym }) => ({ id, code, name: es, acronym })),
  { id: asId<"institution">("aga"), code: "AGA", name: "Administración de Aduanas", acronym: "AA" },
  { id: asId<"institution">("two"), code: "TWO", name: "Otra agencia", acronym: null },
];
const words = wordsMeant(institutions, everyName);

/** A row beneath these headings. */
function read(headings: string, cells: string) {
  const layout = layoutOf(headings.split("|"));
  if (!layout) throw new Error(`not understood: ${headings}`);
  return checkRow({ line: 2, cells: cells.split("|") }, layout, words);
}
const institutionOf = (headings: string, cells: string) => {
  const { facts, errors } = read(`Apellido|Nombre|${headings}`, `Ruiz|Ana|${cells}`);
  return errors.length > 0
    ? errors.map(({ cell, message }) => [cell, (message as { key: string }).key])
    : facts.homeInstitutionId;
};

describe("an institution", () => {
  test.each([
    ["aga", "aga"],
    ["Agencia de Aduanas (ANAM)", "aga"],
    // of before, and of one that is no more
    ["administración de aduanas", "aga"],
    ["Dirección de antes", "old"],
    // today's name before one of before, and a code before an acronym
    ["Otra agencia", "anam"],
    ["ANAM", "anam"],
    ["", ""],
  ])("%j is understood by its code, its acronym or a name of any day", (text, id) => {
    expect(institutionOf("Institución", text)).toBe(id);
  });

  test("is asked for where two are called so, or nobody is", () => {
    expect(institutionOf("Institución", "La misma")).toEqual([["C2", "import:error.institutionTwice"]]);
    expect(institutionOf("Institución", "Ninguna")).toEqual([["C2", "import:error.institution"]]);
  });

  test("is its code's where there is one, and a name beside it has to be a name of the same", () => {
    const both = "Clave de la institución|Institución";
    expect(institutionOf(both, "TWO|La misma")).toBe("two");
    expect(institutionOf(both, "AGA|Administración de Aduanas")).toBe("aga");
    expect(institutionOf(both, "OLD|")).toBe("old");
    expect(institutionOf(both, "|ANAM")).toBe("anam");
    expect(institutionOf(both, "AGA|Otra agencia")).toEqual([["D2", "import:error.institutionOther"]]);
    expect(institutionOf(both, "AGA|Ninguna")).toEqual([["D2", "import:error.institutionOther"]]);
    expect(institutionOf(both, "NADA|")).toEqual([["C2", "import:error.institutionCode"]]);
    // an acronym is no code
    expect(institutionOf(both, "OA|")).toEqual([["C2", "import:error.institutionCode"]]);
  });
});

const haruka = {
  ...{
    familyName: "Takahashi",
    givenName: "Haruka",
    secondSurname: null,
    nativeName: "髙橋 遥",
    kana: "タカハシ ハルカ",
  },
  ...{ latinName: "TAKAHASHI HARUKA", institutionId: null, post: null, postLevel: null, sex: null, email: null },
  ...{ country: "JP", locale: "ja", zone: "Asia/Tokyo" },
} as StoredPerson;
const maria = {
  ...{ ...haruka, familyName: "Peña", secondSurname: "Núñez", givenName: "María", nativeName: null, kana: null },
  latinName: null,
} as StoredPerson;

describe("a whole name", () => {
  const differing = (stored: StoredPerson, headings: string, cells: string) => {
    const { facts, errors } = read(headings, cells);
    expect(errors).toEqual([]);
    return differingFields(facts, stored, false);
  };

  test.each([
    [maria, "María Peña Núñez"],
    [maria, "Peña Núñez María"],
    [haruka, "髙橋　遥"],
    [haruka, "TAKAHASHI HARUKA"],
    [haruka, "Haruka Takahashi"],
    // our own lists leave out the second surname of a name in Japanese, and so do many others
    [{ ...haruka, familyName: "髙橋", givenName: "遥", secondSurname: "Ñ", nativeName: null }, "髙橋 遥"],
    [maria, "María Peña"],
  ])("tells nothing new of whoever is called so: %#", (stored, name) => {
    expect(differing(stored, "Nombre completo|País", `${name}|`)).toEqual([]);
  });

  test("of the passport, or in their own script, tells nothing new beside the two names either", () => {
    expect(differing(haruka, "氏名（漢字など）|フリガナ", "髙橋 遥|たかはし はるか")).toEqual([]);
    expect(differing(haruka, "パスポートの氏名|国", "TAKAHASHI HARUKA|")).toEqual([]);
    expect(differing(haruka, "パスポートの氏名|氏名", "TAKAHASHI HARUKA|髙橋 遥")).toEqual([]);
  });

  test("that is another changes all that it is taken apart into", () => {
    expect(differing(haruka, "氏名|国", "田中 遥|")).toEqual(["familyName", "givenName", "nativeName"]);
  });

  test("of somebody new is taken apart; only in another script it is kept as it is, too", () => {
    expect(read("氏名|国", "田中 遥|").facts).toMatchObject({
      familyName: "田中",
      givenName: "遥",
      nativeName: "田中 遥",
    });
    const latin = read("Nombre completo|País", "Tanaka Haruka|").facts;
    expect(latin).toMatchObject({ familyName: "Tanaka", givenName: "Haruka", nativeName: "" });
  });

  test("beside the two names is left out, and its heading told of", () => {
    const layout = layoutOf(["Nombre completo", "Primer apellido", "Nombre(s)"]);
    expect(layout).toEqual({ columns: { familyName: 1, givenName: 2 }, ignored: ["Nombre completo"] });
  });

  test("is stored nowhere by itself", () => {
    const { facts } = read("氏名|国", "田中 遥|");
    expect(changedDetails(haruka, facts, ["familyName"])).not.toHaveProperty("wholeName");
  });
});

test("a record is an id; what others number their rows by is none", () => {
  const record = (text: string) => read("Apellido|Nombre|Clave de registro", `Ruiz|Ana|${text}`).record;
  const id = "01a21bb9-0000-7000-8000-000000000001";
  expect([record(id), record(` ${id.toUpperCase()} `), record("17"), record("")]).toEqual([id, id, "", ""]);
});
