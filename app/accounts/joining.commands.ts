import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { leaveAddressToAccount } from "#app/people/commands.ts";
import { findProfile } from "#app/people/queries.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addGrant, invite, noPlace } from "./commands.ts";
import { findAccountOf } from "./queries.ts";

export type JoiningOutcome =
  | { status: "invited" }
  | { status: "refused"; because: "noEmail" | "emailTaken" | "hasAccount" };

/**
 * Gives somebody who is known already an account, as an official, and invites them to it: at the address that was known
 * of them, which is their account's from now on.
 */
export async function inviteToJoin(trx: Writer, personId: Id<"person">, by: By): Promise<JoiningOutcome> {
  await hold(trx, "person", personId);
  if (await findAccountOf(trx, personId)) return { status: "refused", because: "hasAccount" };
  const email = (await findProfile(trx, personId))?.email;
  if (!email) return { status: "refused", because: "noEmail" };
  const accountId = newId<"account">();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("account")
    .values({ id: accountId, personId, email, createdAt: by.at })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return { status: "refused", because: "emailTaken" };
  await leaveAddressToAccount(trx, personId);
  await audit(trx, by.at, { accountId: by.accountId, action: "account.opened", subjectId: accountId });
  await addGrant(trx, { accountId, role: "official", place: noPlace }, by);
  await invite(trx, accountId, by);
  return { status: "invited" };
}
