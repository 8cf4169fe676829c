import type { Locale } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { facultyRolesOf } from "./rules.ts";

const memberColumns = [
  "faculty.id",
  "faculty.personId",
  "faculty.isInstructor",
  "faculty.isInterpreter",
  "faculty.isCompanion",
  "faculty.note",
  "faculty.archivedAt",
] as const;

const personColumns = [
  "person.familyName",
  "person.givenName",
  "person.secondSurname",
  "person.nativeName",
  "person.kana",
  "person.latinName",
  "person.institutionId",
  "person.post",
  "person.country",
] as const;

const members = (db: Reader) =>
  db
    .selectFrom("faculty")
    .innerJoin("person", "person.id", "faculty.personId")
    .leftJoin("account", "account.personId", "person.id")
    .select([...memberColumns, ...personColumns])
    .select(["person.email as otherEmail", "account.email as accountEmail", "account.id as accountId"]);

type Row = Awaited<ReturnType<ReturnType<typeof members>["execute"]>>[number];

const memberOf = (row: Row, languages: Locale[]) => {
  const { isInstructor, isInterpreter, isCompanion, otherEmail, accountEmail, ...member } = row;
  return {
    ...member,
    roles: facultyRolesOf({ isInstructor, isInterpreter, isCompanion }),
    languages,
    email: accountEmail ?? otherEmail,
  };
};
export type FacultyMember = ReturnType<typeof memberOf>;

/** Everybody on the list, those in the archive too. They are some hundreds at most. */
export async function listFaculty(db: Reader): Promise<FacultyMember[]> {
  const rows = await members(db).execute();
  const languages = await db.selectFrom("facultyLanguage").selectAll().orderBy("language").execute();
  const byMember = Map.groupBy(languages, ({ facultyId }) => facultyId);
  return rows.map((row) => memberOf(row, languagesIn(byMember.get(row.id))));
}

const languagesIn = (rows: readonly { language: Locale }[] = []) => rows.map(({ language }) => language);

export async function findMember(db: Reader, id: Id<"faculty">): Promise<FacultyMember | null> {
  const row = await members(db).where("faculty.id", "=", id).executeTakeFirst();
  if (!row) return null;
  const languages = await db.selectFrom("facultyLanguage").select("language").where("facultyId", "=", id).execute();
  return memberOf(row, languagesIn(languages));
}

/** Somebody's own entry, or entries where two records of them were merged. */
export const listMembersOf = (db: Reader, personId: Id<"person">) =>
  db.selectFrom("faculty").select(["id", "archivedAt"]).where("personId", "=", personId).orderBy("id").execute();

/** When members are not available, from a day on. */
export async function listAbsences(db: Reader, ids: readonly Id<"faculty">[], from: LocalDate) {
  if (!ids.length) return [];
  return db
    .selectFrom("facultyAbsence")
    .selectAll()
    .where("facultyId", "in", [...ids])
    .where("endsOn", ">=", from)
    .orderBy("startsOn")
    .execute();
}

/** When people are not available, from a day on, whichever entry of theirs says so. */
export async function listAbsencesOfPeople(db: Reader, personIds: readonly Id<"person">[], from: LocalDate) {
  if (!personIds.length) return [];
  return db
    .selectFrom("facultyAbsence")
    .innerJoin("faculty", "faculty.id", "facultyAbsence.facultyId")
    .select(["faculty.personId", "facultyAbsence.startsOn", "facultyAbsence.endsOn"])
    .where("faculty.personId", "in", [...personIds])
    .where("facultyAbsence.endsOn", ">=", from)
    .execute();
}

type Load = { coming: number; past: number; minutes: number };

/** What each member has before them and behind them: sessions that they were asked for and have not declined. */
export async function listLoads(
  db: Reader,
  ids: readonly Id<"faculty">[],
  at: Instant,
): Promise<Map<Id<"faculty">, Load>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom("sessionStaff")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .select(["sessionStaff.facultyId", "session.startsAt", "session.endsAt"])
    .where("sessionStaff.facultyId", "in", [...ids])
    .where("sessionStaff.state", "<>", "declined")
    .where("workshop.state", "<>", "cancelled")
    .execute();
  const byMember = Map.groupBy(rows, ({ facultyId }) => facultyId);
  return new Map(
    [...byMember].map(([id, own]) => [
      id,
      {
        coming: own.filter(({ endsAt }) => endsAt > at).length,
        past: own.filter(({ endsAt }) => endsAt <= at).length,
        minutes: own.reduce(
          (sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
          0,
        ),
      },
    ]),
  );
}
