import { correctAccount } from "#app/accounts/correction.commands.ts";
import { findAccount } from "#app/accounts/queries.ts";
import { personFormValues } from "#app/people/profile/profile-form-values.ts";
import { findProfile } from "#app/people/queries.ts";
import { now } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** An administrator gives an account another address, and changes nothing else. */
export async function readdress(trx: Writer, accountId: Id<"account">, email: string) {
  const account = (await findAccount(trx, accountId))!;
  const profile = (await findProfile(trx, account.personId))!;
  const { country, institutionId } = profile;
  const person = { ...personFormValues(profile), country, institutionId };
  return correctAccount(trx, account, { email, person }, { accountId: null, at: now() });
}
