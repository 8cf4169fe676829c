import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import { hold, holding } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { MemberInput } from "./form.ts";
import { type FacultyMember, findMember, listMembersOf } from "./queries.ts";
import { abilitiesOf } from "./rules.ts";

/** The member of an address, held: nobody else changes them until the transaction ends. */
export async function holdMember(trx: Writer, id: Id<"faculty">): Promise<FacultyMember | null> {
  await holding.faculty(trx).where("id", "=", id).execute();
  return findMember(trx, id);
}

/**
 * Puts somebody on the list who is known already.
 * @returns their entry; `isNew` is false where they were on it: then it stays as it is, and leaves the archive
 */
export async function addMember(
  trx: Writer,
  { personId, ...input }: MemberInput & { personId: Id<"person"> },
  by: By,
): Promise<{ id: Id<"faculty">; isNew: boolean }> {
  await hold(trx, "person", personId);
  const [known] = await listMembersOf(trx, personId);
  if (known) {
    if (known.archivedAt) await setArchived(trx, known.id, false, by);
    return { id: known.id, isNew: false };
  }
  const id = newId<"faculty">();
  const { roles, note } = input;
  await trx
    .insertInto("faculty")
    .values({ id, personId, ...abilitiesOf(roles), note, createdAt: by.at, archivedAt: null })
    .execute();
  await saveLanguages(trx, id, input);
  await audit(trx, by.at, { accountId: by.accountId, action: "faculty.added", subjectId: id });
  return { id, isNew: true };
}

export async function changeMember(trx: Writer, id: Id<"faculty">, input: MemberInput, { accountId, at }: By) {
  const { roles, note } = input;
  await trx
    .updateTable("faculty")
    .set({ ...abilitiesOf(roles), note })
    .where("id", "=", id)
    .execute();
  await trx.deleteFrom("facultyLanguage").where("facultyId", "=", id).execute();
  await saveLanguages(trx, id, input);
  await audit(trx, at, { accountId, action: "faculty.changed", subjectId: id });
}

const saveLanguages = (trx: Writer, facultyId: Id<"faculty">, { languages }: Pick<MemberInput, "languages">) =>
  trx
    .insertInto("facultyLanguage")
    .values(languages.map((language) => ({ facultyId, language })))
    .execute();

/** Whoever is in the archive is not offered any more; what they have agreed to stays. */
export async function setArchived(trx: Writer, id: Id<"faculty">, isArchived: boolean, { accountId, at }: By) {
  await trx
    .updateTable("faculty")
    .set({ archivedAt: isArchived ? at : null })
    .where("id", "=", id)
    .execute();
  await audit(trx, at, { accountId, action: isArchived ? "faculty.archived" : "faculty.restored", subjectId: id });
}

type NewAbsence = { startsOn: LocalDate; endsOn: LocalDate; note: string };

/** Says when somebody is not available. The same days, said twice, are there once. */
export async function addAbsence(trx: Writer, facultyId: Id<"faculty">, absence: NewAbsence, { accountId, at }: By) {
  const { startsOn, endsOn } = absence;
  const known = await trx
    .selectFrom("facultyAbsence")
    .select("id")
    .where("facultyId", "=", facultyId)
    .where("startsOn", "=", startsOn)
    .where("endsOn", "=", endsOn)
    .executeTakeFirst();
  if (known) return;
  await trx
    .insertInto("facultyAbsence")
    .values({ id: newId<"facultyAbsence">(), facultyId, ...absence })
    .execute();
  await audit(trx, at, { accountId, action: "faculty.changed", subjectId: facultyId });
}

/** One that is gone already counts as removed. */
export async function removeAbsence(
  trx: Writer,
  { facultyId, absenceId }: { facultyId: Id<"faculty">; absenceId: Id<"facultyAbsence"> },
  { accountId, at }: By,
) {
  await trx.deleteFrom("facultyAbsence").where("id", "=", absenceId).where("facultyId", "=", facultyId).execute();
  await audit(trx, at, { accountId, action: "faculty.changed", subjectId: facultyId });
}
