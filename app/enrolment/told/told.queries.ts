import { activeStates } from "#app/enrolment/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { listAwaiting } from "#app/outbox/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { tellsChanges } from "#app/workshops/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { changesBetween, isSilent } from "./changes.rules.ts";
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
  const now = planOf(workshop, await listSessionsOf(db, [workshopId]));
  const plans = new Map((await listPlans(db, workshopId)).map(({ id, plan }) => [id, plan]));
  const outdated = new Map<string, boolean>();
  return people.filter(({ planId, locale }) => {
    const known = `${planId} ${locale}`;
    const isOutdated = outdated.get(known) ?? isToBeTold(plans.get(planId), now, { locale, at });
    outdated.set(known, isOutdated);
    return isOutdated;
  });
}

/** How many are going to be told of changes, while the letters are not all written yet. */
export async function countToTell(db: Reader, workshopId: Id<"workshop">, at: Instant): Promise<number> {
  const awaited = await listAwaiting(db, workshopId, "workshop.replanned", "enrolment.replanned");
  return awaited.length ? (await listToTell(db, workshopId, at)).length : 0;
}

const isToBeTold = (plan: string | undefined, now: ToldPlan, hearing: { locale: Locale; at: Instant }) =>
  plan !== undefined && !isSilent(changesBetween(JSON.parse(plan) as ToldPlan, now, hearing));

const listTold = (db: Reader, workshopId: Id<"workshop">) =>
  db
    .selectFrom("enrolment")
    .innerJoin("told", "told.enrolmentId", "enrolment.id")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("account", "account.personId", "person.id")
    .select(["enrolment.id as enrolmentId", "enrolment.personId", "person.locale", "told.planId"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("enrolment.state", "in", activeStates)
    .where("account.disabledAt", "is", null)
    .where((eb) => eb.or([eb("account.id", "is not", null), eb("person.email", "is not", null)]))
    .orderBy("enrolment.ticket")
    .execute();

const listPlans = (db: Reader, workshopId: Id<"workshop">) =>
  db.selectFrom("toldPlan").select(["id", "plan"]).where("workshopId", "=", workshopId).execute();
