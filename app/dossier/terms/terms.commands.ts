import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { paidItems } from "../rules.ts";
import { meetingPoint, type TermsInput } from "./form.ts";
import { findTerms, type Terms } from "./terms.queries.ts";

/** Who pays what, and where whoever arrives is met. The workshop is held. */
export async function saveTerms(trx: Writer, workshop: HeldWorkshop, input: TermsInput, by: By): Promise<void> {
  const payers = Object.fromEntries(paidItems.flatMap((item) => (input[item] ? [[item, input[item]]] : [])));
  await writeTerms(trx, workshop.id, { payers, meetingPoint: meetingPoint.read(input) });
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "dossier.termsChanged",
    subjectId: workshop.id,
    details: payers,
  });
}

async function writeTerms(trx: Writer, workshopId: Id<"workshop">, { payers, meetingPoint: texts }: Terms) {
  await dropTerms(trx, workshopId);
  const rows = paidItems.flatMap((item) => (payers[item] ? [{ workshopId, item, payer: payers[item] }] : []));
  if (rows.length) await trx.insertInto("dossierPayer").values(rows).execute();
  await trx
    .insertInto("dossierText")
    .values(locales.map((locale) => ({ workshopId, locale, meetingPoint: texts[locale] ?? "" })))
    .execute();
}

export const copyTerms = async (trx: Writer, { from, to }: Record<"from" | "to", Id<"workshop">>): Promise<void> =>
  writeTerms(trx, to, await findTerms(trx, from));

export async function dropTerms(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  await trx.deleteFrom("dossierPayer").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("dossierText").where("workshopId", "=", workshopId).execute();
}
