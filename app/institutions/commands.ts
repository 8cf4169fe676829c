import type { By } from "#app/access/actor.ts";
import type { AuditAction } from "#app/audit/actions.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { institutionName, type NameInput, type NewInstitutionInput } from "./form.ts";
import { listDatedNames } from "./queries.ts";
import type { DatedName } from "./rules.ts";

/** @returns false where the code belongs to another institution, and nothing is made */
export async function addInstitution(trx: Writer, input: NewInstitutionInput, { accountId, at }: By): Promise<boolean> {
  const { code, country } = input;
  const id = newId<"institution">();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("institution")
    .values({ id, code, country, createdAt: at })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await insertName(trx, id, input);
  await record(trx, "institution.added", id, { code, country, name: datedName(input) }, { accountId, at });
  return true;
}

/** Gives a name from a day on. One that began on the same day is replaced as a whole; the audit keeps it. */
export async function nameInstitution(
  trx: Writer,
  id: Id<"institution">,
  input: NameInput,
  by: By,
): Promise<"named" | "corrected"> {
  await hold(trx, "institution", id);
  const former = await findNameFrom(trx, id, input.validFrom);
  await deleteName(trx, id, input.validFrom);
  await insertName(trx, id, input);
  const outcome = former ? "corrected" : "named";
  const action = former ? "institution.corrected" : "institution.named";
  await record(trx, action, id, { name: datedName(input), ...(former && { former }) }, by);
  return outcome;
}

type NameRemovalOutcome = "removed" | "missing" | "lastName";

/** Takes away a name that was given by mistake. One has to stay. */
export async function removeName(
  trx: Writer,
  id: Id<"institution">,
  validFrom: LocalDate,
  by: By,
): Promise<NameRemovalOutcome> {
  await hold(trx, "institution", id);
  const former = await findNameFrom(trx, id, validFrom);
  if (!former) return "missing";
  if ((await listDatedNames(trx, id)).length === 1) return "lastName";
  await deleteName(trx, id, validFrom);
  await record(trx, "institution.nameRemoved", id, { former }, by);
  return "removed";
}

/**
 * Gives another code to one that nothing refers to yet. The caller holds it, and knows that.
 * @returns false where the code belongs to another institution
 */
export async function renameInstitution(
  trx: Writer,
  { id, code: former }: { id: Id<"institution">; code: string },
  code: string,
  by: By,
): Promise<boolean> {
  const other = await trx.selectFrom("institution").select("id").where("code", "=", code).executeTakeFirst();
  if (other) return other.id === id;
  await trx.updateTable("institution").set({ code }).where("id", "=", id).execute();
  await record(trx, "institution.renamed", id, { from: former, to: code }, by);
  return true;
}

/** Forms no longer offer it, or do so again. Whatever refers to it keeps it. */
export async function archiveInstitution(trx: Writer, id: Id<"institution">, isArchived: boolean, by: By) {
  const { numUpdatedRows } = await trx
    .updateTable("institution")
    .set({ archivedAt: isArchived ? by.at : null })
    .where("id", "=", id)
    .where("archivedAt", isArchived ? "is" : "is not", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await record(trx, isArchived ? "institution.archived" : "institution.restored", id, {}, by);
}

const findNameFrom = async (trx: Writer, id: Id<"institution">, from: LocalDate) =>
  (await listDatedNames(trx, id)).find(({ validFrom }) => validFrom === from) ?? null;

const deleteName = (trx: Writer, institutionId: Id<"institution">, validFrom: LocalDate) =>
  trx
    .deleteFrom("institutionName")
    .where("institutionId", "=", institutionId)
    .where("validFrom", "=", validFrom)
    .execute();

/** A language without a name gets no row: readers fall back to another one. */
async function insertName(trx: Writer, institutionId: Id<"institution">, input: NameInput) {
  const { validFrom, acronym, name } = datedName(input);
  const rows = locales.flatMap((locale) => {
    const text = name[locale];
    return text ? [{ institutionId, validFrom, locale, name: text, acronym }] : [];
  });
  await trx.insertInto("institutionName").values(rows).execute();
}

const datedName = (input: NameInput): DatedName => ({
  validFrom: input.validFrom,
  acronym: input.acronym || null,
  name: Object.fromEntries(Object.entries(institutionName.read(input)).filter(([, name]) => name !== "")),
});

type Action = Extract<AuditAction, `institution.${string}`>;

const record = (
  trx: Writer,
  action: Action,
  subjectId: Id<"institution">,
  details: Record<string, unknown>,
  { accountId, at }: By,
) => audit(trx, at, { accountId, action, subjectId, details });
