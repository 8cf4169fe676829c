import type { Texts } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { ItemPayer, PaidItem } from "../rules.ts";

export type Terms = { payers: Partial<Record<PaidItem, ItemPayer>>; meetingPoint: Texts };

/** Who pays what in a workshop, and where whoever arrives is met. */
export async function findTerms(db: Reader, workshopId: Id<"workshop">): Promise<Terms> {
  const payers = await db
    .selectFrom("dossierPayer")
    .select(["item", "payer"])
    .where("workshopId", "=", workshopId)
    .execute();
  const texts = await db
    .selectFrom("dossierText")
    .select(["locale", "meetingPoint"])
    .where("workshopId", "=", workshopId)
    .execute();
  return {
    payers: Object.fromEntries(payers.map(({ item, payer }) => [item, payer])),
    meetingPoint: Object.fromEntries(texts.map(({ locale, meetingPoint }) => [locale, meetingPoint])),
  };
}
