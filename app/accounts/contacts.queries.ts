import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accounts, isClaimed } from "./queries.ts";

/** Whoever has a question needs one address, and another while that one is away. */
const mostContacts = 2;

/** Who coordinates a programme and can be written to: those who have done so for the longest time. */
export async function listContacts(db: Reader, programmeId: Id<"programme">) {
  const rows = await accounts(db)
    .innerJoin("roleGrant", "roleGrant.accountId", "account.id")
    .select("person.country")
    .select(isClaimed)
    .where("roleGrant.role", "=", "coordinator")
    .where("roleGrant.programmeId", "=", programmeId)
    .where("account.disabledAt", "is", null)
    .orderBy("roleGrant.grantedAt")
    .orderBy("account.id")
    .execute();
  return rows.filter((row) => row.isClaimed).slice(0, mostContacts);
}
