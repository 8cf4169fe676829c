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
const mostSuspects = 20;

/**
 * Workshops that ended on `since` or later, of whose valid certificates one may say what is not so any more: something
 * that it says has changed since the last day, or its holder has not completed the workshop. Whether it differs has to
 * be looked at; this spares looking at all the others, and reads neither certificates nor the audit as a whole.
 */
export const listSuspects = (db: Reader, reach: Reach, since: LocalDate): Promise<{ id: Id<"workshop"> }[]> =>
  db
    .selectFrom("workshop")
    .select("workshop.id")
    .where("workshop.endsOn", ">=", since)
    .where("workshop.state", "=", "completed")
    .where(withinReach(reach))
    .where((eb) =>
      eb.or([
        eb.exists(changesOf(eb, "workshop", eb.ref("workshop.id")).where("audit.action", "=", "workshop.changed")),
        eb.exists(changesOf(eb, "programme", eb.ref("workshop.programmeId"))),
        eb.exists(changesOfParties(eb)),
        eb.exists(certified(eb).where("enrolment.state", "=", "notCompleted")),
        eb.exists(certified(eb).where(({ or }) => or([isAfterEnd("person.nameConfirmedAt"), worksAtChanged(since)]))),
      ]),
    )
    .orderBy("workshop.code")
    .limit(mostSuspects)
    .execute();

type AroundWorkshop = ExpressionBuilder<Schema, "workshop">;

/** A day's text comes before every instant of that day, and after those of the days before. */
const isAfterEnd = (moment: "audit.at" | "person.nameConfirmedAt") =>
  sql<boolean>`${sql.ref(moment)} > ${sql.ref("workshop.endsOn")}`;

/**
 * What the audit's chain has of something since a workshop's last day. A change of the last second is not in it yet:
 * whoever makes one sees its effect on the workshop's own page, and here it is found at the next look.
 */
const changesOf = (eb: AroundWorkshop, kind: AuditSubject, id: Expression<string>) =>
  eb
    .selectFrom("audit")
    .select("audit.seq")
    .where("audit.subjectKind", "=", kind)
    .where("audit.subjectId", "=", id)
    .where(isAfterEnd("audit.at"));

const changesOfParties = (eb: AroundWorkshop) =>
  eb
    .selectFrom("programmeParty")
    .innerJoin("audit", "audit.subjectId", "programmeParty.institutionId")
    .select("audit.seq")
    .whereRef("programmeParty.programmeId", "=", "workshop.programmeId")
    .where("audit.subjectKind", "=", "institution")
    .where(isAfterEnd("audit.at"));

/** Those with a valid certificate of a workshop. */
const certified = (eb: AroundWorkshop) =>
  eb
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select("enrolment.id")
    .whereRef("enrolment.workshopId", "=", "workshop.id")
    .where(withCertificate("valid"));

/** Institutions are renamed and corrected rarely: they are listed once. */
const worksAtChanged = (since: LocalDate) =>
  sql<boolean>`${sql.ref("person.institutionId")} in (select ${sql.ref("audit.subjectId")} from ${sql.table("audit")}
    where ${sql.ref("audit.subjectKind")} = 'institution' and ${sql.ref("audit.at")} > ${since})`;

const withCertificate =
  (status: "valid" | "revoked") =>
  ({ exists, selectFrom }: ExpressionBuilder<Schema, "enrolment">) =>
    exists(
      // the status as it stands in the index
      selectFrom("certificate")
        .select("certificate.id")
        .whereRef("certificate.enrolmentId", "=", "enrolment.id")
        .where("certificate.status", "=", sql.lit(status)),
    );

const withoutCertificate = (status: "valid" | "revoked") => (eb: ExpressionBuilder<Schema, "enrolment">) =>
  eb.not(withCertificate(status)(eb));
