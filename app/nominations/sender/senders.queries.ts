import type { Sender } from "#app/nominations/nomination/queries.ts";
import { isFoundBy, listSomeMeeting, ofInstitutions } from "#app/people/search/found.queries.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Which of these institutions a published call invites, for each workshop: by themselves, or by their country. */
export async function listInvitedSenders(db: Reader, institutionIds: Id<"institution">[]): Promise<Sender[]> {
  if (!institutionIds.length) return [];
  const own = await db.selectFrom("institution").select(["id", "country"]).where("id", "in", institutionIds).execute();
  const columns = ["workshopId", "institutionId", "country"] as const;
  const senders = db.selectFrom("callSender").select(columns);
  const countries = own.map(({ country }) => country);
  const invited = [
    ...(await senders.where("institutionId", "in", institutionIds).execute()),
    ...(countries.length ? await senders.where("country", "in", countries).execute() : []),
  ];
  const workshopIds = [...new Set(invited.map(({ workshopId }) => workshopId))];
  if (!workshopIds.length) return [];
  const published = await db
    .selectFrom("call")
    .innerJoin("workshop", "workshop.id", "call.workshopId")
    .select("call.workshopId")
    .where("call.workshopId", "in", workshopIds)
    .where("call.version", ">", 0)
    .where("workshop.state", "<>", "draft")
    .execute();
  return published.flatMap(({ workshopId }) => {
    const here = invited.filter((one) => one.workshopId === workshopId);
    return own
      .filter(({ id, country }) => here.some((one) => one.institutionId === id || one.country === country))
      .map(({ id }) => ({ workshopId, institutionId: id }));
  });
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
