import { linksEndBefore } from "#app/enrolment/offers/offers.queries.ts";
import { hashToken, newToken } from "#app/sessions/token.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** A link to an offer: each letter has one of its own, and those of former letters go on. Only the hash is kept. */
export async function makeOfferLink(trx: Writer, offerId: Id<"offer">, at: Instant): Promise<string> {
  const token = newToken();
  await trx
    .insertInto("offerLink")
    .values({ tokenHash: hashToken(token), offerId, createdAt: at })
    .execute();
  return token;
}

/** Deletes links whose workshop was over long ago. @returns how many, at most so many */
export async function clearOfferLinks(trx: Writer, at: Instant, most: number): Promise<number> {
  const ended = trx
    .selectFrom("offerLink")
    .innerJoin("offer", "offer.id", "offerLink.offerId")
    .innerJoin("enrolment", "enrolment.id", "offer.enrolmentId")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select("offerLink.tokenHash")
    .where("workshop.endsOn", "<", linksEndBefore(at))
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("offerLink").where("tokenHash", "in", ended).executeTakeFirst();
  return Number(numDeletedRows);
}
