import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { action as copy, loader } from "#app/desk/workshop/edition/edition-new.route.tsx";
import { saveSession } from "#app/timetable/commands.ts";
import { copyWorkshop } from "#app/timetable/edition/edition.commands.ts";
import { type EditionPart, editionParts } from "#app/timetable/edition/edition.rules.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { listVisits } from "#app/timetable/visits/visits.queries.ts";
import { saveModule } from "#app/workshops/modules/commands.ts";
import { moduleForm } from "#app/workshops/modules/form.ts";
import { listModules } from "#app/workshops/modules/queries.ts";
import { findWorkshop, listThemeIds } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-28T18:00:00.000Z" as const;
const by = { accountId: null, at, reach: everywhere };
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** Five mornings from 23 to 27 November, a visit in a module, and somebody who takes part. */
async function setUp(database: Database) {
  const id = await addWorkshop(database, { code: "MJ-2026-01", state: "running" });
  const { personId } = await addPerson(database, { locale: "es", email: "ana@demo.example" });
  await addEnrolment(database, { workshopId: id, personId, state: "confirmed" });
  const visit = { kind: "siteVisit", date: "2026-11-24", startsTime: "15:00", endsTime: "17:00", isCounted: "1" };
  await database.transact(async (trx) => {
    const workshop = await held(trx, { code: "MJ-2026-01" });
    const moduleId = await saveModule(trx, workshop, null, moduleForm.parse({ "title.es": "Riesgos" }), by);
    const form = {
      ...visit,
      moduleId,
      "title.es": "Aduana",
      "meetingPoint.es": "Puerta 3",
      joinUrl: "https://a.example/1",
    };
    await saveSession(trx, workshop, null, sessionForm.parse(form), by);
  });
  return id;
}

const edit = (
  database: Database,
  { code = "MJ-2027-01", parts = editionParts }: { code?: string; parts?: readonly EditionPart[] } = {},
) =>
  database.transact(async (trx) => {
    const plan = await planOf(trx, { code: "MJ-2026-01" });
    return copyWorkshop(trx, plan, { code, startsOn: "2027-11-22", parts, answers: new Map() }, by);
  });

describeDatabases("the next edition of a workshop", (open) => {
  test("is a draft with everything but its people, on other days at the same hours", async () => {
    const database = await open();
    const formerId = await setUp(database);
    expect(await edit(database)).toMatchObject({ status: "saved", code: "MJ-2027-01" });
    const former = (await findWorkshop(database.read, "MJ-2026-01", everywhere))!;
    const made = (await findWorkshop(database.read, "MJ-2027-01", everywhere))!;
    expect(made).toMatchObject({ state: "draft", startsOn: "2027-11-22", endsOn: "2027-11-26", seatsTaken: 0 });
    expect(made.texts).toEqual({
      ...former.texts,
      ...Object.fromEntries(
        Object.entries(former.texts).map(([name, texts]) => [name, { es: "", ja: "", en: "", ...texts }]),
      ),
    });
    const [before, after] = [
      await listSessionsOf(database.read, [formerId]),
      await listSessionsOf(database.read, [made.id]),
    ];
    expect(
      after.map(({ number, startsLocal, kind, room, joinUrl }) => [number, startsLocal, kind, room, joinUrl]),
    ).toEqual([
      [1, "2027-11-22T09:00", "lecture", "Aula 2", ""],
      [2, "2027-11-23T09:00", "lecture", "Aula 2", ""],
      [3, "2027-11-23T15:00", "siteVisit", "", ""],
      [4, "2027-11-24T09:00", "lecture", "Aula 2", ""],
      [5, "2027-11-25T09:00", "lecture", "Aula 2", ""],
      [6, "2027-11-26T09:00", "lecture", "Aula 2", ""],
    ]);
    expect(after.map(({ title }) => title.es)).toEqual(before.map(({ title }) => title.es));
    const [module] = await listModules(database.read, made.id);
    expect(module?.title.es).toBe("Riesgos");
    expect(after.map(({ moduleId }) => moduleId)).toEqual([null, null, module?.id, null, null, null]);
    expect((await listVisits(database.read, [after[2]!.id])).get(after[2]!.id)?.meetingPoint.es).toBe("Puerta 3");
    const people = await database.read.selectFrom("enrolment").select("workshopId").execute();
    expect(people.map(({ workshopId }) => workshopId)).toEqual([formerId]);
    expect(former.state).toBe("running");
    const records = await (await sealed(database)).read
      .selectFrom("audit")
      .select(["subjectId", "details"])
      .where("action", "=", "workshop.copied")
      .execute();
    expect(records.map(({ subjectId, details }) => [subjectId, JSON.parse(details)])).toEqual([
      [made.id, { formerId, formerCode: "MJ-2026-01", parts: [...editionParts], sessions: 6 }],
    ]);
  });

  test("takes along only what was ticked", async () => {
    const database = await open();
    await setUp(database);
    expect(await edit(database, { parts: [] })).toMatchObject({ status: "saved" });
    const made = (await findWorkshop(database.read, "MJ-2027-01", everywhere))!;
    expect(made.texts.title.es).toBe("Valoración aduanera");
    expect([made.texts.venue.es, made.venueId]).toEqual(["", null]);
    expect(await listSessionsOf(database.read, [made.id])).toEqual([]);
    expect(await listModules(database.read, made.id)).toEqual([]);
    expect(await listThemeIds(database.read, made.id)).toEqual([]);
  });

  test("is refused whole under a code that is taken", async () => {
    const database = await open();
    await setUp(database);
    expect(await edit(database, { code: "MJ-2026-01" })).toMatchObject({ status: "refused", field: "code" });
    const workshops = await database.read.selectFrom("workshop").select("code").execute();
    expect(workshops).toEqual([{ code: "MJ-2026-01" }]);
  });
});

