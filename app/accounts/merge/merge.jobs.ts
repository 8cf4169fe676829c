import { findAccount } from "#app/accounts/queries.ts";
import { findRecipient, type Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { type Handler, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import type { Id } from "#db/id.ts";
import { findMergeLetter } from "./merge.queries.ts";
import type { MergedAccounts } from "./merge.rules.ts";

/** To the address of the account that is gone: by which one its holder signs in from now on. */
export const tellMerged: Handler<"account.merged"> = async (job, context) => {
  const merge = await findMergeLetter(context.database.read, job.payload.personMergeId);
  if (merge?.undoneAt) return undefined;
  const account = merge?.kept ? (JSON.parse(merge.kept) as { accounts?: MergedAccounts | null }).accounts : null;
  if (!merge || !account) throw new PermanentFailure("NoSuchMerge");
  const recipient = await findRecipient(context.database.read, merge.personId);
  return send(job, context, { kind: "account.merged", recipient, address: account.email, shown: recipient.email });
};

/** To the same address: it opens its account again. */
export const tellUnmerged: Handler<"account.unmerged"> = async (job, context) => {
  const account = await findAccount(context.database.read, job.payload.accountId);
  if (!account) throw new PermanentFailure("NoSuchAccount");
  const recipient = await findRecipient(context.database.read, account.personId);
  return send(job, context, { kind: "account.unmerged", recipient, address: account.email, shown: account.email });
};

type Letter = { kind: "account.merged" | "account.unmerged"; recipient: Recipient; address: string; shown: string };

async function send(job: { id: Id<"outbox"> }, context: JobContext, { kind, recipient, address, shown }: Letter) {
  const { name, locale, personId } = recipient;
  const letter = compose(locale, kind, {
    name,
    facts: [{ label: "account", text: shown }],
    link: context.settings.appUrl + to.signIn({ locale }),
  });
  return deliver(context, job, { ...letter, to: address, personId, workshopId: null, locale, kind });
}
