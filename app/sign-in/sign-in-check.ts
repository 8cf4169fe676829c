import { attemptsOf, signInLimits } from "#app/limits/limits.ts";
import { isPassword } from "#app/sign-in/password/password.ts";
import { type Public, refuse } from "#app/web/doors/door.ts";
import type { Preparing } from "#app/web/doors/form-door.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Id } from "#db/id.ts";
import { countOrRefuse } from "./attempts.ts";
import type { SignInInput } from "./form.ts";
import { findAccountByEmail } from "./queries.ts";

export type Verified = { accountId: Id<"account">; passwordHash: string };

/** An unknown address and a wrong password cost the same time and give the same answer. */
export async function verify({ input, values, at, db, context }: Preparing<SignInInput, Public>): Promise<Verified> {
  const attempts = attemptsOf(signInLimits, { address: context.address, account: input.email });
  await countOrRefuse(context, attempts, values, at);
  const account = await findAccountByEmail(db, input.email);
  const isRight = await isPassword(input.password, account?.passwordHash ?? null);
  if (account?.passwordHash && isRight) return { accountId: account.id, passwordHash: account.passwordHash };
  context.log.warn({ requestId: context.requestId, accountId: account?.id ?? null }, "sign-in refused");
  return refuse(unknown(values));
}

export const unknown = (values: Fields) => invalid({ "": "access:form.unknown" }, values);
