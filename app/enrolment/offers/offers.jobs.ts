import type { Round } from "#app/outbox/job.ts";
import { followOffer, remindOfOffer } from "./following.commands.ts";
import { clearOfferLinks } from "./letters/links.commands.ts";
import { listOpenOffers } from "./offers.queries.ts";
import { endOf, remindersDue } from "./offers.rules.ts";

/** Offers whose day is over end, one after another: each in a transaction of its own, and each once. */
export const endDueOffers: Round = async (database, at) => {
  for (const { offerId, offerState, ...row } of await listOpenOffers(database.read)) {
    const offer = { ...row, state: offerState };
    if (endOf(offer, row, at)) await database.transact((trx) => followOffer(trx, offerId, at));
  }
};

/** Whoever has not answered is reminded, as often as the rules say. */
export const remindOfOffers: Round = async (database, at) => {
  for (const { offerId, offerState, ...row } of await listOpenOffers(database.read)) {
    const offer = { ...row, state: offerState };
    if (remindersDue(offer, row, at)) await database.transact((trx) => remindOfOffer(trx, offerId, at));
  }
};

/** Rows in one transaction. */
const atOnce = 500;

/** Links that open nothing any more. */
export const endOfferLinks: Round = async (database, at) => {
  while ((await database.transact((trx) => clearOfferLinks(trx, at, atOnce))) === atOnce);
};
