import { redirect } from "@remix-run/node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import * as institution from "#app/institutions/institution.route.tsx";
import { choiceField, writeSeen } from "#app/ui/form/seen.rules.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { optionalText } from "#app/web/fields.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { knock } from "#test/support/visit.ts";
import {
  at,
  detailsPage,
  detailsPath,
  sessionPage,
  sessionPath,
  setUp,
  sheetPage,
  sheetPath,
} from "./two-at-a-form.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describeDatabases("a form that was opened before somebody else saved", (open) => {
  test("details: Ben's capacity and title stay, Ana's summary is added", async () => {
    const { opens, now } = await setUp(await open());
    const ana = await opens(0, detailsPage, detailsPath);
    const ben = await opens(1, detailsPage, detailsPath);
    expect((await ben({ capacity: "30", "title.en": "Customs valuation" })).status).toBe(302);
    expect((await ana({ "summary.es": "De qué trata" })).status).toBe(302);
    expect(await now(detailsPage, detailsPath)).toMatchObject({
      capacity: "30",
      "title.en": "Customs valuation",
      "summary.es": "De qué trata",
    });
  });

  test("session: a title that is corrected late does not move it back", async () => {
    const { opens, now } = await setUp(await open());
    const ana = await opens(0, sessionPage, sessionPath);
    const ben = await opens(1, sessionPage, sessionPath);
    await ben({ date: "2026-11-27", startsTime: "15:00", endsTime: "17:00" });
    await ana({ "title.es": "Taller práctico" });
    expect(await now(sessionPage, sessionPath)).toMatchObject({
      date: "2026-11-27",
      startsTime: "15:00",
      endsTime: "17:00",
      "title.es": "Taller práctico",
    });
  });

  test("sheet: Ben corrects one person, Ana marks another, and nobody is corrected whom nobody corrected", async () => {
    const database = await open();
    const { opens, now, marks } = await setUp(database);
    const [takumi, haruka] = marks;
    await (await opens(0, sheetPage, sheetPath))({ [takumi]: "present", [haruka]: "present" });
    const ana = await opens(0, sheetPage, sheetPath);
    const ben = await opens(1, sheetPage, sheetPath);
    expect((await ben({ [takumi]: "late" })).location).toBe(`${sheetPath}?saved=1`);
    expect((await ana({ [haruka]: "excused" })).location).toBe(`${sheetPath}?saved=1`);
    expect(await now(sheetPage, sheetPath)).toMatchObject({ [takumi]: "late", [haruka]: "excused" });
    const corrections = await database.read.selectFrom("markCorrection").select("enrolmentId").execute();
    expect(corrections.map(({ enrolmentId }) => `mark.${enrolmentId}`).sort()).toEqual([takumi, haruka].sort());
  });

  test("sheet: everybody is present, but for those of whom somebody has just said otherwise", async () => {
    const { opens, now, marks } = await setUp(await open());
    const [takumi, haruka, oscar] = marks;
    await (await opens(0, sheetPage, sheetPath))({ [oscar]: "late" });
    const ana = await opens(0, sheetPage, sheetPath);
    await (await opens(1, sheetPage, sheetPath))({ [takumi]: "absent" });
    const asked = await ana({ everybody: "present" });
    expect([asked.status, Object.keys(asked.data.errors)]).toEqual([409, [choiceField(takumi)]]);
    expect(asked.data.values).toMatchObject({ [takumi]: "present", [haruka]: "present", [oscar]: "present" });
    expect(asked.data.lastChange).toEqual({ by: "Ben Ruiz", at: expect.stringMatching(/\d:\d\d \(.+\)$/) });
    await ana({ ...asked.data.values, [choiceField(takumi)]: ["", "stored"] });
    expect(await now(sheetPage, sheetPath)).toEqual({ [takumi]: "absent", [haruka]: "present", [oscar]: "present" });
  });

  test("sheet: whoever has left their seat since does not stand in the way of the others", async () => {
    const database = await open();
    const { opens, now, marks } = await setUp(database);
    const [takumi, haruka] = marks;
    await (await opens(0, sheetPage, sheetPath))({ [takumi]: "present" });
    const ana = await opens(0, sheetPage, sheetPath);
    await database.transact((trx) =>
      trx
        .updateTable("enrolment")
        .set({ state: "withdrawn" })
        .where("id", "=", takumi.slice("mark.".length) as never)
        .execute(),
    );
    expect((await ana({ [haruka]: "late" })).location).toBe(`${sheetPath}?saved=1`);
    expect(await now(sheetPage, sheetPath)).toMatchObject({ [haruka]: "late" });
  });

  test("what does not fit together any more comes back as it is now, and nothing of it is saved", async () => {
    const { opens, now } = await setUp(await open());
    const ana = await opens(0, sessionPage, sessionPath);
    await (await opens(1, sessionPage, sessionPath))({ endsTime: "10:00" });
    const answer = await ana({ startsTime: "10:30", "title.es": "Otro" });
    expect([answer.status, answer.data.errors]).toEqual([422, { endsTime: "desk:form.session.beforeStart" }]);
    expect(answer.data.values).toMatchObject({ startsTime: "10:30", endsTime: "10:00", "title.es": "Otro" });
    expect(await now(sessionPage, sessionPath)).toMatchObject({ startsTime: "09:00", endsTime: "10:00" });
    expect((await ana({ ...answer.data.values, endsTime: "11:30" })).status).toBe(302);
  });

  test("what a form has no field for is asked by nobody, whatever it says that it has seen", async () => {
    const { opens, now } = await setUp(await open());
    const seen = writeSeen({ ...(await now(detailsPage, detailsPath)), forged: "a", toString: "a" });
    const ana = await opens(0, detailsPage, detailsPath);
    expect((await ana({ seen, forged: "b", toString: "b", capacity: "30" })).status).toBe(302);
    expect(await now(detailsPage, detailsPath)).toMatchObject({ capacity: "30" });
  });

  test("what two have taken away together is told like what one has", async () => {
    const database = await open();
    const { cookies } = await setUp(database);
    const path = "/es/admin/institutions/MJ-1";
    const send = (form: Record<string, string>) =>
      knock(institution.action, { database, cookie: cookies[0], path, form });
    const name = { "name.es": "Uno", "name.ja": "一", "name.en": "", acronym: "", validFrom: "2020-01-01" };
    await send({ part: "name", ...name });
    const seen = writeSeen(name);
    expect((await send({ part: "name", ...name, seen, "name.ja": "" })).status).toBe(302);
    const last = await send({ part: "name", ...name, seen, "name.es": "" });
    expect([last.status, last.data.errors]).toEqual([422, { "name.es": "institutions:form.name" }]);
  });

  test("a name that is gone since is not brought back without a word", async () => {
    const database = await open();
    const { cookies } = await setUp(database);
    const path = "/es/admin/institutions/MJ-1";
    const send = (form: Record<string, string>) =>
      knock(institution.action, { database, cookie: cookies[0], path, form });
    const name = { "name.es": "Uno", "name.ja": "", "name.en": "", acronym: "", validFrom: "2020-01-01" };
    await send({ part: "name", ...name });
    await send({ part: "name", ...name, validFrom: "2021-01-01" });
    await send({ part: "removal", validFrom: "2020-01-01" });
    const late = await send({ part: "name", ...name, "name.es": "Dos", seen: writeSeen(name) });
    expect([late.status, late.data.errors]).toEqual([409, { "": "institutions:form.nameGone" }]);
    const { values } = late.data;
    expect((await send(values)).location).toBe(`${path}?done=named`);
  });
});

