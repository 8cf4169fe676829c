import { data, redirect } from "@remix-run/node";
import { addGrant, disableAccount, enableAccount, invite, removeGrant } from "#app/accounts/commands.ts";
import { type AccountInput, chosenPlace } from "#app/accounts/form.ts";
import { findPlace } from "#app/accounts/grants/grant-places.ts";
import { findAccount } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { openSession } from "#app/sessions/commands.ts";
import { sessionCookie } from "#app/web/cookie.ts";
import { refuse } from "#app/web/doors/door.ts";
import type { Acting } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { asId } from "#db/id.ts";

type Visit<Part = AccountInput> = Acting<Part>;
type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;
type Part<Name extends AccountInput["part"]> = Extract<AccountInput, { part: Name }>;

/** What an administrator does to an account. Roles and sessions change together. */
export async function changeAccount(visit: Visit) {
  const { trx, input, params } = visit;
  const account = orNotFound(await findAccount(trx, asId<"account">(params.id ?? "")));
  switch (input.part) {
    case "grant":
      return grant({ ...visit, input }, account);
    case "removal":
      return remove({ ...visit, input }, account);
    case "disabling":
      if (account.disabledAt) return done(visit, account, "disabled");
      return (await disableAccount(trx, account.id, visit.by))
        ? done(visit, account, "disabled")
        : refused("lastAdministrator");
    case "enabling":
      return enable({ ...visit, input }, account);
    case "invitation":
      await invite(trx, account.id, visit.by);
      return done(visit, account, "invited");
  }
}

async function grant(visit: Visit<Part<"grant">>, account: Account) {
  const { trx, input, values } = visit;
  const found = await findPlace(trx, chosenPlace(input));
  if ("errors" in found) return refuse(invalid(found.errors, values));
  const isNew = await addGrant(trx, { accountId: account.id, role: input.role, place: found.place }, visit.by);
  if (!isNew) return refuse(invalid({ role: "people:form.alreadyGranted" }, values));
  return done(visit, account, "granted");
}

/** Whoever saw an earlier disabling does not undo a later one. */
async function enable(visit: Visit<Part<"enabling">>, account: Account) {
  const { trx, input, by } = visit;
  if (account.disabledAt && input.disabledAt && input.disabledAt !== account.disabledAt)
    return refused("disabledAgain");
  if (account.disabledAt) await enableAccount(trx, account.id, by);
  return done(visit, account, "enabled");
}

async function remove(visit: Visit<Part<"removal">>, account: Account) {
  const outcome = await removeGrant(visit.trx, { accountId: account.id, grantId: visit.input.grantId }, visit.by);
  if (outcome === "lastAdministrator") return refused("lastAdministrator");
  orNotFound(outcome === "missing" ? null : outcome);
  return done(visit, account, "removed");
}

const refused = (because: "lastAdministrator" | "disabledAgain") => refuse(data({ refused: because }, { status: 409 }));

/** A change of roles ends the account's sessions. Whoever changed their own goes on in a new one. */
async function done(visit: Visit<AccountInput>, account: Account, outcome: string) {
  const { trx, actor, at, locale, request, context } = visit;
  const page = to.account({ locale, id: account.id }, { done: outcome });
  const isRenewed = account.id === actor.accountId && (outcome === "granted" || outcome === "removed");
  if (!isRenewed) return redirect(page);
  const token = await openSession(trx, {
    accountId: actor.accountId,
    device: request.headers.get("user-agent") ?? "",
    at,
  });
  return redirect(page, { headers: { "Set-Cookie": sessionCookie(token, context.settings.secure) } });
}
