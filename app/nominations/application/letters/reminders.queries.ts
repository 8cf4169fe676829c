import { isUndecided } from "#app/nominations/application/rules.ts";
import { daysLeft, dueReminder } from "#app/nominations/call/rules.ts";
import { standingStates } from "#app/nominations/nomination/rules.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type OwingNominee = {
  nominationId: Id<"nomination">;
  workshopId: Id<"workshop">;
  personId: Id<"person">;
  closesOn: LocalDate;
  /** Before that day, at which they are reminded. */
  days: number;
};

/** So many in one round; the next one goes on. */
const most = 500;

/**
 * Nominees who can sign in, have sent nothing, and were not reminded yet of the day that comes. Whoever was nominated
 * since yesterday has just been told of it.
 */
export async function listOwingNominees(db: Reader, at: Instant): Promise<OwingNominee[]> {
  const today = localDate(at, "UTC");
  const rows = await db
    .selectFrom("call")
    .innerJoin("nomination", "nomination.workshopId", "call.workshopId")
    .innerJoin("account", "account.personId", "nomination.personId")
    .innerJoin("workshop", "workshop.id", "call.workshopId")
    .leftJoin("application", "application.nominationId", "nomination.id")
    .select(["nomination.id as nominationId", "nomination.workshopId", "nomination.personId"])
    .select(["call.nomineeClosesOn as closesOn", "call.zone"])
    .select(({ selectFrom }) =>
      selectFrom("nomineeReminder")
        .select(({ fn }) => fn.min<number>("nomineeReminder.days").as("days"))
        .whereRef("nomineeReminder.nominationId", "=", "nomination.id")
        .whereRef("nomineeReminder.closesOn", "=", "call.nomineeClosesOn")
        .as("told"),
    )
    .where("call.version", ">", 0)
    .where("call.applicationFormId", "is not", null)
    .where("call.nomineeClosesOn", ">=", plusLocalDays(today, -1))
    .where("call.nomineeClosesOn", "<=", plusLocalDays(today, 8))
    .where("workshop.state", "not in", ["draft", "cancelled"])
    .where("nomination.state", "in", standingStates.filter(isUndecided))
    .where("nomination.createdAt", "<=", plusDays(at, -1))
    .where("account.disabledAt", "is", null)
    .where((eb) => eb.or([eb("application.state", "is", null), eb("application.state", "<>", "sent")]))
    .orderBy("nomination.id")
    .execute();
  const due = rows.flatMap(({ zone, told, ...one }) => {
    const days = dueReminder(daysLeft(one.closesOn, zone, at));
    return days !== null && (told === null || Number(told) > days) ? [{ ...one, days }] : [];
  });
  return due.slice(0, most);
}
