import { data } from "@remix-run/node";
import type { Instant } from "#app/time/instant.ts";
import type { AppContext } from "#app/web/context.ts";
import type { Fields } from "#app/web/fields.ts";
import type { Reading } from "#app/web/guard.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Actor } from "./actor.ts";
import type { SignInInput } from "./form.ts";
import { type Attempt, attemptsOf, minutesToWait, signInLimits } from "./limits.ts";
import { isPassword } from "./password.ts";
import { findAccountByEmail } from "./queries.ts";
import { attempt } from "./rate-limit.commands.ts";

/** @returns the answer where there were too many attempts */
export async function limited({ database, settings, log, requestId }: AppContext, attempts: Attempt[], values: Fields, at: Instant) {
  const until = await attempt(database, attempts, at, settings.secret);
  if (until === null) return null;
  log.warn({ requestId, limit: attempts[0]?.limit.name, until }, "too many attempts");
  return tooMany(values, minutesToWait(at, until));
}

function tooMany(values: Fields, waitMinutes: number) {
  const { data: given } = invalid({ "": "access:form.tooMany" }, values);
  return data({ ...given, waitMinutes }, { status: 429, headers: { "Retry-After": String(waitMinutes * 60) } });
}

export type Verified = { accountId: string; passwordHash: string };
type SigningIn = Reading<Actor | null> & { input: SignInInput; values: Fields };

/** An unknown address and a wrong password cost the same time and give the same answer. */
export async function verify({ input, values, at, db, context }: SigningIn): Promise<Verified | { answer: unknown }> {
  const attempts = attemptsOf(signInLimits, { address: context.address, account: input.email });
  const refusal = await limited(context, attempts, values, at);
  if (refusal) return { answer: refusal };
  const account = await findAccountByEmail(db, input.email);
  const isRight = await isPassword(input.password, account?.passwordHash ?? null);
  if (account?.passwordHash && isRight) return { accountId: account.id, passwordHash: account.passwordHash };
  context.log.warn({ requestId: context.requestId, accountId: account?.id ?? null }, "sign-in refused");
  return { answer: unknown(values) };
}

export const unknown = (values: Fields) => invalid({ "": "access:form.unknown" }, values);
