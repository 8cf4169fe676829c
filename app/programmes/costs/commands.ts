import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type CostInput, costWhat, type ExchangeInput, type TariffInput } from "./form.ts";
import { type CostLine, findTariff, isTariffUsed, type ProgrammeTariff } from "./queries.ts";
import { validOn } from "./rules.ts";

type Refused = { status: "refused"; field: string; because: string };
type Saved<Table extends string> = { status: "saved"; id: Id<Table> } | Refused;
type Programme = Id<"programme">;

/** Adds a cost line, or changes the one that is known. The programme is held. */
export async function saveCostLine(
  trx: Writer,
  programmeId: Programme,
  known: Pick<CostLine, "id"> | null,
  input: CostInput,
  { accountId, at }: By,
): Promise<Saved<"costLine">> {
  const { tariffId, payerId, form, units, usedOn } = input;
  const tariff = await findTariff(trx, programmeId, tariffId);
  if (!tariff) return { status: "refused", field: "tariffId", because: "common:form.choose" };
  if (!validOn(tariff.rates, usedOn))
    return { status: "refused", field: "usedOn", because: "programmes:cost.form.noTariff" };
  if (!(await isInstitution(trx, payerId)))
    return { status: "refused", field: "payerId", because: "common:form.choose" };
  const id = known?.id ?? newId<"costLine">();
  const facts = { tariffId, payerId, form, units, usedOn };
  if (known) await trx.updateTable("costLine").set(facts).where("id", "=", id).execute();
  else
    await trx
      .insertInto("costLine")
      .values({ id, programmeId, ...facts, createdAt: at })
      .execute();
  await trx.deleteFrom("costLineText").where("costLineId", "=", id).execute();
  const what = costWhat.read(input);
  await trx
    .insertInto("costLineText")
    .values(locales.map((locale) => ({ costLineId: id, locale, what: what[locale] })))
    .execute();
  const details = { costLineId: id, units, usedOn, form };
  const action = known ? "cost.changed" : "cost.added";
  await audit(trx, at, { accountId, action, subjectId: programmeId, details });
  return { status: "saved", id };
}

/** The audit keeps what it said. The programme is held. */
export async function dropCostLine(trx: Writer, programmeId: Programme, line: CostLine, { accountId, at }: By) {
  await trx.deleteFrom("costLineText").where("costLineId", "=", line.id).execute();
  await trx.deleteFrom("costLine").where("id", "=", line.id).execute();
  await audit(trx, at, { accountId, action: "cost.removed", subjectId: programmeId, details: line });
}

/** Adds a tariff, or changes the one that is known. While a cost line uses it, it keeps its currency. */
export async function saveTariff(
  trx: Writer,
  programmeId: Programme,
  known: Pick<ProgrammeTariff, "id" | "currency"> | null,
  { name, unit, currency, rates }: TariffInput,
  { accountId, at }: By,
): Promise<Saved<"programmeTariff">> {
  if (known && known.currency !== currency && (await isTariffUsed(trx, known.id)))
    return { status: "refused", field: "currency", because: "programmes:tariff.form.used" };
  const id = known?.id ?? newId<"programmeTariff">();
  if (known) await trx.updateTable("programmeTariff").set({ unit, currency }).where("id", "=", id).execute();
  else await trx.insertInto("programmeTariff").values({ id, programmeId, unit, currency, createdAt: at }).execute();
  await dropTariffParts(trx, id);
  await trx
    .insertInto("programmeTariffText")
    .values(locales.map((locale) => ({ tariffId: id, locale, name: name[locale] })))
    .execute();
  await trx
    .insertInto("programmeTariffRate")
    .values(rates.map(({ validFrom, amount }) => ({ tariffId: id, validFrom, amount })))
    .execute();
  const action = known ? "tariff.changed" : "tariff.added";
  await audit(trx, at, { accountId, action, subjectId: programmeId, details: { tariffId: id, currency, rates } });
  return { status: "saved", id };
}

async function dropTariffParts(trx: Writer, tariffId: Id<"programmeTariff">) {
  await trx.deleteFrom("programmeTariffText").where("tariffId", "=", tariffId).execute();
  await trx.deleteFrom("programmeTariffRate").where("tariffId", "=", tariffId).execute();
}

/** @returns false where a cost line uses it: then it stays */
export async function dropTariff(
  trx: Writer,
  programmeId: Programme,
  { id, name }: ProgrammeTariff,
  { accountId, at }: By,
): Promise<boolean> {
  if (await isTariffUsed(trx, id)) return false;
  await dropTariffParts(trx, id);
  await trx.deleteFrom("programmeTariff").where("id", "=", id).execute();
  const details = { tariffId: id, name };
  await audit(trx, at, { accountId, action: "tariff.removed", subjectId: programmeId, details });
  return true;
}

/** In which currency a programme is added up, and what the others are worth in it. The programme is held. */
export async function saveExchange(
  trx: Writer,
  programmeId: Programme,
  { currency, rates }: ExchangeInput,
  { accountId, at }: By,
): Promise<void> {
  await trx.updateTable("programme").set({ currency }).where("id", "=", programmeId).execute();
  await trx.deleteFrom("programmeExchangeRate").where("programmeId", "=", programmeId).execute();
  if (rates.length)
    await trx
      .insertInto("programmeExchangeRate")
      .values(rates.map((rate) => ({ programmeId, ...rate })))
      .execute();
  const details = { currency, rates };
  await audit(trx, at, { accountId, action: "exchange.changed", subjectId: programmeId, details });
}
