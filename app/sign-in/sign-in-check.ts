import { attemptsOf, signInLimits } from "#app/limits/limits.ts";
import { compareWithOtherKind, hashPassword, isOfFormerKind, isPassword } from "#app/sign-in/password/password.ts";
import { type Public, refuse } from "#app/web/doors/door.ts";
import type { Preparing } from "#app/web/doors/form-door.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { countOrRefuse } from "./attempts.ts";
import { renewHash } from "./commands.ts";
import type { SignInInput } from "./form.ts";
import { findAccountByEmail, isAnyHashOfFormerKind } from "./queries.ts";

export type Verified = { accountId: Id<"account">; passwordHash: string };

/** An unknown address and a wrong password cost the same time and give the same answer. */
export async function verify({ input, values, at, context }: Preparing<SignInInput, Public>): Promise<Verified> {
  const attempts = attemptsOf(signInLimits, { address: context.address, account: input.email });
  await countOrRefuse(context, attempts, values, at);
  const { accountId, verified } = await recognise(context.database, input);
  if (verified) return verified;
  context.log.warn({ requestId: context.requestId, accountId }, "sign-in refused");
  return refuse(unknown(values));
}

type Recognised = { accountId: Id<"account"> | null; verified: Verified | null };

async function recognise(database: Database, given: SignInInput): Promise<Recognised> {
  const account = await findAccountByEmail(database.read, given.email);
  const [accountId, hash] = [account?.id ?? null, account?.passwordHash ?? null];
  const isRight = await isPassword(given.password, hash);
  if (!accountId || !hash || !isRight) {
    // a hash of the former kind takes longer: while there is any, whoever is refused waits for both kinds
    if (await isAnyHashOfFormerKind(database.read)) await compareWithOtherKind(given.password, hash);
    return { accountId, verified: null };
  }
  if (isOfFormerKind(hash)) return renew(database, given, { accountId, passwordHash: hash });
  return { accountId, verified: { accountId, passwordHash: hash } };
}

/** Before the session's transaction: of two who sign in at once, the second goes on with what the first has renewed. */
async function renew(
  database: Database,
  given: SignInInput,
  { accountId, passwordHash }: Verified,
): Promise<Recognised> {
  const renewed = await hashPassword(given.password);
  const isRenewed = await database.transact((trx) => renewHash(trx, { accountId, former: passwordHash, renewed }));
  return isRenewed ? { accountId, verified: { accountId, passwordHash: renewed } } : recognise(database, given);
}

export const unknown = (values: Fields) => invalid({ "": "access:form.unknown" }, values);
