import { type Expression, type ExpressionBuilder, sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { AuditSubject } from "#app/audit/actions.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { withinReach } from "#app/workshops/within-reach.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
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

/** More than are ever corrected at once; the next come when these are done. */
const mostSuspects = 10;

/**
 * Workshops that ended on `since` or later, of whose valid certificates one may say what is not so any more: something
 * that it says has changed since it was issued, or its holder has not completed the workshop. Whether it differs has to
 * be looked at; this spares looking at all the others.
 */
export const listSuspects = (db: Reader, reach: Reach, since: LocalDate): Promise<{ id: Id<"workshop"> }[]> =>
  db
    .selectFrom("workshop")
    .select("workshop.id")
    .where("workshop.endsOn", ">=", since)
    .where("workshop.state", "=", "completed")
    .where(withinReach(reach))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("certificate")
          .innerJoin("enrolment", "enrolment.id", "certificate.enrolmentId")
          .innerJoin("person", "person.id", "certificate.personId")
          .select("certificate.id")
          .whereRef("certificate.workshopId", "=", "workshop.id")
          .where("certificate.status", "=", "valid")
          .where((eb) =>
            eb.or([
              eb("enrolment.state", "<>", "completed"),
              eb.exists(changesOf(eb, "workshop", eb.ref("workshop.id"))),
              eb.exists(changesOf(eb, "programme", eb.ref("workshop.programmeId"))),
              eb.exists(changesOf(eb, "person", eb.ref("person.id"))),
              eb.exists(changesOf(eb, "institution", eb.ref("person.institutionId"))),
              eb.exists(changesOfParties(eb)),
            ]),
          ),
      ),
    )
    .orderBy("workshop.code")
    .limit(mostSuspects)
    .execute();

type AroundCertificate = ExpressionBuilder<Schema, "certificate" | "person" | "workshop">;

/** What the audit has of something since a certificate was issued. */
const changesOf = (eb: AroundCertificate, kind: AuditSubject, id: Expression<string | null>) =>
  eb
    .selectFrom("audit")
    .select("audit.seq")
    .where("audit.subjectKind", "=", kind)
    .where("audit.subjectId", "=", id)
    .whereRef("audit.at", ">", "certificate.issuedAt");

const changesOfParties = (eb: AroundCertificate) =>
  eb
    .selectFrom("programmeParty")
    .innerJoin("audit", "audit.subjectId", "programmeParty.institutionId")
    .select("audit.seq")
    .where("audit.subjectKind", "=", "institution")
    .whereRef("programmeParty.programmeId", "=", "workshop.programmeId")
    .whereRef("audit.at", ">", "certificate.issuedAt");

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
