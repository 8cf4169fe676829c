import { activeStates, isSeated } from "#app/enrolment/rules.ts";
import { listAwaiting } from "#app/outbox/queries.ts";
import { listNames } from "#app/people/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { findClosingDay } from "#app/workshops/life/queries.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import { tellsChanges, type WorkshopState } from "#app/workshops/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { changesBetween, countsAsKnown, type Hearing, isSilent, type Withheld } from "./changes.rules.ts";
import { planOf, type ToldPlan } from "./plan.ts";

/** What somebody was last told of the plan; null where no letter has reached them yet. */
export async function findTold(db: Reader, enrolmentId: Id<"enrolment">): Promise<ToldPlan | null> {
  const row = await db
    .selectFrom("told")
    .innerJoin("toldPlan", "toldPlan.id", "told.planId")
    .select("toldPlan.plan")
    .where("told.enrolmentId", "=", enrolmentId)
    .executeTakeFirst();
  return row ? (JSON.parse(row.plan) as ToldPlan) : null;
}

/** Who knows a plan that stands no longer, where a letter can reach them. Whoever does not come is told nothing. */
export async function listToTell(db: Reader, workshopId: Id<"workshop">, at: Instant) {
  const [workshop] = await listWorkshopsById(db, [workshopId]);
  if (!workshop || !tellsChanges(workshop.state)) return [];
  const people = await listTold(db, workshopId);
  if (!people.length) return [];
  const now = await readPlan(db, workshop);
  const plans = new Map((await listPlans(db, workshopId)).map(({ id, plan }) => [id, JSON.parse(plan) as ToldPlan]));
  const withheld = withPlans(await listWithheld(db, workshopId), plans);
  const outdated = new Map<string, boolean>();
  return people.filter(({ planId, locale, state }) => {
    const hearing = { locale, at, isSeated: isSeated(state) };
    const known = `${planId} ${locale} ${hearing.isSeated}`;
    const isOutdated = outdated.get(known) ?? isToBeTold(plans.get(planId), { now, withheld }, hearing);
    outdated.set(known, isOutdated);
    return isOutdated;
  });
}

/** How many are going to be told of changes, while the letters are not all written yet. */
export async function countToTell(db: Reader, workshopId: Id<"workshop">, at: Instant): Promise<number> {
  const awaited = await listAwaiting(db, workshopId, "workshop.replanned", "enrolment.replanned");
  return awaited.length ? (await listToTell(db, workshopId, at)).length : 0;
}

type Standing = { now: ToldPlan; withheld: Withheld[] };

const isToBeTold = (told: ToldPlan | undefined, { now, withheld }: Standing, hearing: Hearing) =>
  told !== undefined && !isSilent(changesBetween(countsAsKnown(told, withheld, hearing), now, hearing));

type Steps = Awaited<ReturnType<typeof listWithheld>>;

const withPlans = (steps: Steps, plans: Map<Id<"toldPlan">, ToldPlan>): Withheld[] =>
  steps.flatMap(({ beforeId, afterId }) => {
    const [before, after] = [plans.get(beforeId), plans.get(afterId)];
    return before && after ? [{ before, after }] : [];
  });

/** The changes of a workshop of which nobody is told by themselves, in their order. */
const listWithheld = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("withheldChange")
    .select(["beforeId", "afterId"])
    .where("workshopId", "=", workshopId)
    .orderBy("id")
    .execute();

/** The plan of a workshop as it stands. */
export async function findPlan(db: Reader, workshopId: Id<"workshop">): Promise<ToldPlan | null> {
  const [workshop] = await listWorkshopsById(db, [workshopId]);
  return workshop ? readPlan(db, workshop) : null;
}

const readPlan = async (db: Reader, workshop: Workshop) =>
  planOf({ ...workshop, closesOn: await findClosingDay(db, workshop.id) }, await listSessionsOf(db, [workshop.id]));

/** The plan of a workshop as it was when it was published; null where none was kept. */
export async function findOriginalPlan(
  db: Reader,
  workshopId: Id<"workshop">,
): Promise<{ plan: ToldPlan; frozenAt: Instant } | null> {
  const row = await db
    .selectFrom("originalPlan")
    .select(["plan", "frozenAt"])
    .where("workshopId", "=", workshopId)
    .executeTakeFirst();
  return row ? { plan: JSON.parse(row.plan) as ToldPlan, frozenAt: row.frozenAt } : null;
}

/** Whether anybody has been told of a workshop's plan since an instant. */
export const isAnybodyToldSince = async (db: Reader, workshopId: Id<"workshop">, since: Instant): Promise<boolean> =>
  (await db
    .selectFrom("enrolment")
    .innerJoin("told", "told.enrolmentId", "enrolment.id")
    .select("enrolment.id")
    .where("enrolment.workshopId", "=", workshopId)
    .where("told.toldAt", ">", since)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Whom a change of the plan reaches, by name: those who know it, and can be written to. */
export async function listWhoKnow(db: Reader, workshop: { id: Id<"workshop">; state: WorkshopState }) {
  if (!tellsChanges(workshop.state)) return [];
  const told = await listTold(db, workshop.id);
  return listNames(
    db,
    told.map(({ personId }) => personId),
  );
}

const listTold = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("enrolment")
    .innerJoin("told", "told.enrolmentId", "enrolment.id")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("account", "account.personId", "person.id")
    .select(["enrolment.id as enrolmentId", "enrolment.personId", "enrolment.state", "person.locale", "told.planId"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("enrolment.state", "in", activeStates)
    .where("account.disabledAt", "is", null)
    .where((eb) => eb.or([eb("account.id", "is not", null), eb("person.email", "is not", null)]))
    .orderBy("enrolment.ticket")
    .execute();

const listPlans = (db: Reader, workshopId: Id<"workshop">) =>
  db.selectFrom("toldPlan").select(["id", "plan"]).where("workshopId", "=", workshopId).execute();
