import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { Schema } from "#db/schema.ts";

/** For the `where` of any query about workshops: the same places that `covers` tells of one workshop. */
export const withinReach =
  ({ everywhere, programmeIds, workshopIds }: Reach) =>
  (eb: ExpressionBuilder<Schema, "workshop">): Expression<SqlBool> =>
    everywhere
      ? eb.lit(true)
      : eb.or([
          ...(programmeIds.length ? [eb("workshop.programmeId", "in", programmeIds)] : []),
          ...(workshopIds.length ? [eb("workshop.id", "in", workshopIds)] : []),
        ]);
