import { expect, test } from "vitest";
import { audit } from "#app/audit/commands.ts";
import * as desk from "#app/desk/desk.route.tsx";
import { rebuildFigures } from "#app/statistics/stored.jobs.ts";
import { type Instant, now } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { beginSome, findBegun } from "#test/integration/imports/begun.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addCrowd, addEnrolment, addPerson, addWorkshop, programmeOf } from "#test/support/world.ts";
import { add, yuko } from "./people-desk.ts";

type Shown = { kind: string; code: string; count: number; urgency: string; to: string; languages: string };
type Grants = NonNullable<Parameters<typeof addAccount>[1]>["grants"];

const today = localDate(now(), "America/Mexico_City");
const day = (days: number): LocalDate => plusLocalDays(today, days);

/** What the desk of somebody with these roles asks for. */
async function asked(database: Database, grants: Grants = ["administrator"]): Promise<Shown[]> {
  const { accountId } = await addAccount(database, { grants });
  const cookie = await cookieFor(database, accountId);
  return (await knock(desk.loader, { database, path: "/es/desk", cookie })).data.attention;
}

const brief = (items: Shown[]) => items.map(({ kind, code, count, urgency }) => [kind, code, count, urgency]);

const starting = (days: number) => ({ startsOn: day(days), endsOn: day(days + 4) });

/** Nothing is missing in a workshop of this world but its English: that is not what is asked about here. */
const withoutTexts = (items: Shown[]) => items.filter(({ kind }) => kind !== "untranslated");

async function seated(database: Database, workshopId: Id<"workshop">, count: number) {
  const people = await addCrowd(database, count);
  const ids: Id<"enrolment">[] = [];
  for (const [index, personId] of people.entries())
    ids.push(await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket: index + 1 }));
  await database.transact((trx) =>
    trx.updateTable("workshop").set({ seatsTaken: count }).where("id", "=", workshopId).execute(),
  );
  return ids;
}

