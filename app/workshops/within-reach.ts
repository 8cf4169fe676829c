import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { Schema } from "#db/schema.ts";

/** For the `where` of a query about workshops. It says in SQL what `covers` says of one workshop. */
export const withinReach =
  ({ everywhere, programmeIds, workshopIds }: Reach) =>
  (eb: ExpressionBuilder<Schema, "workshop">): Expression<SqlBool> =>
    everywhere
      ? eb.lit(true)
      : eb.or([
          ...(programmeIds.length ? [eb("workshop.programmeId", "in", programmeIds)] : []),
          ...(workshopIds.length ? [eb("workshop.id", "in", workshopIds)] : []),
        ]);
