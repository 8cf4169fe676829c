import { hashToken, newToken } from "#app/sessions/token.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { linkDays } from "./requests.queries.ts";

/**
 * A link to a request. Each letter has one of its own, and those of former letters go on: somebody looks for the
 * request in whichever they find. Only the hash is kept.
 */
export async function makeTeachingLink(trx: Writer, requestId: Id<"teachingRequest">, at: Instant): Promise<string> {
  const token = newToken();
  await trx
    .insertInto("teachingLink")
    .values({ tokenHash: hashToken(token), requestId, createdAt: at })
    .execute();
  return token;
}

/** Deletes links whose workshop was over long ago. @returns how many, at most so many */
export async function clearTeachingLinks(trx: Writer, at: Instant, most: number): Promise<number> {
  const until = plusDays(at, -linkDays).slice(0, 10) as `${number}-${number}-${number}`;
  const ended = trx
    .selectFrom("teachingLink")
    .innerJoin("teachingRequest", "teachingRequest.id", "teachingLink.requestId")
    .innerJoin("workshop", "workshop.id", "teachingRequest.workshopId")
    .select("teachingLink.tokenHash")
    .where("workshop.endsOn", "<", until)
    .limit(most);
  const { numDeletedRows } = await trx.deleteFrom("teachingLink").where("tokenHash", "in", ended).executeTakeFirst();
  return Number(numDeletedRows);
}
