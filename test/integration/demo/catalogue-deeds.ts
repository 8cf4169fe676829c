import { addInstitution, nameInstitution } from "#app/institutions/commands.ts";
import { institutionForm, institutionName, newInstitutionForm } from "#app/institutions/form.ts";
import { addProgramme } from "#app/programmes/commands.ts";
import { newProgrammeForm, summary, title } from "#app/programmes/form.ts";
import { partyGroup } from "#app/programmes/party-rows.ts";
import { findProgramme } from "#app/programmes/queries.ts";
import { signatoryValues } from "#app/programmes/signatory-rows.ts";
import type { Database, Writer } from "#db/database.ts";
import { accepted, type Deed, type Twins } from "./deeds.ts";

const [nameForm] = institutionForm.options;

/** Institutions with the names that they have borne. */
export async function institutionDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const names = await read.selectFrom("institutionName").selectAll().orderBy("validFrom").execute();
  const institutions = await read.selectFrom("institution").selectAll().orderBy("id").execute();
  return institutions.flatMap(({ id, code, country, createdAt: at }) => {
    const by = { accountId: null, at };
    const own = Map.groupBy(
      names.filter(({ institutionId }) => institutionId === id),
      ({ validFrom }) => validFrom,
    );
    const [first, ...later] = [...own].map(([validFrom, inLanguages]) => ({
      ...institutionName.write(Object.fromEntries(inLanguages.map(({ locale, name }) => [locale, name]))),
      acronym: inLanguages[0]?.acronym ?? "",
      validFrom,
    }));
    const add = async (trx: Writer) => {
      accepted(await addInstitution(trx, newInstitutionForm.parse({ code, country, ...first }), by), code);
      twins.pair(id, await institutionIdOf(trx, code));
    };
    const name = (dated: object) => (trx: Writer) =>
      nameInstitution(trx, twins.of(id), nameForm.parse({ part: "name", ...dated }), by);
    return [{ at, perform: add }, ...later.map((dated) => ({ at, perform: name(dated) }))];
  });
}

export async function programmeDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const programmes = await read.selectFrom("programme").selectAll().orderBy("id").execute();
  return programmes.map(({ id, code, createdAt: at }) => ({
    at,
    async perform(trx) {
      const input = await programmeInput({ read }, code, twins);
      accepted(await addProgramme(trx, input, { accountId: null, at }), code);
      twins.pair(id, await programmeIdOf(trx, code));
    },
  }));
}

/** As somebody fills in its form. */
async function programmeInput({ read }: Pick<Database, "read">, code: string, twins: Twins) {
  const { startsOn, endsOn, texts, parties, signatories } = accepted(await findProgramme(read, code), code);
  return newProgrammeForm.parse({
    ...{ code, startsOn, endsOn },
    ...title.write(Object.fromEntries(texts.map((text) => [text.locale, text.title]))),
    ...summary.write(Object.fromEntries(texts.map((text) => [text.locale, text.summary]))),
    ...partyGroup.write(parties.map((party) => ({ ...party, institutionId: twins.of(party.institutionId) }))),
    ...signatoryValues(signatories),
  });
}

const institutionIdOf = async (trx: Writer, code: string) =>
  (await trx.selectFrom("institution").select("id").where("code", "=", code).executeTakeFirst())?.id;

const programmeIdOf = async (trx: Writer, code: string) =>
  (await trx.selectFrom("programme").select("id").where("code", "=", code).executeTakeFirst())?.id;

/** What no command makes: themes come from migrations and from the seed, and so does the setting that a demo is one. */
export async function copyWhatNoCommandMakes({ read }: Database, trx: Writer, twins: Twins): Promise<void> {
  const themes = await read.selectFrom("theme").selectAll().execute();
  const given = new Set((await trx.selectFrom("theme").select("id").execute()).map(({ id }) => id));
  const texts = await read.selectFrom("themeText").selectAll().execute();
  await trx
    .insertInto("theme")
    .values(themes.filter(({ id }) => !given.has(id)))
    .execute();
  await trx
    .insertInto("themeText")
    .values(texts.filter(({ themeId }) => !given.has(themeId)))
    .execute();
  await trx
    .insertInto("setting")
    .values(await read.selectFrom("setting").selectAll().execute())
    .execute();
  for (const { id } of themes) twins.pair(id, id);
}
