import { PermanentFailure } from "#app/outbox/job.ts";
import { createOneTimeLink } from "#app/sign-in/links/one-time-links.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findAccount } from "./queries.ts";
import { findRecipient, type Recipient } from "./recipient.queries.ts";

type NewLink = Parameters<typeof createOneTimeLink>[1] & { accountId: Id<"account"> };

/**
 * Makes a link for the holder of an account. Whoever changes its address or disables it at this moment is either
 * waited for, or closes this link: none goes to a mailbox that has been left.
 * @throws PermanentFailure where nobody may have a link
 */
export async function makeLink(trx: Writer, link: NewLink): Promise<Recipient & { token: string }> {
  const { accountId } = link;
  await trx
    .updateTable("account")
    .set(({ ref }) => ({ createdAt: ref("createdAt") }))
    .where("id", "=", accountId)
    .execute();
  const account = await findAccount(trx, accountId);
  if (!account) throw new PermanentFailure("NoSuchAccount");
  const recipient = await findRecipient(trx, account.personId);
  return { ...recipient, token: await createOneTimeLink(trx, link) };
}
