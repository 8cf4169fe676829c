import type { Owner } from "#app/access/actor.ts";
import type { Reader } from "#db/database.ts";

/** An account and what it may do; the password's hash excepted. */
export const findOwnData = async (db: Reader, owner: Owner) => ({
  account: await findOwnAccount(db, owner),
  roles: await listOwnRoles(db, owner),
  formerAddresses: await listFormerAddresses(db, owner),
});

const findOwnAccount = (db: Reader, { personId, accountId }: Owner) =>
  db
    .selectFrom("account")
    .select(["email", "createdAt"])
    .where("id", "=", accountId)
    .where("personId", "=", personId)
    .executeTakeFirst();

const listFormerAddresses = (db: Reader, { accountIds }: Owner) =>
  db
    .selectFrom("addressChange")
    .select(["formerEmail", "changedAt"])
    .where("accountId", "in", accountIds)
    .orderBy("changedAt")
    .execute();

const listOwnRoles = (db: Reader, { accountId }: Owner) =>
  db
    .selectFrom("roleGrant")
    .leftJoin("programme", "programme.id", "roleGrant.programmeId")
    .leftJoin("workshop", "workshop.id", "roleGrant.workshopId")
    .leftJoin("institution", "institution.id", "roleGrant.institutionId")
    .select([
      "roleGrant.role",
      "programme.code as programme",
      "workshop.code as workshop",
      "institution.code as institution",
      "roleGrant.grantedAt",
    ])
    .where("roleGrant.accountId", "=", accountId)
    .orderBy("roleGrant.grantedAt")
    .execute();