describeDatabases("the page that copies a workshop", (open) => {
  const path = "/es/desk/workshops/MJ-2026-01/copy";
  async function page(database: Database) {
    await setUp(database);
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId, at);
    return {
      look: () => knock(loader, { database, cookie, path }),
      send: (form: Record<string, string | string[]>) => knock(copy, { database, cookie, path, form }),
      codes: async () => (await database.read.selectFrom("workshop").select("code").execute()).map(({ code }) => code),
    };
  }
  const whole = { deed: "copy", parts: [...editionParts] };

  test("suggests a code and the same week of the next year, and names the days off in both countries", async () => {
    const { look, send } = await page(await open());
    const { data } = await look();
    expect([data.view.nextCode, data.view.startsOn, data.view.planned]).toEqual(["MJ-2027-01", "2027-11-29", 6]);
    const { status, data: looked } = await send({ ...whole, deed: "look", startsOn: "2027-11-22" });
    expect([status, looked.view.daysOff.map(({ country }: { country: string }) => country)]).toEqual([200, ["JP"]]);
  });

  test("makes the draft under the next code, and leads to it", async () => {
    const { send, codes } = await page(await open());
    const { status, location } = await send({ ...whole, startsOn: "2027-11-22", lookedAt: "2027-11-22" });
    expect([status, location]).toEqual([302, "/es/desk/workshops/MJ-2027-01?done=copied"]);
    expect((await codes()).toSorted()).toEqual(["MJ-2026-01", "MJ-2027-01"]);
  });

  test("saves nothing that nobody has looked at, and keeps what was typed", async () => {
    const { send, codes } = await page(await open());
    const other = await send({ ...whole, startsOn: "2027-11-22", lookedAt: "2027-11-29", code: "mj-77" });
    expect([other.status, other.data.errors, other.data.values.code]).toEqual([
      422,
      { startsOn: "desk:edition.look" },
      "mj-77",
    ]);
    const outdated = await send({ ...whole, startsOn: "2027-11-22", version: "2020-01-01T00:00:00.000Z" });
    expect([outdated.status, outdated.data.errors]).toEqual([409, { "": "timetable:shift.changedSince" }]);
    const taken = await send({ ...whole, startsOn: "2027-11-22", code: "MJ-2026-01" });
    expect([taken.status, taken.data.errors]).toEqual([422, { code: "desk:form.codeTaken" }]);
    for (const startsOn of ["", "9999-12-31", "0001-01-01", "2027-02-30"])
      expect([startsOn, (await send({ ...whole, startsOn })).data.errors]).toEqual([
        startsOn,
        { startsOn: "desk:form.date" },
      ]);
    expect(await codes()).toEqual(["MJ-2026-01"]);
  });

  test("asks about an hour that clocks skip, and does as it is told", async () => {
    const database = await open();
    const { send, codes } = await page(database);
    const night = { kind: "selfStudy", date: "2026-11-23", startsTime: "02:15", endsTime: "03:45", isCounted: "" };
    await database.transact(async (trx) =>
      saveSession(
        trx,
        await held(trx, { code: "MJ-2026-01" }),
        null,
        sessionForm.parse({ ...night, zone: "America/Tijuana", "title.es": "De noche" }),
        by,
      ),
    );
    // on 14 March 2027 Tijuana's clocks go from two to three
    const form = { ...whole, startsOn: "2027-03-14", lookedAt: "2027-03-14" };
    const asked = await send(form);
    expect([asked.status, asked.data.errors]).toEqual([
      422,
      { "": "desk:edition.asked", "session.7": "common:form.choose" },
    ]);
    expect(await codes()).toEqual(["MJ-2026-01"]);
    const { status } = await send({ ...form, "session.7": "later" });
    expect(status).toBe(302);
    const made = (await findWorkshop(database.read, "MJ-2027-01", everywhere))!;
    const [first] = await listSessionsOf(database.read, [made.id]);
    expect([first?.startsLocal, first?.endsLocal]).toEqual(["2027-03-14T03:15", "2027-03-14T04:45"]);
  });
});