describeDatabases("what the desk asks for", (open) => {
  test("is nothing where nothing is left to do, and says so", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-1", state: "completed", startsOn: "2017-09-04", endsOn: "2017-09-08" });
    expect(await asked(database)).toEqual([]);
  });

  test("has messages that were to go and stayed: one by itself, several by their list", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", ...starting(40) });
    const { accountId: writtenBy } = await addAccount(database, {});
    const stayed = { workshopId, writtenBy, state: "draft", audience: "reserve", stayedBecause: "noReaders" } as const;
    const add = async () => {
      const id = newId<"message">();
      const at = now();
      await database.transact((trx) =>
        trx
          .insertInto("message")
          .values({ ...stayed, id, createdAt: at, changedAt: at, stayedAt: at })
          .execute(),
      );
      return id;
    };
    const unsent = async () => (await asked(database)).filter(({ kind }) => kind === "unsent");
    const id = await add();
    expect(await unsent()).toMatchObject([
      { code: "MJ-1", count: 1, urgency: "now", to: `/es/desk/workshops/MJ-1/messages/${id}` },
    ]);
    await add();
    expect(await unsent()).toMatchObject([{ count: 2, to: "/es/desk/workshops/MJ-1/messages" }]);
  });

  test("has likely doubles within reach, and lists that wait for whoever has sent them", async () => {
    const database = await open();
    const [first, second] = [
      await addWorkshop(database, { code: "MJ-1" }),
      await addWorkshop(database, { code: "MJ-2" }),
    ];
    const ofPeople = (items: Shown[]) => items.filter(({ code }) => code === "");
    const pairs = { kind: "doubles", code: "", count: 1, urgency: "later", to: "/es/desk/people/doubles" };
    for (const ticket of [1, 2]) {
      const personId = await add(database, yuko);
      await addEnrolment(database, { workshopId: first, personId, state: "confirmed", ticket });
    }
    const coordinates = async (workshopId: Id<"workshop">): Promise<Grants> => [
      { role: "coordinator", programmeId: await programmeOf(database, workshopId) },
    ];
    expect(ofPeople(await asked(database))).toMatchObject([pairs]);
    expect(ofPeople(await asked(database, await coordinates(first)))).toMatchObject([pairs]);
    expect(ofPeople(await asked(database, await coordinates(second)))).toEqual([]);
    expect(ofPeople(await asked(database, [{ role: "instructor", workshopId: first }]))).toEqual([]);

    const { accountId } = await addAccount(database, { grants: await coordinates(second) });
    await beginSome(database, accountId, now());
    const { list } = await findBegun(database.read);
    const cookie = await cookieFor(database, accountId);
    const own = (await knock(desk.loader, { database, path: "/es/desk", cookie })).data.attention;
    expect(ofPeople(own)).toMatchObject([
      { kind: "listAwaiting", urgency: "soon", title: { text: "lista.csv" }, to: `/es/desk/people/import/${list}` },
    ]);
    expect(ofPeople(await asked(database, await coordinates(second)))).toEqual([]);
  });

  test("has the sheets of sessions that have ended, until everybody with a seat has a mark", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", state: "running", ...starting(-3) });
    const enrolments = await seated(database, workshopId, 2);
    const sheets = async () => (await asked(database)).filter(({ kind }) => kind === "sheets");
    const sessions = await database.read
      .selectFrom("session")
      .select(["id", "endsAt", "number"])
      .where("workshopId", "=", workshopId)
      .orderBy("number")
      .execute();
    const ended = sessions.filter(({ endsAt }) => endsAt < now()).length;
    expect(brief(await sheets())).toEqual([["sheets", "MJ-1", ended, "now"]]);
    expect((await sheets())[0]?.to).toBe("/es/desk/workshops/MJ-1/sessions/1/attendance");
    const first = sessions[0]?.id as Id<"session">;
    const mark = async (enrolmentId: Id<"enrolment"> | undefined) => {
      const fixed = { status: "present", recordedHow: "sheet", recordedAt: now() as Instant } as const;
      await database.transact(async (trx) => {
        await trx
          .insertInto("mark")
          .values({ sessionId: first, enrolmentId: enrolmentId as Id<"enrolment">, ...fixed })
          .execute();
        await audit(trx, now(), { accountId: null, action: "attendance.recorded", subjectId: first });
      });
    };
    await mark(enrolments[0]);
    expect((await sheets())[0]?.count).toBe(ended);
    await mark(enrolments[1]);
    expect((await sheets())[0]?.to).toBe("/es/desk/workshops/MJ-1/sessions/2/attendance");
  });

  test("has what is missing before a workshop begins, sooner the more urgent", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-FAR", state: "draft", ...starting(40) });
    const near = await addWorkshop(database, { code: "MJ-NEAR", state: "draft", ...starting(2) });
    const soon = await addWorkshop(database, { code: "MJ-SOON", state: "draft", ...starting(9) });
    await database.transact(async (trx) => {
      await trx.updateTable("workshop").set({ beginsAt: null, endsAt: null }).where("id", "=", near).execute();
      await trx.updateTable("workshopText").set({ venue: "" }).where("workshopId", "=", soon).execute();
    });
    expect(brief(await asked(database))).toEqual([
      ["noSession", "MJ-NEAR", 1, "now"],
      ["noVenue", "MJ-SOON", 1, "soon"],
    ]);
  });

  test("has free seats near the start, and those that are kept from whoever waits at any time", async () => {
    const database = await open();
    const near = await addWorkshop(database, { code: "MJ-NEAR", ...starting(9), capacity: 3 });
    const far = await addWorkshop(database, { code: "MJ-FAR", ...starting(40), capacity: 3 });
    await seated(database, near, 1);
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ seatsTaken: 1, reserveCount: 1 }).where("id", "=", far).execute(),
    );
    const seats = withoutTexts(await asked(database)).filter(({ kind }) => kind !== "unreachable");
    expect(brief(seats)).toEqual([
      ["reserve", "MJ-FAR", 1, "now"],
      ["freeSeats", "MJ-NEAR", 2, "soon"],
    ]);
  });

  test("has people whom no letter reaches, and texts that one language lacks", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", ...starting(5), capacity: 3 });
    const { personId } = await addPerson(database, { locale: "es", email: "ana@example.org" });
    const [byHand, nobody] = await addCrowd(database, 2);
    const people = [personId, byHand as Id<"person">, nobody as Id<"person">];
    for (const [index, id] of people.entries())
      await addEnrolment(database, { workshopId, personId: id, state: "confirmed", ticket: index + 1 });
    await database.transact(async (trx) => {
      await trx
        .updateTable("person")
        .set({ email: "secretary@example.org" })
        .where("id", "=", byHand as Id<"person">)
        .execute();
      await trx.updateTable("workshop").set({ seatsTaken: 3 }).where("id", "=", workshopId).execute();
    });
    const items = await asked(database);
    expect(brief(items)).toEqual([
      ["unreachable", "MJ-1", 1, "soon"],
      // title, venue and five sessions in English
      ["untranslated", "MJ-1", 7, "soon"],
    ]);
    expect(items[1]?.languages).toBe("English");
  });

  test("has names without which no certificate can be issued", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1", state: "completed", ...starting(-14) });
    const [enrolmentId] = await seated(database, workshopId, 1);
    const session = await database.read
      .selectFrom("session")
      .select("id")
      .where("workshopId", "=", workshopId)
      .executeTakeFirstOrThrow();
    await database.transact(async (trx) => {
      await trx.updateTable("enrolment").set({ state: "completed" }).execute();
      const fixed = { status: "present", recordedHow: "sheet", recordedAt: now() as Instant } as const;
      await trx
        .insertInto("mark")
        .values({ sessionId: session.id, enrolmentId: enrolmentId as Id<"enrolment">, ...fixed })
        .execute();
    });
    await rebuildFigures(database);
    expect(brief(await asked(database))).toEqual([["unnamed", "MJ-1", 1, "soon"]]);
  });

  test("is each reader's own: nothing of another programme, and to instructors their sheets alone", async () => {
    const database = await open();
    const [first, second] = [
      await addWorkshop(database, { code: "MJ-1", state: "running", ...starting(-3) }),
      await addWorkshop(database, { code: "MJ-2", ...starting(5), capacity: 3 }),
    ];
    await seated(database, first, 1);
    await seated(database, second, 1);
    const kinds = async (grants: Grants) => new Set((await asked(database, grants)).map((item) => item.kind));
    const codes = async (grants: Grants) => new Set((await asked(database, grants)).flatMap(({ code }) => code || []));
    const coordinator = { role: "coordinator", programmeId: await programmeOf(database, second) } as const;
    expect(await codes([coordinator])).toEqual(new Set(["MJ-2"]));
    expect(await kinds([{ role: "instructor", workshopId: first }])).toEqual(new Set(["sheets"]));
    expect(await codes(["administrator"])).toEqual(new Set(["MJ-1", "MJ-2"]));
  });
});
