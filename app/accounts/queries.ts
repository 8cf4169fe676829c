import type { ExpressionBuilder } from "kysely";
import { isInstitution } from "#app/institutions/queries.ts";
import { isProgramme } from "#app/programmes/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { findIdByCode } from "#app/workshops/queries.ts";
import { holderEmail, isHolder } from "#db/account-holder.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import type { Schema } from "#db/schema.ts";
import type { ChosenPlace } from "./form.ts";
import { accountState } from "./rules.ts";

const accountColumns = [
  "account.id",
  "account.disabledAt",
  "account.createdAt",
  "person.id as personId",
  "person.familyName",
  "person.givenName",
  "person.secondSurname",
  "person.nativeName",
  "person.latinName",
  "person.institutionId",
  "person.country",
  "person.locale",
  "person.zone",
] as const;

/** Accounts with their holders. One that was merged into another has none. */
export const accounts = (db: Reader) =>
  db
    .selectFrom("account")
    .innerJoin("person", "person.id", "account.personId")
    .select(accountColumns)
    .select(({ ref }) => ref("account.email").$notNull().as("email"));

const credentialOf = (eb: ExpressionBuilder<Schema, "account">) =>
  eb.selectFrom("credential").select("credential.id").whereRef("credential.accountId", "=", "account.id");

/** As a column `is_claimed`, which is a boolean whatever the database makes of it. */
export const isClaimed = (eb: ExpressionBuilder<Schema, "account">) =>
  eb.exists(credentialOf(eb)).$castTo<boolean>().as("isClaimed");

export const withState = <Row extends { disabledAt: Instant | null; isClaimed: boolean }>({
  isClaimed,
  ...account
}: Row) => ({
  ...account,
  state: accountState({ disabledAt: account.disabledAt, isClaimed }),
});

export async function findAccount(db: Reader, id: Id<"account">) {
  const account = await accounts(db).select(isClaimed).where("account.id", "=", id).executeTakeFirst();
  return account ? withState(account) : null;
}

/** The accounts of these people, by family name. */
export async function listAccountsOf(db: Reader, personIds: Id<"person">[]) {
  if (!personIds.length) return [];
  return accounts(db).where("account.personId", "in", personIds).orderBy("person.familyName").execute();
}

export async function findAccountIdByEmail(db: Reader, email: string): Promise<Id<"account"> | null> {
  const account = await db.selectFrom("account").select("id").where("email", "=", email).executeTakeFirst();
  return account?.id ?? null;
}

/** Whoever invited an account's holder last, as long as they can be written to. */
export async function findInviter(db: Reader, accountId: Id<"account">) {
  const inviter = await db
    .selectFrom("account as invited")
    .innerJoin("account", "account.id", "invited.invitedBy")
    .innerJoin("person", (join) => join.on(isHolder))
    .select([
      holderEmail.as("email"),
      "person.familyName",
      "person.givenName",
      "person.secondSurname",
      "person.nativeName",
    ])
    .select(["person.institutionId", "person.country"])
    .where("invited.id", "=", accountId)
    .where("account.disabledAt", "is", null)
    .executeTakeFirst();
  return inviter ?? null;
}

/** Whose address changed, and what it was before. */
export async function findAddressChange(db: Reader, id: Id<"addressChange">) {
  const change = await db
    .selectFrom("addressChange")
    .innerJoin("account", "account.id", "addressChange.accountId")
    .innerJoin("person", "person.id", "account.personId")
    .select(["addressChange.formerEmail", "person.id as personId"])
    .where("addressChange.id", "=", id)
    .executeTakeFirst();
  return change ?? null;
}

/** What several accounts may do, and where. */
export async function listGrants(db: Reader, accountIds: Id<"account">[]) {
  if (!accountIds.length) return [];
  return db
    .selectFrom("roleGrant")
    .leftJoin("programme", "programme.id", "roleGrant.programmeId")
    .leftJoin("workshop", "workshop.id", "roleGrant.workshopId")
    .select(["roleGrant.id", "roleGrant.accountId", "roleGrant.role", "roleGrant.institutionId", "roleGrant.grantedAt"])
    .select(["programme.code as programmeCode", "workshop.code as workshopCode"])
    .where("roleGrant.accountId", "in", accountIds)
    .orderBy("roleGrant.grantedAt")
    .orderBy("roleGrant.id")
    .execute();
}

/** The id of a chosen place; null where there is no such place. */
export async function findPlaceId(db: Reader, { kind, value }: ChosenPlace): Promise<Id | null> {
  switch (kind) {
    case "programme": {
      const id = asId<"programme">(value);
      return (await isProgramme(db, id)) ? id : null;
    }
    case "institution": {
      const id = asId<"institution">(value);
      return (await isInstitution(db, id)) ? id : null;
    }
    case "workshop":
      return findIdByCode(db, value);
  }
}

/** Accounts that can sign in and give roles to others. */
export async function listAdministrators(db: Reader): Promise<Id<"account">[]> {
  const rows = await db
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .select("account.id")
    .where("roleGrant.role", "=", "administrator")
    .where("account.disabledAt", "is", null)
    .where("account.personId", "is not", null)
    .where((eb) => eb.exists(credentialOf(eb)))
    .execute();
  return rows.map(({ id }) => id);
}

/** Somebody's account; null where they have none. */
export async function findAccountOf(db: Reader, personId: Id<"person">) {
  const account = await accounts(db).select(isClaimed).where("account.personId", "=", personId).executeTakeFirst();
  return account ? withState(account) : null;
}
