import { to } from "#app/addresses.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { type Handler, type JobContext, PermanentFailure } from "#app/outbox/job.ts";
import type { Id } from "#db/id.ts";
import { findAddressChange } from "./queries.ts";
import { findRecipient } from "./recipient.queries.ts";

/** To the new address: by it one signs in from now on. */
export const tellAddressChanged: Handler<"account.addressChanged"> = async (job, context) => {
  const { recipient } = await readChange(job.payload.addressChangeId, context);
  return send(job, context, { kind: "account.addressChanged", recipient, email: recipient.email });
};

/** To the former address: whoever did not expect the change hears of it there. */
export const tellAddressLeft: Handler<"account.addressLeft"> = async (job, context) => {
  const { recipient, formerEmail } = await readChange(job.payload.addressChangeId, context);
  return send(job, context, { kind: "account.addressLeft", recipient, email: formerEmail });
};

async function readChange(id: Id<"addressChange">, { database }: JobContext) {
  const change = await findAddressChange(database.read, id);
  if (!change) throw new PermanentFailure("NoSuchChange");
  return { recipient: await findRecipient(database.read, change.personId), formerEmail: change.formerEmail };
}

type Letter = {
  kind: "account.addressChanged" | "account.addressLeft";
  recipient: Awaited<ReturnType<typeof findRecipient>>;
  email: string;
};

async function send(job: { id: Id<"outbox"> }, context: JobContext, { kind, recipient, email }: Letter) {
  const { name, locale, personId } = recipient;
  const letter = compose(locale, kind, {
    name,
    facts: [{ label: "account", text: email }],
    link: context.settings.appUrl + to.signIn({ locale }),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: null, locale, kind });
}
