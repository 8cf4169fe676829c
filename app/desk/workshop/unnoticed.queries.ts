import { isEverEnrolledIn } from "#app/enrolment/queries.ts";
import { listRequestsOf } from "#app/faculty/staff/staff.queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Whether nobody was ever enrolled in a workshop, or asked to teach in it: then nobody was told of anything. */
export const isUnnoticedByAll = async (db: Reader, workshopId: Id<"workshop">): Promise<boolean> =>
  !(await isEverEnrolledIn(db, workshopId)) && (await listRequestsOf(db, workshopId)).size === 0;
