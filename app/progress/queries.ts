import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Schema } from "#db/schema.ts";
import type { Scope } from "./scope.rules.ts";

type On = (eb: ExpressionBuilder<Schema, "workshop">) => Expression<SqlBool>;

export const inScope =
  ({ reach, programmeId, period }: Scope): On =>
  (eb) =>
    eb.and([
      eb("workshop.state", "<>", "cancelled"),
      withinReach(reach)(eb),
      ...(programmeId === null ? [] : [eb("workshop.programmeId", "=", programmeId)]),
      ...(period === null
        ? []
        : [eb("workshop.startsOn", ">=", period.from), eb("workshop.startsOn", "<", period.until)]),
    ]);
