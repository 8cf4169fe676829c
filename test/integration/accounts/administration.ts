import * as account from "#app/accounts/account/account.route.tsx";
import { insertRows, noRows } from "#app/demo/rows/rows.ts";
import { personWords, sortKeys } from "#app/people/names.ts";
import { searchWords } from "#app/tables/search.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

export async function administrator(database: Database) {
  const admin = await addAccount(database, { grants: ["administrator"] });
  return { ...admin, cookie: await cookieFor(database, admin.accountId) };
}

export const places = async (database: Database) => {
  const workshopId = await addWorkshop(database, { code: "MJ-2026-01" });
  const { programmeId, hostInstitutionId } = await database.read
    .selectFrom("workshop")
    .select(["programmeId", "hostInstitutionId"])
    .executeTakeFirstOrThrow();
  return { workshopId, programmeId, institutionId: hostInstitutionId };
};
export const grantsOf = (database: Database, accountId: Id<"account">) =>
  database.read
    .selectFrom("roleGrant")
    .select(["id", "role", "programmeId", "workshopId", "institutionId"])
    .where("accountId", "=", accountId)
    .execute();
export const actions = async (database: Database) =>
  (await (await sealed(database)).read.selectFrom("audit").select("action").orderBy("seq").execute()).map(
    ({ action }) => action,
  );
export const post = (database: Database, id: string, form: Record<string, string>, cookie: string) =>
  knock(account.action, { database, path: `/es/admin/accounts/${id}`, form, cookie });

/** So many accounts at once: `person7@customs.example` is Ana Crowd0007's. Three of them are managers. */
export async function addCrowd(database: Database, count: number): Promise<void> {
  const [at, rows] = [now(), noRows()];
  for (let number = 0; number < count; number++) {
    const [personId, accountId] = [newId<"person">(), newId<"account">()];
    const familyName = `Crowd${String(number).padStart(4, "0")}`;
    const names = { familyName, givenName: "Ana", secondSurname: null, nativeName: null, kana: null, latinName: null };
    const where = { country: "MX", locale: "es", zone: "America/Tijuana", createdAt: at } as const;
    rows.person.push({ id: personId, ...names, ...where, ...sortKeys(names) });
    for (const word of personWords(names)) rows.personWord.push({ word, personId });
    const email = `person${number}@customs.example`;
    rows.account.push({ id: accountId, personId, email, createdAt: at });
    for (const word of searchWords([email])) rows.addressWord.push({ word, personId });
    const role = number % 400 ? "official" : "manager";
    rows.roleGrant.push({ id: newId(), accountId, role, grantedAt: at });
  }
  await database.transact((trx) => insertRows(trx, rows));
}
