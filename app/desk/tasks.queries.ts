import { type ExpressionBuilder, sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Schema } from "#db/schema.ts";

/** Something that waits for somebody, in a workshop and so many times. */
export type Task = { code: string; count: number };

/** A desk names so many workshops; the next come when these are done. */
const most = 20;

/** Messages about workshops that could not be delivered. */
export const listUndelivered = (db: Reader, reach: Reach): Promise<Task[]> =>
  db
    .selectFrom("outbox")
    .innerJoin("workshop", "workshop.id", "outbox.workshopId")
    .select(["workshop.code", ({ fn }) => fn.countAll<number>().as("count")])
    .where("outbox.failedAt", "is not", null)
    .where(withinReach(reach))
    .groupBy("workshop.code")
    .orderBy("workshop.code")
    .limit(most)
    .execute();

/**
 * Who has completed a workshop that ended on `since` or later, has confirmed their name, and has no certificate. One
 * that was revoked is missing on purpose.
 */
export const listCertifiable = (db: Reader, reach: Reach, since: LocalDate): Promise<Task[]> =>
  db
    .selectFrom("workshop")
    .innerJoin("enrolment", "enrolment.workshopId", "workshop.id")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select(["workshop.code", ({ fn }) => fn.countAll<number>().as("count")])
    .where("workshop.endsOn", ">=", since)
    .where("workshop.state", "=", "completed")
    .where(withinReach(reach))
    .where("enrolment.state", "=", "completed")
    .where("person.nameConfirmedAt", "is not", null)
    // most have a valid one: the index that holds those alone answers for them
    .where(withoutCertificate("valid"))
    .where(withoutCertificate("revoked"))
    .groupBy("workshop.code")
    .orderBy("workshop.code")
    .limit(most)
    .execute();

const withoutCertificate =
  (status: "valid" | "revoked") =>
  ({ not, exists, selectFrom }: ExpressionBuilder<Schema, "enrolment">) =>
    not(
      exists(
        // the status as it stands in the index
        selectFrom("certificate")
          .select("certificate.id")
          .whereRef("certificate.enrolmentId", "=", "enrolment.id")
          .where("certificate.status", "=", sql.lit(status)),
      ),
    );
