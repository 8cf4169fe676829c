import { locales, type Texts } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { ExchangeRate } from "./rules.ts";

export type ProgrammeTariff = Awaited<ReturnType<typeof listTariffs>>[number];
export type CostLine = Awaited<ReturnType<typeof listCostLines>>[number];

const textsOf = (rows: readonly { locale: keyof Texts; text: string }[]): Texts =>
  Object.fromEntries(locales.map((locale) => [locale, rows.find((row) => row.locale === locale)?.text ?? ""]));

/** The tariffs of a programme with what they have been since when, in the order in which they were added. */
export async function listTariffs(db: Reader, programmeId: Id<"programme">) {
  const tariffs = await db
    .selectFrom("programmeTariff")
    .select(["id", "unit", "currency"])
    .where("programmeId", "=", programmeId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const ids = tariffs.map(({ id }) => id);
  if (!ids.length) return [];
  const texts = Map.groupBy(
    await db
      .selectFrom("programmeTariffText")
      .select(["tariffId", "locale", "name as text"])
      .where("tariffId", "in", ids)
      .execute(),
    ({ tariffId }) => tariffId,
  );
  const rates = Map.groupBy(
    await db
      .selectFrom("programmeTariffRate")
      .select(["tariffId", "validFrom", "amount"])
      .where("tariffId", "in", ids)
      .orderBy("validFrom")
      .execute(),
    ({ tariffId }) => tariffId,
  );
  return tariffs.map((tariff) => ({
    ...tariff,
    name: textsOf(texts.get(tariff.id) ?? []),
    rates: (rates.get(tariff.id) ?? []).map(({ validFrom, amount }) => ({ validFrom, amount })),
  }));
}

export async function findTariff(
  db: Reader,
  programmeId: Id<"programme">,
  id: string,
): Promise<ProgrammeTariff | null> {
  return (await listTariffs(db, programmeId)).find((tariff) => tariff.id === id) ?? null;
}

export async function isTariffUsed(db: Reader, id: Id<"programmeTariff">): Promise<boolean> {
  return (await db.selectFrom("costLine").select("id").where("tariffId", "=", id).limit(1).execute()).length > 0;
}

/** In which currency a programme is added up, and what the others are worth in it since when. */
export async function findExchange(db: Reader, programmeId: Id<"programme">) {
  const { currency } = await db
    .selectFrom("programme")
    .select("currency")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const exchange: ExchangeRate[] = await db
    .selectFrom("programmeExchangeRate")
    .select(["currency", "validFrom", "rate"])
    .where("programmeId", "=", programmeId)
    .orderBy("validFrom")
    .orderBy("currency")
    .execute();
  return { into: currency, exchange };
}

/** The cost lines of a programme by the days of their use. */
export async function listCostLines(db: Reader, programmeId: Id<"programme">) {
  const lines = await db
    .selectFrom("costLine")
    .select(["id", "tariffId", "payerId", "form", "units", "usedOn"])
    .where("programmeId", "=", programmeId)
    .orderBy("usedOn")
    .orderBy("id")
    .execute();
  if (!lines.length) return [];
  const texts = Map.groupBy(
    await db
      .selectFrom("costLine")
      .innerJoin("costLineText", "costLineText.costLineId", "costLine.id")
      .select(["costLine.id", "costLineText.locale", "costLineText.what as text"])
      .where("costLine.programmeId", "=", programmeId)
      .execute(),
    ({ id }) => id,
  );
  return lines.map((line) => ({ ...line, what: textsOf(texts.get(line.id) ?? []) }));
}

export async function findCostLine(db: Reader, programmeId: Id<"programme">, id: string): Promise<CostLine | null> {
  return (await listCostLines(db, programmeId)).find((line) => line.id === id) ?? null;
}
