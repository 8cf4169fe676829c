import { sql } from "kysely";
import type { Reach } from "#app/access/permissions.ts";
import type { MergedAccounts } from "#app/accounts/merge/merge.rules.ts";
import type { MovedDossier } from "#app/dossier/rules.ts";
import type { MergedEnrolment } from "#app/enrolment/merge/merge.rules.ts";
import { peopleWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import type { MergedFaculty } from "#app/faculty/merge/merge.rules.ts";
import type { KeptMerge, PersonRecord } from "#app/people/merge/merge.rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import type { MovedRows } from "#db/person-references.ts";

/** Everything that a merge has changed: with it, it can be undone. */
export type WholeMerge = KeptMerge & {
  moved: MovedRows;
  accounts: MergedAccounts | null;
  /** Null where they do not both teach; merges of before December 2026 do not name it. */
  faculty?: MergedFaculty | null;
  /**
   * Beside each, the sessions whose marks have moved to the one that stays, and what of its dossier has. Merges of
   * before the 27th of November 2026 do not name that.
   */
  enrolments: (MergedEnrolment & { sessionIds: Id<"session">[]; dossier?: MovedDossier })[];
};

/** Two people within reach, as they are stored; null where either is not. */
export async function findPair(db: Reader, reach: Reach, ids: [string, string]) {
  const rows = await db
    .selectFrom("person")
    .selectAll("person")
    .where(
      "person.id",
      "in",
      ids.map((id) => asId<"person">(id)),
    )
    .where(peopleWithinReach(reach))
    .execute();
  const [kept, gone] = ids.map((id) => rows.find((row) => row.id === id) as PersonRecord | undefined);
  return kept && gone && kept !== gone ? { kept, gone } : null;
}

/** The enrolments of two people in workshops in which both are or were enrolled; of each two of one workshop. */
export async function listShared(db: Reader, kept: Id<"person">, gone: Id<"person">) {
  const rows = await db
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .select([
      "enrolment.id",
      "enrolment.workshopId",
      "enrolment.personId",
      "enrolment.state",
      "enrolment.ticket",
      "enrolment.quotaId",
    ])
    .select(["enrolment.requestedAt", "workshop.code", "workshop.programmeId"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("certificate")
          .select("certificate.id")
          .whereRef("certificate.enrolmentId", "=", "enrolment.id")
          // written out, so that the index of valid ones is used
          .where("certificate.status", "=", sql.lit("valid")),
      )
        .$castTo<boolean>()
        .as("isCertified"),
    )
    .where("enrolment.personId", "in", [kept, gone])
    .where("enrolment.mergedIntoId", "is", null)
    .orderBy("workshop.code")
    .execute();
  return [...Map.groupBy(rows, ({ workshopId }) => workshopId).values()].flatMap((own) => {
    const [ofKept, ofGone] = [kept, gone].map((id) => own.find(({ personId }) => personId === id));
    const isOf = ({ workshopId, code, programmeId }: (typeof rows)[number]) => ({ workshopId, code, programmeId });
    return ofKept && ofGone ? [{ ...isOf(ofKept), kept: ofKept, gone: ofGone }] : [];
  });
}

export type SharedWorkshop = Awaited<ReturnType<typeof listShared>>[number];

/** What was last merged into somebody and is not undone: it alone can be, as later ones rest on earlier ones. */
export async function findLastMerge(db: Reader, personId: Id<"person">) {
  const row = await db
    .selectFrom("personMerge")
    .select(["id", "goneId", "mergedAt", "kept"])
    .where("personId", "=", personId)
    .where("undoneAt", "is", null)
    .orderBy("mergedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, kept: row.kept === null ? null : wholeMerge(row.kept) } : null;
}

/** A merge of before December 2026 knows of no accounts and no enrolments that became one. */
function wholeMerge(text: string): WholeMerge {
  const kept = JSON.parse(text) as Omit<WholeMerge, "accounts" | "enrolments"> & Partial<WholeMerge>;
  return { ...kept, accounts: kept.accounts ?? null, enrolments: kept.enrolments ?? [] };
}

/** Into whom somebody who is gone was merged. */
export async function findMergedInto(db: Reader, goneId: string): Promise<Id<"person"> | null> {
  const row = await db
    .selectFrom("personMerge")
    .select("personId")
    .where("goneId", "=", goneId)
    .where("undoneAt", "is", null)
    .executeTakeFirst();
  return row?.personId ?? null;
}

/** Whether a certificate that rests on the merge was issued since: of an enrolment that moved, or took in another. */
export async function isCertifiedSince(db: Reader, { moved, enrolments }: WholeMerge, mergedAt: Instant) {
  const ids = [...moved.enrolment.map(asId<"enrolment">), ...enrolments.map(({ stayedId }) => stayedId)];
  if (!ids.length) return false;
  const issued = await db
    .selectFrom("certificate")
    .select("id")
    .where("enrolmentId", "in", ids)
    .where("issuedAt", ">", mergedAt)
    .limit(1)
    .executeTakeFirst();
  return issued !== undefined;
}
