import { z } from "zod";
import { may } from "#app/access/permissions.ts";
import { addGrant, openAccount } from "#app/accounts/commands.ts";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { addPerson, changeProfile, confirmCertificateName } from "#app/people/commands.ts";
import { personFacts, personNames, profileForm } from "#app/people/form.ts";
import type { PersonRecord } from "#app/people/merge/merge.rules.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import { storePassword } from "#app/sign-in/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { ProgrammePersonTable } from "#db/schema.ts";
import { accepted, actorOf, type Deed, type Twins } from "./deeds.ts";

const [personForm, certificateForm] = profileForm.options;

/** Everybody's account, what its holder says of themselves, and their password. */
export async function accountDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const people = await readPeople({ read });
  const passwords = await read.selectFrom("credential").selectAll().where("kind", "=", "password").execute();
  const opened = people.map((person) => ({ at: person.createdAt, perform: opening(person, twins) }));
  const described = people.map((person) => ({ at: person.createdAt, perform: describing(person, twins) }));
  const named = people.flatMap((person) =>
    person.nameConfirmedAt ? [{ at: person.nameConfirmedAt, perform: confirming(person, twins) }] : [],
  );
  const namedBefore = await formerNameDeeds({ read }, people, twins);
  const secured = passwords.map(({ accountId: seeded, secret, createdAt: at }) => ({
    at,
    perform(trx: Writer) {
      const accountId = twins.of(seeded);
      return storePassword(trx, { accountId, passwordHash: secret }, { accountId, at });
    },
  }));
  return [...opened, ...described, ...secured, ...namedBefore, ...named];
}

/** Whom coordinators have put on their programmes' lists. */
export async function listedDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const listed = await read
    .selectFrom("programmePerson")
    .innerJoin("person", "person.id", "programmePerson.personId")
    .leftJoin("account", "account.personId", "person.id")
    .selectAll("person")
    .select(["programmePerson.programmeId", "programmePerson.addedAt", "programmePerson.addedBy"])
    .select("account.id as accountId")
    .execute();
  return listed.map(({ programmeId, addedAt, addedBy, accountId, ...person }) => ({
    at: addedAt,
    perform: accountId
      ? listingAsWell(person.id, { programmeId, addedAt, addedBy }, twins)
      : listing(person as PersonRecord, { programmeId, addedAt, addedBy }, twins),
  }));
}

type List = Pick<ProgrammePersonTable, "programmeId" | "addedAt" | "addedBy">;

/** Somebody is entered, and put on a programme's list. */
export const listing = (person: PersonRecord, list: List, twins: Twins) => async (trx: Writer) => {
  const { institutionId, country, zone, locale } = person;
  const by = { accountId: twins.ofAny(list.addedBy), at: list.addedAt };
  const facts = z.object(personFacts).parse({
    ...{ country, homeInstitutionId: twins.ofAny(institutionId) ?? "", zone, locale },
    ...written(person as Person, [...Object.keys(personNames), "nativeName", "kana", "latinName"] as never),
    ...written(person as Person, ["post", "postLevel", "sex", "email"]),
  });
  const personId = await addPerson(trx, facts, by);
  twins.pair(person.id, personId);
  const programmeId = twins.of(list.programmeId);
  accepted(await listOnProgramme(trx, { programmeId, personId }, by), "A place on a list");
};

/** Somebody who is here is put on a programme's list as well. */
const listingAsWell = (id: Id<"person">, list: List, twins: Twins) => async (trx: Writer) => {
  const by = { accountId: twins.ofAny(list.addedBy), at: list.addedAt };
  const programmeId = twins.of(list.programmeId);
  accepted(await listOnProgramme(trx, { programmeId, personId: twins.of(id) }, by), "A place on a list");
};

const readPeople = ({ read }: Pick<Database, "read">) =>
  read
    .selectFrom("person")
    .innerJoin("account", "account.personId", "person.id")
    .selectAll("person")
    .select(({ ref }) => ["account.id as accountId", ref("account.email").$notNull().as("email")])
    .orderBy("person.id")
    .execute();
type Person = Awaited<ReturnType<typeof readPeople>>[number];

const opening = (person: Person, twins: Twins) => async (trx: Writer) => {
  const { email, familyName, givenName, secondSurname, country, locale, zone, createdAt: at } = person;
  const institutionId = twins.ofAny(person.institutionId);
  const known = { familyName, givenName, secondSurname, institutionId, country, locale, zone };
  const opened = accepted(await openAccount(trx, { email, person: known }, { accountId: null, at }), email);
  twins.pair(person.id, opened.personId);
  twins.pair(person.accountId, opened.accountId);
};

const describing = (person: Person, twins: Twins) => (trx: Writer) => {
  const { familyName, givenName, zone, locale, createdAt: at } = person;
  const input = personForm.parse({
    ...{ part: "person", familyName, givenName, zone, locale },
    ...written(person, ["secondSurname", "nativeName", "kana", "latinName", "post", "postLevel", "sex"]),
  });
  return changeProfile(trx, twins.of(person.id), input, { accountId: twins.of(person.accountId), at });
};

const confirming = (person: Person, twins: Twins) => (trx: Writer) => {
  const names = written(person, ["certificateName", "certificateSecondName"]);
  const input = certificateForm.parse({ part: "certificate", isConfirmed: "1", ...names });
  const by = { accountId: twins.of(person.accountId), at: person.nameConfirmedAt as Instant };
  return confirmCertificateName(trx, twins.of(person.id), input, by);
};

/** Names that certificates bear, and that their holders have confirmed otherwise since. */
async function formerNameDeeds({ read }: Pick<Database, "read">, people: Person[], twins: Twins): Promise<Deed[]> {
  const issued = await read.selectFrom("certificate").select(["personId", "issuedAt", "data"]).execute();
  return issued.flatMap(({ personId, issuedAt, data }) => {
    const person = people.find(({ id, nameConfirmedAt }) => id === personId && (nameConfirmedAt ?? "") > issuedAt);
    if (!person) return [];
    const { holder } = JSON.parse(data) as CertificateData;
    const former = {
      ...person,
      certificateName: holder.name,
      certificateSecondName: holder.secondName,
      nameConfirmedAt: issuedAt,
    };
    return [{ at: issuedAt, perform: confirming(former, twins) }];
  });
}

/** As a form's fields hold it: what is not there is empty. */
const written = <Field extends keyof Person>(person: Person, fields: Field[]) =>
  Object.fromEntries(fields.map((field) => [field, person[field] ?? ""]));

/** By an administrator, but for the first of all. */
export async function grantDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const grants = await read.selectFrom("roleGrant").selectAll().orderBy("id").execute();
  return grants.map(({ accountId, role, programmeId, workshopId, institutionId, grantedAt: at, grantedBy }) => ({
    at,
    async perform(trx) {
      const place = {
        programmeId: twins.ofAny(programmeId),
        workshopId: twins.ofAny(workshopId),
        institutionId: twins.ofAny(institutionId),
      };
      const by = { accountId: twins.ofAny(grantedBy), at };
      const mayGrant = grantedBy === null || may(await actorOf(trx, by.accountId), "account.change");
      accepted(
        mayGrant && (await addGrant(trx, { accountId: twins.of(accountId), role, place }, by)),
        `A grant of ${role}`,
      );
    },
  }));
}
