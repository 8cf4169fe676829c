import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { isMailSent } from "#app/mail/queries.ts";
import type { Handler, Job, JobContext } from "#app/outbox/job.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { inviterOf, rolesOf } from "./invitation-view.ts";
import { makeLink } from "./links.commands.ts";
import { findAccountMergedInto } from "./merge/merge.queries.ts";

const passwordMinutes = 60;
const invitationDays = 7;

export const sendPasswordLink: Handler<"account.passwordAsked"> = (job, context) =>
  sendLink("password", job, context, { minutes: passwordMinutes, unit: "minutes", count: passwordMinutes });

/** Says who invites and to what: a link from nobody, to no purpose, looks like one that should not be followed. */
export const sendInvitation: Handler<"account.invited"> = (job, context) =>
  sendLink("invitation", job, context, { minutes: invitationDays * 24 * 60, unit: "days", count: invitationDays });

/** What an invitation tells beside its link. */
async function invitationOf(db: Reader, accountId: Id<"account">, wording: { locale: Locale; at: Instant }) {
  const inviter = await inviterOf(db, accountId, wording);
  const roles = await rolesOf(db, accountId, wording);
  return {
    values: { inviter: inviter.name },
    facts: roles.map((text) => ({ label: "role" as const, text })),
    ...(inviter.email && { answeredBy: { name: inviter.name, email: inviter.email } }),
  };
}

type Validity = { minutes: number; unit: "minutes" | "days"; count: number };

/** The link is made when it is sent, so that no secret waits in the outbox. */
async function sendLink(
  purpose: "password" | "invitation",
  job: Job<{ accountId: Id<"account"> }>,
  context: JobContext,
  { minutes, unit, count }: Validity,
) {
  const { database, settings, at } = context;
  // another link would end the one already sent
  if (await isMailSent(database.read, job.id)) return;
  const { accountId } = job.payload;
  // its holder signs in with another one
  if (await findAccountMergedInto(database.read, accountId)) return;
  const made = await database.transact((trx) => makeLink(trx, { accountId, purpose, at, minutes }));
  const { email, name, locale, personId, token } = made;
  const invitation = purpose === "invitation" ? await invitationOf(database.read, accountId, { locale, at }) : null;
  const letter = compose(locale, `account.${purpose}`, {
    name,
    values: { ...invitation?.values, validity: translator(locale)(`mail:validity.${unit}`, { count }) },
    facts: [{ label: "account", text: email }, ...(invitation?.facts ?? [])],
    answeredBy: invitation?.answeredBy?.name,
    link: settings.appUrl + to.password({ locale, token }),
  });
  return deliver(context, job, {
    ...letter,
    to: email,
    personId,
    workshopId: null,
    locale,
    kind: `account.${purpose}`,
    isSecret: true,
    replyTo: invitation?.answeredBy?.email,
  });
}
