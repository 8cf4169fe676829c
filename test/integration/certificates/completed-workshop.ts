import { saveSheet } from "#app/attendance/commands.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { reactions } from "#app/reactions.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { held } from "#test/support/plan-of.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

export const at = "2026-11-28T02:30:00.000Z" as const;
export const appUrl = "https://puente.example";

/** Of three participants the first can have a certificate; the second has confirmed no name, the third was absent. */
export async function completedWorkshop(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-2026-09", minimumAttendance: 80 });
  const people: { personId: Id<"person">; accountId: Id<"account"> }[] = [];
  for (const i of [0, 1, 2])
    people.push(await addPerson(database, { locale: i ? "ja" : "es", email: `p${i}@demo.example` }));
  for (const person of people)
    await database.transact((trx) =>
      enrol(trx, { ...person, workshopId }, { ...person, at: "2026-11-01T12:00:00.000Z" }),
    );
  const [named, unnamed, absent] = (await listParticipants(database.read, workshopId)).map(({ id }) => id) as [
    Id<"enrolment">,
    Id<"enrolment">,
    Id<"enrolment">,
  ];
  const [workshop] = await listWorkshopsById(database.read, [workshopId]);
  for (const session of await listSessionsOf(database.read, [workshopId])) {
    const marks = new Map([
      [named, "present" as const],
      [unnamed, "present" as const],
      [absent, "absent" as const],
    ]);
    await database.transact(async (trx) =>
      saveSheet(
        trx,
        await held(trx, workshop!),
        { session, marks, reason: "" },
        { accountId: people[0]!.accountId, at },
      ),
    );
  }
  await database.transact(async (trx) => {
    await trx.updateTable("workshop").set({ state: "completed" }).execute();
    const confirmed = { certificateName: "髙橋 遼", certificateSecondName: "TAKAHASHI Ryō", nameConfirmedAt: at };
    await trx
      .updateTable("person")
      .set(confirmed)
      .where("id", "in", [people[0]!.personId, people[2]!.personId])
      .execute();
  });
  const request = { workshopId, enrolmentIds: [named, unnamed, absent], appUrl, fonts: readFontCoverage() };
  return {
    workshopId,
    named,
    unnamed,
    absent,
    personId: people[0]!.personId,
    people,
    issue: () => database.transact((trx) => issueCertificates(trx, request, { accountId: null, at })),
  };
}

export const runJobs = (database: Database) => runDueJobs({ ...jobContext(database, at), reactions });
