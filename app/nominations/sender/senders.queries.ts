import type { Sender } from "#app/nominations/nomination/queries.ts";
import { isFoundBy, listSomeMeeting, ofInstitutions } from "#app/people/search/found.queries.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Which of these institutions a published call invites, for each workshop: by themselves, or by their country. */
export async function listInvitedSenders(db: Reader, institutionIds: Id<"institution">[]): Promise<Sender[]> {
  if (!institutionIds.length) return [];
  return db
    .selectFrom("institution")
    .innerJoin("callSender", (join) =>
      join.on((eb) =>
        eb.or([
          eb("callSender.institutionId", "=", eb.ref("institution.id")),
          eb("callSender.country", "=", eb.ref("institution.country")),
        ]),
      ),
    )
    .innerJoin("call", "call.workshopId", "callSender.workshopId")
    .innerJoin("workshop", "workshop.id", "call.workshopId")
    .select(["call.workshopId", "institution.id as institutionId"])
    .distinct()
    .where("institution.id", "in", institutionIds)
    .where("call.version", ">", 0)
    .where("workshop.state", "<>", "draft")
    .execute();
}

/** A search shows so many people; more words find fewer. */
const most = 30;

/** People of an institution, by name: some of them, or those whom each word finds. */
export async function listOwnPeople(db: Reader, institutionId: Id<"institution">, q: string) {
  const words = await Promise.all(wordsOf(q).map((word) => isFoundBy(db, word)));
  const matching = ofInstitutions(db, [institutionId]);
  const place = {
    matching,
    isMet: ((eb, personId) => eb.exists(matching.where("person.id", "=", personId))) as (typeof words)[number]["isMet"],
  };
  const found = words.length ? await listSomeMeeting(db, words, { place, isFew: true, most: most + 1 }) : null;
  const people = await db
    .selectFrom("person")
    .select(["id", "familyName", "givenName", "secondSurname", "nativeName", "kana", "latinName", "country", "post"])
    .where("institutionId", "=", institutionId)
    .$if(found !== null, (query) => query.where("id", "in", found?.length ? found : ["" as Id<"person">]))
    .orderBy("sortName")
    .orderBy("id")
    .limit(most + 1)
    .execute();
  return { people: people.slice(0, most), hasMore: people.length > most };
}
