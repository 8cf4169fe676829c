import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { Writer } from "#db/database.ts";
import { holding } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { ProgrammeInput } from "./form.ts";
import { findProgramme, type StoredProgramme } from "./queries.ts";

type ProgrammeOutcome = { status: "saved" } | { status: "refused"; field: string; because: string };

export async function addProgramme(
  trx: Writer,
  input: ProgrammeInput & { code: string },
  { accountId, at }: By,
): Promise<ProgrammeOutcome> {
  const refused = await refusedParty(trx, input);
  if (refused) return refused;
  const { code, startsOn, endsOn } = input;
  const id = newId<"programme">();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("programme")
    .values({ id, code, startsOn, endsOn, createdAt: at })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n)
    return { status: "refused", field: "code", because: "programmes:form.codeTaken" };
  await insertParts(trx, id, input);
  await audit(trx, at, {
    accountId,
    action: "programme.added",
    subjectId: id,
    details: { code },
  });
  return { status: "saved" };
}

/**
 * For whoever changes a programme. Of two at the same moment the second waits here, and then reads what the first left.
 */
export async function holdProgramme(trx: Writer, code: string): Promise<StoredProgramme | null> {
  await holding.programme(trx).where("code", "=", code).execute();
  return findProgramme(trx, code);
}

/** @param before as `holdProgramme` has read it */
export async function changeProgramme(
  trx: Writer,
  before: StoredProgramme,
  input: ProgrammeInput,
  { accountId, at }: By,
): Promise<ProgrammeOutcome> {
  const refused = await refusedParty(trx, input);
  if (refused) return refused;
  const { id, code } = before;
  const { startsOn, endsOn } = input;
  await trx.updateTable("programme").set({ startsOn, endsOn }).where("id", "=", id).execute();
  await deleteParts(trx, id);
  await insertParts(trx, id, input);
  const changed = partsThatDiffer(before, await findProgramme(trx, code));
  await audit(trx, at, {
    accountId,
    action: "programme.changed",
    subjectId: id,
    details: { changed },
  });
  return { status: "saved" };
}

/**
 * Gives another code to one that nothing refers to yet. The caller holds it, and knows that.
 * @returns false where the code belongs to another programme
 */
export async function renameProgramme(
  trx: Writer,
  { id, code: former }: { id: Id<"programme">; code: string },
  code: string,
  { accountId, at }: By,
): Promise<boolean> {
  const other = await trx.selectFrom("programme").select("id").where("code", "=", code).executeTakeFirst();
  if (other) return other.id === id;
  await trx.updateTable("programme").set({ code }).where("id", "=", id).execute();
  const details = { from: former, to: code };
  await audit(trx, at, { accountId, action: "programme.renamed", subjectId: id, details });
  return true;
}

/** Forms no longer offer it, or do so again. Its workshops keep it. */
export async function archiveProgramme(
  trx: Writer,
  id: Id<"programme">,
  isArchived: boolean,
  { accountId, at }: By,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("programme")
    .set({ archivedAt: isArchived ? at : null })
    .where("id", "=", id)
    .where("archivedAt", isArchived ? "is" : "is not", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const action = isArchived ? "programme.archived" : "programme.restored";
  await audit(trx, at, { accountId, action, subjectId: id });
}

/** The institutions that a form names have to exist, whatever its list of choices said. */
async function refusedParty(trx: Writer, { parties }: ProgrammeInput): Promise<ProgrammeOutcome | null> {
  const ids = parties.map(({ institutionId }) => institutionId);
  const known = ids.length ? await trx.selectFrom("institution").select("id").where("id", "in", ids).execute() : [];
  const missing = parties.find(({ institutionId }) => !known.some(({ id }) => id === institutionId));
  return missing
    ? { status: "refused", field: `party.${missing.row}.institutionId`, because: "common:form.choose" }
    : null;
}

async function deleteParts(trx: Writer, programmeId: Id<"programme">) {
  await trx.deleteFrom("programmeText").where("programmeId", "=", programmeId).execute();
  await trx.deleteFrom("programmeParty").where("programmeId", "=", programmeId).execute();
  await trx.deleteFrom("programmeSignatoryText").where("programmeId", "=", programmeId).execute();
  await trx.deleteFrom("programmeSignatory").where("programmeId", "=", programmeId).execute();
}

async function insertParts(trx: Writer, programmeId: Id<"programme">, { texts, parties, signatories }: ProgrammeInput) {
  const written = locales.filter((locale) => texts[locale].title || texts[locale].summary);
  await trx
    .insertInto("programmeText")
    .values(written.map((locale) => ({ programmeId, locale, ...texts[locale] })))
    .execute();
  if (parties.length)
    await trx
      .insertInto("programmeParty")
      .values(
        parties.map(({ institutionId, role }, index) => ({ programmeId, institutionId, role, position: index + 1 })),
      )
      .execute();
  if (signatories.length) await insertSignatories(trx, programmeId, signatories);
}

/** Each has a post in one language at least. */
async function insertSignatories(
  trx: Writer,
  programmeId: Id<"programme">,
  signatories: ProgrammeInput["signatories"],
) {
  const placed = signatories.map((signatory, index) => ({ ...signatory, position: index + 1 }));
  await trx
    .insertInto("programmeSignatory")
    .values(placed.map(({ position, name }) => ({ programmeId, position, name })))
    .execute();
  const written = placed.flatMap(({ position, post }) =>
    locales.filter((locale) => post[locale]).map((locale) => ({ programmeId, position, locale, post: post[locale] })),
  );
  await trx.insertInto("programmeSignatoryText").values(written).execute();
}

const parts = ["startsOn", "endsOn", "texts", "parties", "signatories"] as const;

/** By name only: a signatory is a person. */
const partsThatDiffer = (before: StoredProgramme, after: StoredProgramme | null) =>
  parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after?.[part]));