describeDatabases("two forms at the same moment", (open) => {
  test("keep what each has changed", async () => {
    const database = await open();
    const { opens, now } = await setUp(database);
    const ana = await opens(0, detailsPage, detailsPath);
    const ben = await opens(1, detailsPage, detailsPath);
    const [first, second] = await overlapping(
      database,
      (pausing) => ana({ capacity: "30" }, pausing),
      () => ben({ "summary.es": "De qué trata" }),
    );
    expect([first.status, second.status]).toEqual([302, 302]);
    expect(await now(detailsPage, detailsPath)).toMatchObject({ capacity: "30", "summary.es": "De qué trata" });
  });
});

/** SQLite has one writer at a time: nobody can read there what another is about to change. */
describePostgres("two forms at the same moment, without holding what they are about", (open) => {
  test("lose a change: the control", async () => {
    const database = await open();
    const { cookies } = await setUp(database);
    const form = z.object({ venue: optionalText(20), title: optionalText(20) });
    const careless = guardedEdit("workshop.change", form, {
      hold: async ({ trx }) =>
        trx.selectFrom("workshopText").select(["venue", "title"]).where("locale", "=", "es").executeTakeFirstOrThrow(),
      stored: async (_, { venue, title }) => ({ venue, title }),
      record: () => ({ actions: ["workshop.changed"], subjectId: "" as never }),
      async save({ trx, input }) {
        await trx.updateTable("workshopText").set(input).where("locale", "=", "es").execute();
        return redirect("/es");
      },
    });
    const { venue, title } = await database.read
      .selectFrom("workshopText")
      .select(["venue", "title"])
      .where("locale", "=", "es")
      .executeTakeFirstOrThrow();
    const seen = writeSeen({ venue, title });
    const send = (to: Database, changes: Record<string, string>) =>
      knock(careless, { database: to, cookie: cookies[0], path: "/es/desk", form: { venue, title, ...changes, seen } });
    await overlapping(
      database,
      (pausing) => send(pausing, { venue: "Otra sede" }),
      () => send(database, { title: "Otro título" }),
    );
    const left = await database.read.selectFrom("workshopText").select("venue").where("locale", "=", "es").execute();
    expect(left).toEqual([{ venue }]);
  });
});
