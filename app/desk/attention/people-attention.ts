import { may, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { listDoubles } from "#app/doubles/likely/doubles.queries.ts";
import { isEndingSoon, soonDays } from "#app/enrolment/offers/offers.rules.ts";
import { listAwaitingAnswer } from "#app/imports/queries.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { listAwaitedOffers, listProposedSubstitutes } from "./attention.queries.ts";
import type { DeskVisit, Item } from "./attention-item.ts";

/**
 * People who may be in twice, lists that wait for an answer, seats that are not confirmed and soon lapse, and seats for
 * which somebody else is proposed.
 */
export const aboutPeople = async (visit: DeskVisit): Promise<Item[]> => [
  ...(await doubles(visit)),
  ...(await listsAwaiting(visit)),
  ...(await awaited(visit)),
  ...(await proposed(visit)),
];

async function doubles({ db, actor, locale }: DeskVisit): Promise<Item[]> {
  if (!may(actor, "person.change")) return [];
  const { pairs, hasMore } = await listDoubles(db, reachOf(actor, "person.read"));
  if (!pairs.length) return [];
  const item = { kind: "doubles", code: "", on: null, to: to.doubles({ locale }) } as const;
  return [{ ...item, count: pairs.length, isMore: hasMore }];
}

async function listsAwaiting({ db, actor, locale }: DeskVisit): Promise<Item[]> {
  if (!may(actor, "person.change")) return [];
  return (await listAwaitingAnswer(db, actor.accountId)).map(({ id, fileName }) => ({
    ...{ kind: "listAwaiting", code: "", about: fileName, count: 1, on: null },
    to: to.importReview({ locale, id }),
  }));
}

async function awaited({ db, actor, locale, at }: DeskVisit): Promise<Item[]> {
  if (!may(actor, "participant.change")) return [];
  // days end elsewhere at another time than here
  const until = plusLocalDays(localDate(at, actor.zone), soonDays + 1);
  const open = await listAwaitedOffers(db, reachOf(actor, "participant.change"), until);
  const soon = open.filter((offer) => isEndingSoon(offer, offer, at));
  return [...Map.groupBy(soon, ({ code }) => code)].map(([code, own]) => ({
    ...{ kind: "awaited", code, count: own.length, on: own[0]?.answerByOn ?? null },
    to: to.participants({ locale, code }),
  }));
}

/** One leads to its own page, several to the nominees. */
async function proposed({ db, actor, locale }: DeskVisit): Promise<Item[]> {
  if (!may(actor, "participant.change")) return [];
  const found = await listProposedSubstitutes(db, reachOf(actor, "participant.change"));
  return found.map(({ code, startsOn: on, count, id }) => ({
    ...{ kind: "substitutes", code, count, on },
    to: count === 1 ? to.substitution({ locale, code, nomination: id }) : to.nominees({ locale, code }),
  }));
}
