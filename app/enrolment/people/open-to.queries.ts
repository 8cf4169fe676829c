import type { Reach } from "#app/access/permissions.ts";
import { addingRefusal } from "#app/enrolment/behalf/behalf.rules.ts";
import { isOutside } from "#app/enrolment/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { isEver } from "#app/workshops/moments.rules.ts";
import { columns, listWithTexts, named } from "#app/workshops/queries.ts";
import { states } from "#app/workshops/rules.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** So many are offered, those first that begin first. */
const most = 200;

/** Workshops within reach to which somebody can be added now: they are in none of them. */
export async function listWorkshopsOpenTo(
  db: Reader,
  reach: Reach,
  { personId, at }: { personId: Id<"person">; at: Instant },
) {
  const own = await db
    .selectFrom("enrolment")
    .select(["workshopId", "state"])
    .where("personId", "=", personId)
    .where("mergedIntoId", "is", null)
    .execute();
  const inside = new Set(own.flatMap(({ workshopId, state }) => (isOutside(state) ? [] : [workshopId])));
  const rows = await db
    .selectFrom("workshop")
    .select(columns)
    .where(withinReach(reach))
    .where(
      "workshop.state",
      "in",
      states.filter((state) => isEver("addOther", state)),
    )
    .orderBy("workshop.startsOn")
    .orderBy("workshop.code")
    .limit(most)
    .execute();
  const open = rows.filter((workshop) => !inside.has(workshop.id) && addingRefusal(workshop, at) === null);
  return listWithTexts(db, open, named);
}
