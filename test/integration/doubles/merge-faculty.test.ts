import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { addAbsence, addMember } from "#app/faculty/commands.ts";
import { answerForm, memberForm, seenMark } from "#app/faculty/form.ts";
import { answerRequest } from "#app/faculty/requests/answers.commands.ts";
import { askStaff } from "#app/faculty/requests/asking.commands.ts";
import { makeTeachingLink } from "#app/faculty/requests/links.commands.ts";
import { findRequest, findRequested } from "#app/faculty/requests/requests.queries.ts";
import { saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { listRequestsOf } from "#app/faculty/staff/staff.queries.ts";
import { findSession } from "#app/timetable/queries.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { add, by, yuko } from "#test/integration/desk/people-desk.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addWorkshop } from "#test/support/world.ts";
import { everything, merge, undo } from "./merging.ts";

const code = "MJ-2026-09";

type Entry = { personId: Id<"person">; numbers: number[] };

/** Two records of one who teaches, each in the list and in sessions of the same workshop; both were asked. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code });
  const other = { ...yuko, email: "sato@customs.example.jp" };
  const people = [await add(database, yuko), await add(database, other)] as const;
  const entries: Entry[] = [
    { personId: people[0], numbers: [1, 2] },
    { personId: people[1], numbers: [2, 3] },
  ];
  const members = await database.transact(async (trx) => {
    const input = [
      memberForm.parse({ roles: "instructor", languages: "ja", note: "Lunes no" }),
      memberForm.parse({ roles: "interpreter", languages: "es" }),
    ];
    const ids: Id<"faculty">[] = [];
    for (const [place, { personId }] of entries.entries())
      ids.push((await addMember(trx, { personId, ...(input[place] as (typeof input)[0]) }, by)).id);
    await addAbsence(trx, ids[1] as Id<"faculty">, { startsOn: "2026-12-01", endsOn: "2026-12-05", note: "" }, by);
    const workshop = await holdWorkshop(trx, code, everywhere);
    for (const number of [1, 2, 3]) {
      const session = await findSession(trx, workshopId, number);
      const chosen = entries.flatMap(({ numbers }, place) => {
        const facultyId = ids[place] as Id<"faculty">;
        return numbers.includes(number)
          ? [{ role: "instructor" as const, name: `instructor.${place + 1}`, facultyId }]
          : [];
      });
      if (session) await saveStaff(trx, session.id, chosen, by);
    }
    if (workshop) await askStaff(trx, workshop, by);
    return ids as [Id<"faculty">, Id<"faculty">];
  });
  return { workshopId, people, members };
}

/** Accepts all for which an entry was asked. */
const accept = (database: Database, workshopId: Id<"workshop">, facultyId: Id<"faculty">) =>
  database.transact(async (trx) => {
    const id = (await listRequestsOf(trx, workshopId)).get(facultyId)?.id as Id<"teachingRequest">;
    const request = await findRequest(trx, id);
    const sessions = (request && (await findRequested(trx, request)))?.sessions ?? [];
    const seen = sessions.map((session) => seenMark({ sessionId: session.id, startsAt: session.startsAt }));
    const accepted = sessions.map((session) => session.id);
    return answerRequest(trx, id, answerForm.parse({ answer: "accept", accepted, seen, reason: "" }), by);
  });

const staffOf = async ({ read }: Database) => {
  const rows = await read
    .selectFrom("sessionStaff")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .select(["session.number", "sessionStaff.facultyId", "sessionStaff.state"])
    .orderBy("session.number")
    .execute();
  return rows.map(({ number, facultyId, state }) => [number, facultyId, state]);
};

describeDatabases("two who teach and are one", (open) => {
  test("stand once in the list, in the sessions of either, and are two again exactly as before", async () => {
    const database = await open();
    const { workshopId, people, members } = await setUp(database);
    await accept(database, workshopId, members[1]);
    const before = await everything(database);
    expect(await merge(database, people)).toEqual({ status: "merged" });
    expect(await database.read.selectFrom("faculty").select(["id", "personId", "note"]).execute()).toEqual([
      { id: members[0], personId: people[0], note: "Lunes no" },
    ]);
    // the second had agreed to the session of both
    expect(await staffOf(database)).toEqual([
      [1, members[0], "asked"],
      [2, members[0], "accepted"],
      [3, members[0], "accepted"],
    ]);
    const languages = await database.read.selectFrom("facultyLanguage").select("language").execute();
    expect(languages.map(({ language }) => language).toSorted()).toEqual(["es", "ja"]);
    expect([...(await listRequestsOf(database.read, workshopId)).keys()]).toEqual([members[0]]);
    expect(await undo(database, people[0])).toMatchObject({ status: "undone" });
    expect(await everything(database)).toEqual(before);
  });

  test("the letters of both lead to the one request that is left", async () => {
    const database = await open();
    const { workshopId, people, members } = await setUp(database);
    const requests = await listRequestsOf(database.read, workshopId);
    const ids = members.map((id) => requests.get(id)?.id as Id<"teachingRequest">);
    for (const id of ids) await database.transact((trx) => makeTeachingLink(trx, id, by.at));
    await merge(database, people);
    const links = await database.read.selectFrom("teachingLink").select("requestId").execute();
    expect(links.map(({ requestId }) => requestId)).toEqual([ids[0], ids[0]]);
    expect(await undo(database, people[0])).toMatchObject({ status: "undone" });
    const parted = await database.read.selectFrom("teachingLink").select("requestId").execute();
    expect(parted.map(({ requestId }) => requestId).toSorted()).toEqual(ids.toSorted());
  });

  test("what has come since stays where it is: another note, and a session that was removed", async () => {
    const database = await open();
    const { people, members } = await setUp(database);
    await merge(database, people);
    await database.transact(async (trx) => {
      await trx.updateTable("faculty").set({ note: "Solo por la tarde" }).where("id", "=", members[0]).execute();
      await trx.deleteFrom("sessionStaff").where("facultyId", "=", members[0]).execute();
    });
    expect(await undo(database, people[0])).toMatchObject({ status: "undone" });
    const notes = await database.read.selectFrom("faculty").select(["id", "note"]).execute();
    expect(notes.find(({ id }) => id === members[0])?.note).toBe("Solo por la tarde");
    expect(await staffOf(database)).toEqual([]);
  });
});
