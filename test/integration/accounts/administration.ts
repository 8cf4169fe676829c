import * as account from "#app/accounts/account/account.route.tsx";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
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
