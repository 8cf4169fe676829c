import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { searchWords } from "#app/tables/search.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { PersonTable } from "#db/schema.ts";
import { type CertificateNameInput, orNull, type PersonFacts, type PersonInput } from "./form.ts";
import { dropKeys, noteMailKey, noteNameKeys } from "./matching/keys.commands.ts";
import { type EveryName, personWords, sortKeys } from "./names.ts";
import { findProfile } from "./queries.ts";
import { reminding } from "./rules.ts";

export type NewPerson = {
  familyName: string;
  givenName: string;
  secondSurname: string | null;
  institutionId: Id<"institution"> | null;
  country: string;
  locale: Locale;
  zone: Zone;
} & Partial<Pick<PersonTable, "nativeName" | "kana" | "latinName" | "post" | "postLevel" | "sex" | "email">>;

/** Adds somebody of whom no more than the names may be known. The caller records why. @returns the id */
export async function insertPerson(trx: Writer, person: NewPerson, { at }: By): Promise<Id<"person">> {
  const id = newId<"person">();
  await trx
    .insertInto("person")
    .values({ id, ...person, createdAt: at })
    .execute();
  const { nativeName = null, kana = null, latinName = null, email = null } = person;
  await writeNames(trx, id, { ...person, nativeName, kana, latinName });
  if (email) await writeAddressWords(trx, id, email);
  return id;
}

/** Adds somebody who has no account, and may get one later. @returns the id */
export async function addPerson(trx: Writer, facts: PersonFacts, by: By): Promise<Id<"person">> {
  const { homeInstitutionId, country, email, ...details } = facts;
  const person = { ...storedDetails(details), country, email: orNull(email), institutionId: homeInstitutionId || null };
  const id = await insertPerson(trx, person, by);
  await audit(trx, by.at, { accountId: by.accountId, action: "person.added", subjectId: id });
  return id;
}

/** Somebody gets an account with the address that was known of them: it is kept there from now on, and once. */
export const leaveAddressToAccount = (trx: Writer, id: Id<"person">) =>
  trx.updateTable("person").set({ email: null }).where("id", "=", id).execute();

/** Takes back somebody to whom nothing refers, but that they were said to be another than somebody else. */
export async function takeBackPerson(trx: Writer, id: Id<"person">): Promise<void> {
  await forgetWords(trx, id);
  await trx
    .deleteFrom("personDistinct")
    .where((eb) => eb.or([eb("personId", "=", id), eb("otherId", "=", id)]))
    .execute();
  await trx.deleteFrom("person").where("id", "=", id).execute();
}

/** Nobody finds them any more. */
export async function forgetWords(trx: Writer, id: Id<"person">): Promise<void> {
  await trx.deleteFrom("personWord").where("personId", "=", id).execute();
  await trx.deleteFrom("addressWord").where("personId", "=", id).execute();
  await dropKeys(trx, id);
}

/** What somebody is sorted and found by from now on. Whoever stores a name calls it. */
export async function writeNames(trx: Writer, personId: Id<"person">, names: EveryName): Promise<void> {
  await trx.updateTable("person").set(sortKeys(names)).where("id", "=", personId).execute();
  await trx.deleteFrom("personWord").where("personId", "=", personId).execute();
  const words = personWords(names).map((word) => ({ word, personId }));
  if (words.length) await trx.insertInto("personWord").values(words).execute();
  await noteNameKeys(trx, personId, names);
}

/** What somebody is found by beside their names: the address of their account, or the one that they have without. */
export async function writeAddressWords(trx: Writer, personId: Id<"person">, email: string | null): Promise<void> {
  await trx.deleteFrom("addressWord").where("personId", "=", personId).execute();
  const words = searchWords([email]).map((word) => ({ word, personId }));
  if (words.length) await trx.insertInto("addressWord").values(words).execute();
  await noteMailKey(trx, personId, email);
}

/** Somebody's own data. The name on certificates stays as it was confirmed. */
export const changeProfile = (trx: Writer, personId: Id<"person">, { part: _, ...own }: PersonInput, by: By) =>
  changePerson(trx, personId, own, by);

type OwnDetails = Omit<PersonInput, "part">;
/** With what others change. The address only of somebody who has no account. */
export type PersonDetails = OwnDetails & {
  institutionId: Id<"institution"> | null;
  country: string;
  email?: string | null;
};

/** Writes what differs from what is stored, and names the fields in the audit. Nothing happens where nothing does. */
export async function changePerson(
  trx: Writer,
  personId: Id<"person">,
  details: OwnDetails & Partial<PersonDetails>,
  { accountId, at }: By,
): Promise<void> {
  const values = { ...details, ...storedDetails(details) };
  const before = await findProfile(trx, personId);
  const fields = (Object.keys(values) as (keyof typeof values)[]).filter((field) => before?.[field] !== values[field]);
  if (!before || !fields.length) return;
  await trx.updateTable("person").set(values).where("id", "=", personId).execute();
  await writeNames(trx, personId, values);
  if (values.email !== undefined) await writeAddressWords(trx, personId, values.email);
  await audit(trx, at, {
    accountId,
    action: "person.changed",
    subjectId: personId,
    details: { fields },
  });
}

/** An empty field stands for what is not known. */
const storedDetails = (details: OwnDetails) => ({
  ...details,
  secondSurname: orNull(details.secondSurname),
  nativeName: orNull(details.nativeName),
  kana: orNull(details.kana),
  latinName: orNull(details.latinName),
  post: orNull(details.post),
  postLevel: orNull(details.postLevel),
  sex: orNull(details.sex),
});

/** The holder confirms how certificates print the name. Each change is a new confirmation. */
export async function confirmCertificateName(
  trx: Writer,
  personId: Id<"person">,
  input: CertificateNameInput,
  { accountId, at }: By,
) {
  await trx
    .updateTable("person")
    .set({
      certificateName: input.certificateName,
      certificateSecondName: orNull(input.certificateSecondName),
      nameConfirmedAt: at,
    })
    .where("id", "=", personId)
    .execute();
  await audit(trx, at, { accountId, action: "person.nameConfirmed", subjectId: personId });
}

/**
 * Notes that people are reminded to confirm their name.
 * @returns those who have not confirmed it, and whom nobody has reminded within a day
 */
export async function noteReminders(trx: Writer, personIds: Id<"person">[], at: Instant): Promise<Id<"person">[]> {
  if (!personIds.length) return [];
  const rows = await trx
    .updateTable("person")
    .set({ nameRemindedAt: at })
    .where("id", "in", personIds)
    .where("nameConfirmedAt", "is", null)
    .where((eb) => {
      const { before, after } = reminding(at);
      return eb.or([
        eb("nameRemindedAt", "is", null),
        eb("nameRemindedAt", "<=", before),
        eb("nameRemindedAt", ">", after),
      ]);
    })
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
