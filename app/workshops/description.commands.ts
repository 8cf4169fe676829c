import { locales } from "#app/i18n/locales.ts";
import { searchWords } from "#app/tables/search.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { textsOf, type WorkshopInput } from "./form.ts";

/** What a workshop's form says beside its facts: its texts, the words that it is found by, themes and languages. */
export async function saveDescription(trx: Writer, workshopId: Id<"workshop">, input: WorkshopInput): Promise<void> {
  await dropParts(trx, workshopId);
  await saveTexts(trx, workshopId, input);
  await saveWords(trx, workshopId, input);
  await saveThemes(trx, workshopId, input);
  await saveLanguages(trx, workshopId, input);
}

export async function dropDescription(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  await dropParts(trx, workshopId);
  await trx.deleteFrom("workshopWord").where("workshopId", "=", workshopId).execute();
}

async function dropParts(trx: Writer, workshopId: Id<"workshop">) {
  await trx.deleteFrom("workshopText").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("workshopTheme").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("workshopLanguage").where("workshopId", "=", workshopId).execute();
}

/** A long text in Japanese has thousands of words, and a statement takes so many values. */
const wordsAtOnce = 1_000;

/** Writes the difference alone: most changes of a workshop leave its texts as they are. */
async function saveWords(trx: Writer, workshopId: Id<"workshop">, input: WorkshopInput) {
  const { title, summary, venue } = textsOf(input);
  const texts = locales.flatMap((locale) => [title[locale], summary[locale], venue[locale]]);
  const words = new Set(searchWords([input.code, ...texts]));
  const rows = await trx.selectFrom("workshopWord").select("word").where("workshopId", "=", workshopId).execute();
  const stored = new Set(rows.map(({ word }) => word));
  const [gone, fresh] = [[...stored.difference(words)], [...words.difference(stored)]];
  for (let from = 0; from < gone.length; from += wordsAtOnce)
    await trx
      .deleteFrom("workshopWord")
      .where("workshopId", "=", workshopId)
      .where("word", "in", gone.slice(from, from + wordsAtOnce))
      .execute();
  for (let from = 0; from < fresh.length; from += wordsAtOnce)
    await trx
      .insertInto("workshopWord")
      .values(fresh.slice(from, from + wordsAtOnce).map((word) => ({ word, workshopId })))
      .execute();
}

async function saveTexts(trx: Writer, workshopId: Id<"workshop">, input: WorkshopInput) {
  const { title, summary, venue, requirements } = textsOf(input);
  await trx
    .insertInto("workshopText")
    .values(
      locales.map((locale) => ({
        workshopId,
        locale,
        title: title[locale],
        summary: summary[locale],
        venue: venue[locale],
        requirements: requirements[locale],
      })),
    )
    .execute();
}

async function saveThemes(trx: Writer, workshopId: Id<"workshop">, { themeIds }: WorkshopInput) {
  const known = themeIds.length ? await trx.selectFrom("theme").select("id").where("id", "in", themeIds).execute() : [];
  if (known.length)
    await trx
      .insertInto("workshopTheme")
      .values(known.map(({ id }) => ({ workshopId, themeId: id })))
      .execute();
}

/** A form names at least one. */
async function saveLanguages(trx: Writer, workshopId: Id<"workshop">, { workingLanguages }: WorkshopInput) {
  await trx
    .insertInto("workshopLanguage")
    .values(workingLanguages.map((locale, index) => ({ workshopId, position: index + 1, locale })))
    .execute();
}
