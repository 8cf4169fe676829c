import { expect, test } from "vitest";
import type { By } from "#app/access/actor.ts";
import { completeWorkshop, saveSheet } from "#app/attendance/commands.ts";
import { countMarksByEnrolment, listCorrections, listMarks } from "#app/attendance/queries.ts";
import type { MarkStatus } from "#app/attendance/rules.ts";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { held } from "#test/support/plan-of.ts";
import { addCrowd, addPerson, addWorkshop } from "#test/support/world.ts";

const lastDay = "2026-11-27T18:00:00.000Z" as const;

/** Many more people with a seat, without going through each enrolment. */
async function addSeated(database: Database, workshopId: Id<"workshop">, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1000) {
    const personIds = await addCrowd(database, Math.min(1000, count - done));
    await database.transact((trx) =>
      trx
        .insertInto("enrolment")
        .values(
          personIds.map((personId, i) => ({
            id: newId(),
            workshopId,
            personId,
            state: "confirmed" as const,
            ticket: 100 + done + i,
            requestedAt: lastDay,
            changedAt: lastDay,
          })),
        )
        .execute(),
    );
  }
}

const mj1 = { code: "MJ-1" };

describeDatabases("attendance", (open) => {
  const setUp = async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { ...mj1, minimumAttendance: 80 });
    const people = [];
    for (const i of [0, 1])
      people.push(await addPerson(database, { locale: i ? "ja" : "es", email: `p${i}@demo.example` }));
    for (const person of people)
      await database.transact((trx) =>
        enrol(trx, { ...person, workshopId }, { ...person, at: "2026-11-01T12:00:00.000Z" }),
      );
    const [first, second] = (await listParticipants(database.read, workshopId)).map(({ id }) => id) as [
      Id<"enrolment">,
      Id<"enrolment">,
    ];
    const sessions = await listSessionsOf(database.read, [workshopId]);
    const accountId = people[0]!.accountId;
    const workshop = async () => (await listWorkshopsById(database.read, [workshopId]))[0]!;
    const save = async (
      session: number,
      marks: Record<Id<"enrolment">, MarkStatus>,
      reason = "Fila equivocada",
      at: Instant = lastDay,
    ) => {
      const sheet = {
        session: sessions[session]!,
        marks: new Map(Object.entries(marks) as [Id<"enrolment">, MarkStatus][]),
        reason,
      };
      return database.transact(async (trx) => saveSheet(trx, await held(trx, mj1), sheet, { accountId, at }));
    };
    const complete = (by: By) => database.transact(async (trx) => completeWorkshop(trx, await held(trx, mj1), by));
    return { database, workshopId, workshop, sessions, first, second, save, complete, accountId };
  };

  test("a sheet saves what is new, and saving it again changes nothing", async () => {
    const { database, sessions, first, second, save } = await setUp();
    expect(await save(0, { [first]: "present", [second]: "late" })).toEqual({ status: "saved", changed: 2 });
    expect(await save(0, { [first]: "present", [second]: "late" })).toEqual({ status: "saved", changed: 0 });
    expect(await listMarks(database.read, sessions[0]!.id)).toEqual(
      new Map([
        [first, "present"],
        [second, "late"],
      ]),
    );
  });

  test("a sheet can be filled in from the day of its session, as the venue counts days", async () => {
    const { database, sessions, first, save } = await setUp();
    const { startsLocal } = sessions[0]!;
    const day = dateOf(startsLocal);
    // midnight in Mexico City
    expect(await save(0, { [first]: "present" }, "", `${day}T05:59:59.999Z`)).toEqual({
      status: "refused",
      because: "tooEarly",
    });
    expect(await database.read.selectFrom("mark").selectAll().execute()).toEqual([]);
    expect(await save(0, { [first]: "present" }, "", `${day}T06:00:00.000Z`)).toEqual({ status: "saved", changed: 1 });
  });

  test("a correction without a reason is refused, and nothing is saved; a new mark needs none", async () => {
    const { database, sessions, first, second, save } = await setUp();
    expect(await save(0, { [first]: "absent" }, "")).toEqual({ status: "saved", changed: 1 });
    const refused = await save(0, { [first]: "present", [second]: "present" }, "");
    expect(refused).toEqual({ status: "refused", because: "reasonMissing" });
    expect(await listMarks(database.read, sessions[0]!.id)).toEqual(new Map([[first, "absent"]]));
    expect(await save(0, { [first]: "absent", [second]: "present" }, "")).toEqual({ status: "saved", changed: 1 });
  });

  test("each row tells what was corrected in it, by whom and why, the latest first", async () => {
    const { database, sessions, first, second, save } = await setUp();
    await save(0, { [first]: "absent", [second]: "late" });
    expect(await listCorrections(database.read, sessions[0]!.id)).toEqual(new Map());
    await save(0, { [first]: "late" }, "Llegó a las 9:20");
    await save(0, { [first]: "excused" }, "Misión oficial", "2026-11-27T19:00:00.000Z");
    const corrections = await listCorrections(database.read, sessions[0]!.id);
    expect([...corrections.keys()]).toEqual([first]);
    expect(corrections.get(first)).toMatchObject([
      { formerStatus: "late", reason: "Misión oficial", familyName: "López" },
      { formerStatus: "absent", reason: "Llegó a las 9:20", familyName: "López" },
    ]);
  });

  test("a correction keeps the former mark and the reason", async () => {
    const { database, first, save } = await setUp();
    await save(0, { [first]: "absent" });
    await save(0, { [first]: "excused" }, "Misión oficial");
    const kept = await database.read
      .selectFrom("markCorrection")
      .select(["enrolmentId", "formerStatus", "reason"])
      .execute();
    expect(kept).toEqual([{ enrolmentId: first, formerStatus: "absent", reason: "Misión oficial" }]);
  });

  test("of two who correct the same mark at once, each leaves a trace of what was there before", async () => {
    const { database, first, save } = await setUp();
    await save(0, { [first]: "absent" });
    await Promise.all([save(0, { [first]: "late" }, "first"), save(0, { [first]: "present" }, "second")]);
    const kept = await database.read.selectFrom("markCorrection").select("formerStatus").orderBy("id").execute();
    expect(kept.map(({ formerStatus }) => formerStatus)).toEqual(["absent", expect.stringMatching(/late|present/)]);
  });

  test("a mark in a session that has just been removed saves nothing", async () => {
    const { database, sessions, first, save, accountId } = await setUp();
    const by = { accountId, at: lastDay };
    const removed = database.transact(async (trx) => removeSession(trx, await held(trx, mj1), sessions[0]!, by));
    expect(await removed).toBe("removed");
    expect(await save(0, { [first]: "present" })).toEqual({ status: "refused", because: "noSession" });
  });

  test("a session with marks stays, and removing one counts as a change of its workshop", async () => {
    const { database, sessions, first, save, accountId, workshop } = await setUp();
    await save(0, { [first]: "absent" });
    const by = { accountId, at: lastDay };
    const remove = (session: number) =>
      database.transact(async (trx) => removeSession(trx, await held(trx, mj1), sessions[session]!, by));
    expect(await remove(0)).toBe("hasMarks");
    expect(await remove(1)).toBe("removed");
    expect((await workshop()).changedAt).toBe(lastDay);
  });

  test("a mark for somebody without a seat saves nothing at all", async () => {
    const { database, sessions, first, save } = await setUp();
    expect(await save(0, { [first]: "present", [id("enrolment", "stranger")]: "present" })).toEqual({
      status: "refused",
      because: "notSeated",
    });
    expect((await listMarks(database.read, sessions[0]!.id)).size).toBe(0);
  });

  test("the sheet of the largest workshop is saved, and corrected, at once", async () => {
    const { database, workshopId, sessions, accountId } = await setUp();
    const most = 10_000;
    await addSeated(database, workshopId, most - 2);
    const seated = (await listParticipants(database.read, workshopId)).map(({ id }) => id);
    for (const status of ["present", "absent"] as const) {
      const sheet = {
        session: sessions[0]!,
        marks: new Map(seated.map((id) => [id, status])),
        reason: "Fila equivocada",
      };
      const saved = await database.transact(async (trx) =>
        saveSheet(trx, await held(trx, mj1), sheet, { accountId, at: lastDay }),
      );
      expect(saved).toEqual({ status: "saved", changed: most });
    }
    expect(
      [...(await listMarks(database.read, sessions[0]!.id)).values()].filter((status) => status === "absent"),
    ).toHaveLength(most);
  });

  test("completing settles everybody by attendance; a later correction settles again", async () => {
    const { database, workshopId, first, second, save, complete, accountId } = await setUp();
    for (const session of [0, 1, 2, 3])
      await save(session, { [first]: "present", [second]: session ? "present" : "absent" });
    await save(4, { [first]: "absent", [second]: "absent" });
    await database.transact((trx) => trx.updateTable("workshop").set({ state: "running" }).execute());
    expect(await complete({ accountId, at: lastDay })).toEqual({ status: "changed" });
    const states = async () =>
      Object.fromEntries((await listParticipants(database.read, workshopId)).map(({ id, state }) => [id, state]));
    expect(await states()).toEqual({ [first]: "completed", [second]: "notCompleted" });
    await save(0, { [second]: "excused" });
    const counts = (await countMarksByEnrolment(database.read, workshopId))(second);
    expect(counts).toEqual({ present: 3, late: 0, excused: 1, absent: 1, sessions: 5 });
    expect((await states())[second]).toBe("notCompleted");
    await save(0, { [second]: "late" });
    expect((await states())[second]).toBe("completed");
  });

  test("a workshop cannot be completed before the day of its last session that counts", async () => {
    const { database, workshop, complete, accountId } = await setUp();
    await database.transact((trx) => trx.updateTable("workshop").set({ state: "running" }).execute());
    const early = { accountId, at: "2026-11-27T05:59:00.000Z" } as const;
    expect(await complete(early)).toEqual({ status: "refused", because: "tooEarly" });
    expect((await workshop()).state).toBe("running");
  });

  test("a workshop that is not running cannot be completed", async () => {
    const { complete, accountId } = await setUp();
    expect(await complete({ accountId, at: lastDay })).toEqual({ status: "refused", because: "notFromHere" });
  });
});
