import fc from "fast-check";
import { z } from "zod";
import { addInstitution, archiveInstitution, nameInstitution } from "#app/institutions/commands.ts";
import { institutionForm, type NameInput, newInstitutionForm } from "#app/institutions/form.ts";
import { addPerson } from "#app/people/commands.ts";
import { type PersonFacts, personFacts } from "#app/people/form.ts";
import { postLevels, sexes } from "#app/people/rules.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";

const by = { accountId: null, at: "2026-11-20T15:00:00.000Z" } as const;

const factsForm = z.object(personFacts);

/** What programs of tables take for something else, and what breaks a text apart. */
const tricky = ["=1+1", "+81 3", "-", "@suma", "＝A1", "＋1", "'=1", "''x", "'", '"', 'a"b,c;d', "1e5", "007", "TRUE"];
const spanish = ["Núñez", "Peña de la Cruz", "O’Farrill", "López-Portillo", "de la O", "Ñ", "MARÍA DEL CARMEN", "J."];
const japanese = ["髙橋", "斉藤", "齋藤", "佐々木", "神", "ヴァレリア", "はるか", "𠮷田", "渡邉󠄂", "花　子"];
const latin = ["NUNEZ ORTEGA MARIANA", "Takahashi Haruka", "Ōno Yūko", "D'Angelo, Ana"];
const kana = ["タカハシ ハルカ", "おおの　ゆうこ", "ﾔﾏﾀﾞ ﾀﾛｳ", "ゔぁれりあ", "マリア・ペニャ"];

const textOf = (known: readonly string[], maxLength = 24) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.constantFrom(...tricky) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength }) },
  );
const orEmpty = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), text);
const name = textOf([...spanish, ...japanese]);

/** Of the institutions below, by its place among them. */
export type SomePerson = { facts: PersonFacts; institution: number };

/** Somebody as a form takes them: what no form would take is nobody. */
const person: fc.Arbitrary<SomePerson> = fc
  .record({
    familyName: name,
    givenName: name,
    secondSurname: orEmpty(name),
    nativeName: orEmpty(textOf([...japanese, "髙橋 遥", "María Peña"])),
    kana: orEmpty(fc.constantFrom(...kana)),
    latinName: orEmpty(fc.constantFrom(...latin)),
    // an office has one, and several may have none
    email: fc.oneof(
      fc.constantFrom("", "", "oficina@example.mx"),
      fc.integer({ min: 0, max: 9_999 }).map((number) => `p${number}@example.jp`),
    ),
    post: orEmpty(textOf(["Jefa de departamento, turno «B»", "課長補佐（通関）", "Line one"], 60)),
    postLevel: fc.constantFrom("", ...postLevels),
    sex: fc.constantFrom("", ...sexes),
    zone: fc.constantFrom("America/Mexico_City", "Asia/Tokyo"),
    locale: fc.constantFrom("es", "ja", "en"),
    country: fc.constantFrom("MX", "JP"),
    homeInstitutionId: fc.constant(""),
  })
  .map((given) => factsForm.safeParse(given))
  .chain(({ data }) =>
    fc.record({ facts: fc.constant(data as PersonFacts), institution: fc.integer({ min: -1, max: 4 }) }),
  )
  .filter(({ facts }) => facts !== undefined);

/** Several, of whom the first is there twice: another record, and nothing tells the two apart. */
export const somePeople = fc
  .array(person, { minLength: 1, maxLength: 8 })
  .map(([first, ...others]) => [first as SomePerson, ...others, first as SomePerson]);

/** With names of several days, of no language but one, of two at once, and one that is no more. */
export async function addInstitutions(database: Database): Promise<Id<"institution">[]> {
  const named = (es: string, acronym: string, texts: { ja?: string; en?: string } = {}) => ({
    ...{ validFrom: "2001-01-01", acronym, "name.es": es },
    ...{ "name.ja": texts.ja ?? "", "name.en": texts.en ?? "" },
  });
  const all = [
    { code: "AGA", country: "MX", ...named("Administración General de Aduanas", "AGA", { en: "Customs" }) },
    { code: "KANZEI", country: "JP", ...named("Aduanas del Japón", "CIJ", { ja: "関税局", en: "Customs" }) },
    { code: "VIEJA", country: "MX", ...named("Dirección de Aduanas, de antes", "DGA") },
    { code: "OTRA", country: "MX", ...named("=Institución «rara»; con, comas", "AGA") },
    { code: "DGA", country: "MX", ...named("Dirección General Adjunta", "D.G.A.") },
  ];
  await database.transact(async (trx) => {
    for (const one of all) await addInstitution(trx, newInstitutionForm.parse(one), by);
  });
  const rows = await database.read.selectFrom("institution").select(["id", "code"]).execute();
  const ids = all.map(({ code }) => rows.find((row) => row.code === code)?.id as Id<"institution">);
  await database.transact(async (trx) => {
    const anam = named("Agencia Nacional de Aduanas", "ANAM", { ja: "メキシコ税関" });
    const renamed = institutionForm.parse({ part: "name", ...anam, validFrom: "2022-01-01" });
    await nameInstitution(trx, ids[0] as Id<"institution">, renamed as NameInput, by);
    await archiveInstitution(trx, ids[2] as Id<"institution">, true, by);
  });
  return ids;
}

/** Puts people on a programme's list. */
export const addPeople = (
  database: Database,
  people: readonly SomePerson[],
  { programmeId, institutions }: { programmeId: Id<"programme">; institutions: readonly Id<"institution">[] },
) =>
  database.transact(async (trx) => {
    for (const { facts, institution } of people) {
      const homeInstitutionId = institutions[institution] ?? ("" as Id<"institution">);
      const personId = await addPerson(trx, { ...facts, homeInstitutionId }, by);
      await listOnProgramme(trx, { programmeId, personId }, by);
    }
  });
