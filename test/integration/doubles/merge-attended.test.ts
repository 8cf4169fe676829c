import { expect, test } from "vitest";
import { saveSheet } from "#app/attendance/commands.ts";
import { listMarksOfSessions } from "#app/attendance/queries.ts";
import type { MarkStatus } from "#app/attendance/rules.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { revokeCertificate } from "#app/certificates/validity/validity.commands.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import { confirmCertificateName } from "#app/people/commands.ts";
import { plusDays } from "#app/time/instant.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { add, yuko } from "#test/integration/desk/people-desk.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";
import { merge, undo } from "./merging.ts";

const code = "MJ-1";
const at = "2026-11-28T02:30:00.000Z" as const;
const by = { accountId: null, at };
const name = { part: "certificate", certificateName: "SATO Yuko", isConfirmed: true } as const;

/** Two records of one in a workshop of five sessions that is over. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code, minimumAttendance: 80 });
  const people = [await add(database, yuko), await add(database, { ...yuko, email: "" })] as const;
  const enrolments: Id<"enrolment">[] = [];
  for (const personId of people) {
    await database.transact((trx) => enrol(trx, { personId, workshopId }, { ...by, at: "2026-11-01T12:00:00.000Z" }));
    enrolments.push((await findEnrolment(database.read, workshopId, personId))!.id);
  }
  const sessions = await listSessionsOf(database.read, [workshopId]);
  const [kept, gone] = enrolments as [Id<"enrolment">, Id<"enrolment">];
  const mark = (number: number, marks: [Id<"enrolment">, MarkStatus][], reason = "Fila equivocada") =>
    database.transact(async (trx) =>
      saveSheet(trx, await held(trx, { code }), { session: sessions[number]!, marks: new Map(marks), reason }, by),
    );
  const complete = (state: "completed" | "running" = "completed") =>
    database.transact((trx) => trx.updateTable("workshop").set({ state }).execute());
  const marksOf = async (id: Id<"enrolment">) => {
    const marks = (
      await listMarksOfSessions(
        database.read,
        sessions.map((one) => one.id),
      )
    ).get(id);
    return sessions.map((session) => marks?.get(session.id) ?? "");
  };
  const stateOf = async (personId: Id<"person">) =>
    (await findEnrolment(database.read, workshopId, personId))?.state ?? null;
  const issue = (enrolmentIds: Id<"enrolment">[]) =>
    database.transact(async (trx) => {
      for (const personId of people)
        await confirmCertificateName(trx, personId, { ...name, certificateSecondName: "" }, by);
      const request = { workshopId, enrolmentIds, appUrl: "https://puente.example", fonts: readFontCoverage() };
      return issueCertificates(trx, request, by);
    });
  return { workshopId, people, kept, gone, mark, complete, marksOf, stateOf, issue };
}

describeDatabases("two who are one, both marked in one workshop", (open) => {
  test("have the marks of both where only one has any, and each keeps its own where both have", async () => {
    const database = await open();
    const { workshopId, people, kept, gone, mark, complete, marksOf, stateOf } = await setUp(database);
    await mark(0, [
      [kept, "present"],
      [gone, "absent"],
    ]);
    await mark(1, [[kept, "present"]]);
    await mark(2, [[gone, "absent"]]);
    await mark(2, [[gone, "present"]]);
    await mark(3, [[gone, "late"]]);
    await mark(4, [[gone, "present"]]);
    await complete();
    const before = await database.read.selectFrom("markCorrection").selectAll().execute();
    expect(before).toMatchObject([{ enrolmentId: gone }]);
    const enrolments = new Map([[workshopId, "kept" as const]]);
    expect(await merge(database, people, { enrolments })).toEqual({ status: "merged" });
    expect(await marksOf(kept)).toEqual(["present", "present", "present", "late", "present"]);
    expect(await marksOf(gone)).toEqual(["absent", "", "", "", ""]);
    expect(await database.read.selectFrom("markCorrection").select("enrolmentId").execute()).toEqual([
      { enrolmentId: kept },
    ]);
    // the workshop is over: who has completed it follows the marks that count now
    expect(await stateOf(people[0])).toBe("completed");
    expect(await undo(database, people[0])).toMatchObject({ status: "undone" });
    expect(await marksOf(kept)).toEqual(["present", "present", "", "", ""]);
    expect(await marksOf(gone)).toEqual(["absent", "", "present", "late", "present"]);
    expect(await database.read.selectFrom("markCorrection").selectAll().execute()).toEqual(before);
    expect([await stateOf(people[0]), await stateOf(people[1])]).toEqual(["notCompleted", "notCompleted"]);
  });

  test("keep the one with a certificate, and stay two where both have one, until one is revoked", async () => {
    const database = await open();
    const { workshopId, people, kept, gone, mark, complete, issue } = await setUp(database);
    for (const number of [0, 1, 2, 3, 4])
      await mark(number, [
        [kept, "present"],
        [gone, "present"],
      ]);
    await complete();
    await issue([gone]);
    const choosing = (side: "kept" | "gone") => merge(database, people, { enrolments: new Map([[workshopId, side]]) });
    expect(await choosing("kept")).toEqual({ status: "refused", because: "undecided" });
    await issue([kept]);
    for (const side of ["kept", "gone"] as const)
      expect(await choosing(side)).toEqual({ status: "refused", because: "bothCertified" });
    const { number } = await database.read
      .selectFrom("certificate")
      .select("number")
      .where("enrolmentId", "=", kept)
      .executeTakeFirstOrThrow();
    const ending = { number, reasonClass: "issuedByMistake", reason: "Se expidió dos veces." } as const;
    await database.transact(async (trx) =>
      revokeCertificate(trx, { workshop: await held(trx, { code }), ...ending }, by),
    );
    expect(await choosing("gone")).toEqual({ status: "merged" });
    const certificates = await database.read.selectFrom("certificate").select(["personId", "enrolmentId"]).execute();
    expect(new Set(certificates.map(({ personId }) => personId))).toEqual(new Set([people[0]]));
    expect(certificates.map(({ enrolmentId }) => enrolmentId).sort()).toEqual([kept, gone].sort());
  });

  test("stay one once a certificate rests on the merge", async () => {
    const database = await open();
    const { workshopId, people, kept, gone, mark, complete, issue } = await setUp(database);
    for (const number of [0, 1, 2, 3, 4]) await mark(number, [[number % 2 ? kept : gone, "present"]]);
    await complete();
    await merge(database, people, { enrolments: new Map([[workshopId, "kept"]]) });
    await issue([kept]);
    expect(await undo(database, people[0], plusDays(at, 1))).toEqual({ status: "refused", because: "certifiedSince" });
  });
});
