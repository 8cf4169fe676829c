import { eachAlone, type Round } from "#app/outbox/job.ts";
import type { Instant } from "#app/time/instant.ts";
import { followOffer, remindOfOffer } from "./following.commands.ts";
import { clearOfferLinks } from "./letters/links.commands.ts";
import { listOpenOffers } from "./offers.queries.ts";
import { endOf, remindersDue } from "./offers.rules.ts";

/** Offers whose day is over end, one after another: each in a transaction of its own, and each once. */
export const endDueOffers: Round = async (database, at) => {
  const due = (await listOpenOffers(database.read)).filter(whose(endOf, at));
  await eachAlone(due, ({ offerId }) => database.transact((trx) => followOffer(trx, offerId, at)));
};

/** Whoever has not answered is reminded, as often as the rules say. */
export const remindOfOffers: Round = async (database, at) => {
  const due = (await listOpenOffers(database.read)).filter(whose(remindersDue, at));
  await eachAlone(due, ({ offerId }) => database.transact((trx) => remindOfOffer(trx, offerId, at)));
};

type OpenOffer = Awaited<ReturnType<typeof listOpenOffers>>[number];

/** Those for which a rule says that something is due. */
const whose =
  (rule: typeof endOf | typeof remindersDue, at: Instant) =>
  ({ offerState: state, ...row }: OpenOffer) =>
    rule({ ...row, state }, row, at);

/** Rows in one transaction. */
const atOnce = 500;

/** Links that open nothing any more. */
export const endOfferLinks: Round = async (database, at) => {
  while ((await database.transact((trx) => clearOfferLinks(trx, at, atOnce))) === atOnce);
};
