import { countries } from "#app/institutions/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { CallQuestion } from "./questions/rules.ts";
import { type CallContent, callTexts } from "./rules.ts";

export type StoredCall = { workshopId: Id<"workshop">; version: number; content: CallContent };

/** The calls of some workshops as they stand. */
export async function listCalls(db: Reader, workshopIds: Id<"workshop">[]): Promise<StoredCall[]> {
  if (!workshopIds.length) return [];
  const calls = await db.selectFrom("call").selectAll().where("workshopId", "in", workshopIds).execute();
  if (!calls.length) return [];
  const texts = await db.selectFrom("callText").selectAll().where("workshopId", "in", workshopIds).execute();
  const senders = await db
    .selectFrom("callSender")
    .select(["workshopId", "institutionId", "country"])
    .where("workshopId", "in", workshopIds)
    .orderBy("id")
    .execute();
  return calls.map(({ workshopId, version, changedAt: _, ...facts }) => {
    const own = texts.filter((text) => text.workshopId === workshopId);
    const invited = senders.filter((sender) => sender.workshopId === workshopId);
    const { nomineesMax, nomineeClosesOn, closesOn, zone } = facts;
    return {
      ...{ workshopId, version },
      content: {
        applicationFormId: facts.applicationFormId,
        questions: JSON.parse(facts.questions) as CallQuestion[],
        ...{ nomineesMax, nomineeClosesOn, closesOn, zone },
        hasPartA: facts.isPartAAsked,
        texts: Object.fromEntries(
          callTexts.map((name) => [name, Object.fromEntries(own.map((text) => [text.locale, text[name]]))]),
        ) as CallContent["texts"],
        institutionIds: invited.flatMap(({ institutionId }) => institutionId ?? []),
        countries: countries.filter((country) => invited.some((sender) => sender.country === country)),
      },
    };
  });
}

export const findCall = async (db: Reader, workshopId: Id<"workshop">): Promise<StoredCall | null> =>
  (await listCalls(db, [workshopId]))[0] ?? null;

const versions = (db: Reader) =>
  db.selectFrom("callVersion").select(["id", "workshopId", "number", "content", "reason", "publishedAt"]);

const read = <Row extends { content: string }>({ content, ...row }: Row) => ({
  ...row,
  content: JSON.parse(content) as CallContent,
});

/** Each version that was published, the latest first. */
export const listCallVersions = async (db: Reader, workshopId: Id<"workshop">) =>
  (await versions(db).where("workshopId", "=", workshopId).orderBy("number", "desc").execute()).map(read);

export type CallVersion = Awaited<ReturnType<typeof listCallVersions>>[number];

/** A version by its id, for a letter about it. */
export async function findCallVersionById(db: Reader, id: Id<"callVersion">): Promise<CallVersion | null> {
  const row = await versions(db).where("id", "=", id).executeTakeFirst();
  return row ? read(row) : null;
}

/** The one of this number; null where there is none. */
export async function findCallVersion(
  db: Reader,
  workshopId: Id<"workshop">,
  number: number,
): Promise<CallVersion | null> {
  const row = await versions(db).where("workshopId", "=", workshopId).where("number", "=", number).executeTakeFirst();
  return row ? read(row) : null;
}

/** Whether a workshop has a call that everybody may read. */
export async function isCallPublished(db: Reader, workshopId: Id<"workshop">): Promise<boolean> {
  const row = await db
    .selectFrom("call")
    .select("version")
    .where("workshopId", "=", workshopId)
    .where("version", ">", 0)
    .executeTakeFirst();
  return row !== undefined;
}
