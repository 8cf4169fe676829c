import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { emit } from "#app/outbox/commands.ts";
import { changePerson, type PersonDetails, writeAddressWords } from "#app/people/commands.ts";
import { closeSessions } from "#app/sessions/commands.ts";
import { holdCredentials } from "#app/sign-in/commands.ts";
import { closeLinks } from "#app/sign-in/links/one-time-links.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { invite } from "./commands.ts";
import { findAccount, findAccountIdByEmail } from "./queries.ts";

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

type CorrectionOutcome =
  | { status: "saved"; isAddressNew: boolean }
  | { status: "refused"; because: "emailTaken"; existingId: Id<"account"> };

/** Puts somebody's data right for them. With another address they sign in anew, or are invited there. */
export async function correctAccount(
  trx: Writer,
  account: Account,
  { email, person }: { email: string; person: PersonDetails },
  by: By,
): Promise<CorrectionOutcome> {
  const existingId = await findAccountIdByEmail(trx, email);
  if (existingId && existingId !== account.id) return { status: "refused", because: "emailTaken", existingId };
  await changePerson(trx, account.personId, person, by);
  const isAddressNew = email !== account.email;
  if (isAddressNew) await changeAddress(trx, account, email, by);
  return { status: "saved", isAddressNew };
}

/** Whoever reads the former mailbox has no link, and whoever is signed in has to sign in with the new address. */
async function changeAddress(trx: Writer, account: Account, email: string, by: By): Promise<void> {
  const { id: accountId, personId } = account;
  const { at } = by;
  const addressChangeId = newId<"addressChange">();
  await trx
    .insertInto("addressChange")
    .values({ id: addressChangeId, accountId, formerEmail: account.email, changedAt: at })
    .execute();
  await trx.updateTable("account").set({ email }).where("id", "=", accountId).execute();
  await writeAddressWords(trx, personId, email);
  await closeLinks(trx, { accountId, at });
  // whoever signs in at this moment either has a session by now, which ends here, or will find another address
  await holdCredentials(trx, accountId);
  await closeSessions(trx, { accountId, at });
  await audit(trx, at, { accountId: by.accountId, action: "account.addressChanged", subjectId: accountId });
  // as it is now: its holder may have chosen a password by a link that was still open
  const state = (await findAccount(trx, accountId))?.state;
  if (state === "invited") await invite(trx, accountId, by);
  if (state !== "active") return;
  await emit(trx, at, "account.addressChanged", { addressChangeId }, { personId });
  await emit(trx, at, "account.addressLeft", { addressChangeId }, { personId });
}
