import { expect, test } from "vitest";
import { spreadChanges, tellReplanned } from "#app/enrolment/told/changes.jobs.ts";
import { emit } from "#app/outbox/commands.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { jobContext } from "#test/support/job-context.ts";
import { at, changeSession, jobsOf, letters, quiet, run, toldWorkshop } from "./changing.ts";

const later = plusMinutes(at, 60);
const both = [{ locale: "es", zone: "America/Mexico_City" }, { locale: "ja" }] as const;

const move = (database: Database, startsTime: string, when = later) =>
  database.transact((trx) => changeSession(trx, 2, { startsTime, endsTime: "16:00" }, when));

describeDatabases("one letter a person", (open) => {
  const spread = async (database: Database) => {
    const [job] = await jobsOf(database, "workshop.replanned");
    const again = { id: job!.id, payload: { workshopId: job!.workshopId! }, createdAt: later };
    await spreadChanges(again, jobContext(database, quiet(later)));
  };

  test("however often the same work is begun again", async () => {
    const database = await open();
    await toldWorkshop(database, [...both]);
    await move(database, "15:00");
    await spread(database);
    await spread(database);
    const jobs = await jobsOf(database, "enrolment.replanned");
    expect(jobs).toHaveLength(2);
    for (const { id, payload } of [...jobs, ...jobs])
      await tellReplanned({ id, payload: JSON.parse(payload), createdAt: later }, jobContext(database, quiet(later)));
    // a worker that dies now has nothing left to do
    expect((await jobsOf(database, "enrolment.replanned")).every(({ doneAt }) => doneAt)).toBe(true);
    await run(database, plusMinutes(quiet(later), 30));
    expect(await letters(database)).toHaveLength(2);
  });

  test("with two workers at once", async () => {
    const database = await open();
    await toldWorkshop(database, [...both]);
    await move(database, "15:00");
    await Promise.all([run(database, quiet(later)), run(database, quiet(later))]);
    await Promise.all([run(database, quiet(later)), run(database, quiet(later))]);
    expect(await letters(database)).toHaveLength(2);
  });

  test("also where one waits for the mail server while the next change comes: it tells of both", async () => {
    const database = await open();
    await toldWorkshop(database, [both[0]]);
    await move(database, "15:00");
    await spread(database);
    const next = plusMinutes(later, 30);
    await move(database, "14:00", next);
    const [, second] = await jobsOf(database, "workshop.replanned");
    const again = { id: second!.id, payload: { workshopId: second!.workshopId! }, createdAt: next };
    await spreadChanges(again, jobContext(database, quiet(next)));
    await run(database, quiet(next));
    const [letter, ...more] = await letters(database);
    expect(more).toEqual([]);
    expect(letter?.bodyText).toMatch(/Antes\n.*\n {2}09:00–11:00(.|\n)*Ahora\n.*\n {2}14:00–16:00/);
  });

  test("which two at the same moment would break: that is why the spread lets no second one begin", async () => {
    const database = await open();
    await toldWorkshop(database, [both[0]]);
    await move(database, "15:00");
    await spread(database);
    const [first] = await jobsOf(database, "enrolment.replanned");
    const payload = JSON.parse(first!.payload);
    const about = { workshopId: first!.workshopId, personId: first!.personId };
    const [second] = await database.transact((trx) => emit(trx, later, "enrolment.replanned", payload, about));
    const bothHaveRead = writingTogether(database, 2);
    const tell = (id: typeof second) =>
      tellReplanned({ id: id!, payload, createdAt: later }, jobContext(bothHaveRead, quiet(later)));
    await Promise.all([tell(first!.id), tell(second)]);
    expect(await letters(database)).toHaveLength(2);
  });
});

/** A database where nobody writes before as many as these want to. */
function writingTogether(database: Database, writers: number): Database {
  const { promise: allAreHere, resolve } = Promise.withResolvers<void>();
  let here = 0;
  const transact: Database["transact"] = async (work) => {
    here += 1;
    if (here === writers) resolve();
    await allAreHere;
    return database.transact(work);
  };
  return { ...database, transact };
}
