import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { isEver } from "#app/workshops/moments.rules.ts";
import { states } from "#app/workshops/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Schema } from "#db/schema.ts";
import { isPassedOver } from "./queries.ts";

/** Workshops with a free seat beside somebody who waits for it. Whether it may still be given is a rule's to say. */
export const listWithFreeSeats = (db: Reader) =>
  db
    .selectFrom("workshop")
    .select(["id", "state", "zone", "startsOn", "endsOn", "beginsAt", "endsAt"])
    .select(["capacity", "seatsTaken", "reserveCount", "promotionDays", "freezeDays"])
    .where(
      "state",
      "in",
      states.filter((state) => isEver("moveUp", state)),
    )
    .where("reserveCount", ">", 0)
    .whereRef("seatsTaken", "<", "capacity")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("enrolment")
          .select("enrolment.id")
          .whereRef("enrolment.workshopId", "=", "workshop.id")
          .where("enrolment.state", "=", "reserve")
          .where((eb) => eb.not(isPassedOver(eb))),
      ),
    )
    .where(isFillableByGroup)
    .execute();

/** Whether a seat is free in a group of a workshop beside those who wait in it. Without quotas there is one group. */
export const isFillableByGroup = (eb: ExpressionBuilder<Schema, "workshop">): Expression<SqlBool> =>
  eb.or([
    eb.and([
      eb("workshop.reserveCount", ">", eb.ref("workshop.quotaReserves")),
      eb(
        eb("workshop.seatsTaken", "-", eb.ref("workshop.quotaTaken")),
        "<",
        eb("workshop.capacity", "-", eb.ref("workshop.quotaSeats")),
      ),
    ]),
    eb.exists(
      eb
        .selectFrom("quota")
        .select("quota.id")
        .whereRef("quota.workshopId", "=", "workshop.id")
        .where("quota.releasedAt", "is", null)
        .where("quota.reserveCount", ">", 0)
        .whereRef("quota.seatsTaken", "<", "quota.seats"),
    ),
  ]);
