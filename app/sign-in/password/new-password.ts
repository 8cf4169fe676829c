import { attemptsOf, linkLimits } from "#app/limits/limits.ts";
import { countOrRefuse } from "#app/sign-in/attempts.ts";
import type { Instant } from "#app/time/instant.ts";
import type { AppContext } from "#app/web/context.ts";
import { refuse } from "#app/web/doors/door.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { isCommonPassword } from "./common-passwords.ts";
import { hashPassword } from "./password.ts";

type Proposal = {
  password: string;
  /** Names and address of its owner, which a password must not be made of. */
  own: { email: string | null; familyName: string | null; givenName: string | null };
  values: Fields;
  context: AppContext;
  at: Instant;
};

/** Counts the attempt, then hashes: slow work that has to be over before a transaction begins. */
export async function prepareNewPassword({
  password,
  own,
  values,
  context,
  at,
}: Proposal): Promise<{ passwordHash: string }> {
  await countOrRefuse(context, attemptsOf(linkLimits, context), values, at);
  if (isCommonPassword(password, wordsOf(own)))
    return refuse(invalid({ password: "access:form.passwordCommon" }, values));
  return { passwordHash: await hashPassword(password) };
}

function wordsOf({ email, familyName, givenName }: Proposal["own"]): string[] {
  const local = email?.split("@")[0] ?? "";
  return [local, ...[local, familyName ?? "", givenName ?? ""].flatMap((words) => words.split(/[\s._+-]+/))];
}
