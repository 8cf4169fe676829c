import fc from "fast-check";
import { expect, test } from "vitest";
import { attendanceRate, attendanceShare, tallyOf } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { countMarksOf } from "#app/progress/rows.queries.ts";
import { insertWorld, randomWorld } from "#test/integration/progress/random-world.ts";
import { describeDatabases } from "#test/support/databases.ts";

describeDatabases("the measure of attendance", (open) => {
  test("is the same in a rule and in SQL, whatever was marked", { timeout: 60_000 }, async () => {
    const compared: number[] = [];
    await fc.assert(
      fc.asyncProperty(randomWorld, async (world) => {
        const database = await open();
        await insertWorld(database, world);
        const { read } = database;
        const enrolments = await read.selectFrom("enrolment").select(["id", "workshopId"]).execute();
        const marksOf = await countMarksOf(
          read,
          enrolments.map(({ id }) => id),
        );
        for (const { id, workshopId } of enrolments) {
          const counts = (await countMarksByEnrolment(read, workshopId))(id);
          expect(marksOf(id)).toEqual(tallyOf(counts));
          const unmarked = counts.sessions - counts.present - counts.late - counts.excused - counts.absent;
          // where nothing is left unmarked, the share of the sessions is the rate of the marks
          if (unmarked === 0) expect(attendanceShare(counts)).toBe(attendanceRate(marksOf(id)));
          compared.push(marksOf(id).counted);
        }
      }),
      { numRuns: 8 },
    );
    expect(compared.filter((counted) => counted > 0).length).toBeGreaterThan(10);
  });
});
