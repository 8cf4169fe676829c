import { sql } from "kysely";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type FormerOffer, standingOffers } from "./offers.rules.ts";

const offers = (db: Reader) =>
  db
    .selectFrom("offer")
    .innerJoin("enrolment", "enrolment.id", "offer.enrolmentId")
    .selectAll("offer")
    .select(["enrolment.workshopId", "enrolment.personId", "enrolment.institutionId"]);

export type SeatOffer = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

export const findOffer = async (db: Reader, id: Id<"offer">) =>
  (await offers(db).where("offer.id", "=", id).executeTakeFirst()) ?? null;

/** The offer of an enrolment that waits for an answer, or has got one that counts; null where nothing is asked. */
export async function findStandingOffer(db: Reader, enrolmentId: Id<"enrolment">) {
  const offer = await db
    .selectFrom("offer")
    .select(["id", "state", "answerByOn"])
    .where("enrolmentId", "=", enrolmentId)
    .where("state", "in", standingOffers)
    .$narrowType<{ state: FormerOffer["state"] }>()
    .executeTakeFirst();
  return offer ?? null;
}

/** The latest offer of an enrolment, whatever became of it. */
export const findLatestOffer = async (db: Reader, enrolmentId: Id<"enrolment">) =>
  (await offers(db)
    .where("offer.enrolmentId", "=", enrolmentId)
    .orderBy("offer.madeAt", "desc")
    .orderBy("offer.id", "desc")
    .limit(1)
    .executeTakeFirst()) ?? null;

/** Every offer of an enrolment, with whoever has answered for its holder, the oldest first. */
export const listOffersOf = (db: Reader, enrolmentId: Id<"enrolment">) =>
  db
    .selectFrom("offer")
    .leftJoin("account", "account.id", "offer.answeredByAccountId")
    .leftJoin("person", "person.id", "account.personId")
    .selectAll("offer")
    .select(["person.familyName", "person.givenName", "person.secondSurname", "person.nativeName", "person.country"])
    .where("offer.enrolmentId", "=", enrolmentId)
    .orderBy("offer.madeAt")
    .orderBy("offer.id")
    .execute();

/** Until when answers are awaited in a workshop, by enrolment. */
export async function findAwaited(db: Reader, workshopId: Id<"workshop">): Promise<Map<Id<"enrolment">, LocalDate>> {
  const rows = await db
    .selectFrom("offer")
    .innerJoin("enrolment", "enrolment.id", "offer.enrolmentId")
    .select(["offer.enrolmentId", "offer.answerByOn"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("offer.state", "=", "open")
    .execute();
  return new Map(rows.map(({ enrolmentId, answerByOn }) => [enrolmentId, answerByOn]));
}

/** What somebody still has to answer, what is due earlier first. */
export const listOwed = (db: Reader, personId: Id<"person">) =>
  db
    .selectFrom("enrolment")
    .innerJoin("offer", "offer.enrolmentId", "enrolment.id")
    .select(["offer.id", "offer.enrolmentId", "offer.state", "offer.answerByOn", "enrolment.workshopId"])
    .where("enrolment.personId", "=", personId)
    .where("enrolment.mergedIntoId", "is", null)
    .where("offer.state", "=", "open")
    .orderBy("offer.answerByOn")
    .execute();

/** Every open offer with what its workshop decides about it: each is asked for some days, so they stay few. */
export const listOpenOffers = (db: Reader) =>
  db
    .selectFrom("offer")
    .innerJoin("enrolment", "enrolment.id", "offer.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select(["offer.id as offerId", "offer.state as offerState", "offer.answerByOn"])
    .select(["offer.countedFromOn", "offer.reminders"])
    .select(["workshop.state", "workshop.zone", "workshop.startsOn", "workshop.endsOn"])
    .select(["workshop.beginsAt", "workshop.endsAt", "workshop.promotionDays", "workshop.freezeDays"])
    // written out, so that the index of open ones is used
    .where("offer.state", "=", sql.lit("open"))
    .orderBy("offer.answerByOn")
    .execute();

/** Days after a workshop's last one on which a link still shows what it was about. */
const linkDays = 30;

/** The last day that is over long enough for links to end. */
export const linksEndBefore = (at: Instant) => plusDays(at, -linkDays).slice(0, 10) as LocalDate;

/** What a link opens, by its secret's hash; null where there is none, or its workshop was over long ago. */
export async function findOfferByLink(db: Reader, tokenHash: string, at: Instant): Promise<SeatOffer | null> {
  const offer = await offers(db)
    .innerJoin("offerLink", "offerLink.offerId", "offer.id")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .where("offerLink.tokenHash", "=", tokenHash)
    .where("workshop.endsOn", ">=", linksEndBefore(at))
    .executeTakeFirst();
  return offer ?? null;
}

/** Somebody's latest offer in a workshop that everybody may see. */
export async function findOwnOffer(db: Reader, code: string, personId: Id<"person">): Promise<SeatOffer | null> {
  const offer = await offers(db)
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .where("workshop.code", "=", code.toUpperCase())
    .where("workshop.state", "<>", "draft")
    .where("enrolment.personId", "=", personId)
    .where("enrolment.mergedIntoId", "is", null)
    .orderBy("offer.madeAt", "desc")
    .orderBy("offer.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return offer ?? null;
}
