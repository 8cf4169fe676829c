import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as participants from "#app/desk/participants.route.tsx";
import * as participant from "#app/enrolment/behalf/participant.route.tsx";
import * as newParticipant from "#app/enrolment/behalf/participant-new.route.tsx";
import * as undoing from "#app/enrolment/behalf/undoing.route.tsx";
import { enrol } from "#app/enrolment/commands.ts";
import { reactions } from "#app/reactions.ts";
import { plusSeconds } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;
const desk = "/es/desk/workshops/MJ-1/participants";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) }));
afterEach(() => void vi.useRealTimers());

/** A workshop of two seats, its coordinator, and people who have been in another workshop of the programme. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 2 });
  const programmeId = await programmeOf(database, workshopId);
  const grants = [{ role: "coordinator" as const, programmeId }];
  const named = (givenName: string, familyName: string, locale: "es" | "ja" = "es") => ({
    ...{ givenName, familyName, locale },
  });
  const coordinator = await addAccount(database, { grants, at, person: named("Jorge", "Zamudio") });
  const people: Awaited<ReturnType<typeof addAccount>>[] = [];
  for (const [given, family, locale] of [
    ["María", "Soto", "es"],
    ["Haruka", "Suzuki", "ja"],
    ["Óscar", "Sotelo", "es"],
  ] as const)
    people.push(await addAccount(database, { grants: ["official"], at, person: named(given, family, locale) }));
  await database.transact((trx) =>
    trx
      .insertInto("programmePerson")
      .values(people.map(({ personId }) => ({ programmeId, personId, addedAt: at, addedBy: null })))
      .execute(),
  );
  const cookie = await cookieFor(database, coordinator.accountId, at);
  const open = (path: string, door: Parameters<typeof knock>[0] = newParticipant.loader) =>
    knock(door, { database, path, cookie });
  const send = (path: string, form: Record<string, string | string[]>, door = newParticipant.action as never) =>
    knock(door, { database, path, cookie, form });
  return { workshopId, coordinator, people, cookie, open, send };
}

const mail = ({ read }: Database) =>
  read.selectFrom("mail").select(["kind", "locale", "personId", "bodyText"]).orderBy("id").execute();
const run = (database: Database, seconds: number) =>
  runDueJobs({ ...jobContext(database, plusSeconds(at, seconds)), at: plusSeconds(at, seconds), reactions });

describeDatabases("the page on which people are added", (open) => {
  test("finds people within reach by name, address and institution, and keeps those who are ticked", async () => {
    const database = await open();
    const world = await setUp(database);
    await addAccount(database, { person: { givenName: "María", familyName: "Sotomayor" }, at });
    const names = (rows: { name: { name: string } }[]) => rows.map(({ name }) => name.name);
    const found = await world.open(`${desk}/new?q=sot`);
    expect(names(found.data.found)).toEqual(["Óscar Sotelo", "María Soto"]);
    const { personId } = world.people[0]!;
    const again = await world.open(`${desk}/new?q=haruka&p=${personId}`);
    expect([names(again.data.chosen), names(again.data.found)]).toEqual([["María Soto"], ["Haruka Suzuki"]]);
    const address = await database.read
      .selectFrom("account")
      .select("email")
      .where("personId", "=", personId)
      .execute();
    expect(names((await world.open(`${desk}/new?q=${address[0]!.email}`)).data.found)).toEqual(["María Soto"]);
  });

  test("says who gets a seat and who waits, adds them at once and once, and tells each in their language", async () => {
    const database = await open();
    const { people, open: look, send, coordinator } = await setUp(database);
    const p = people.map(({ personId }) => personId);
    const { data } = await look(`${desk}/new?step=review&${p.map((id) => `p=${id}`).join("&")}`);
    expect(data.placed.map(({ outcome, rank }: { outcome: string; rank: number }) => [outcome, rank])).toEqual([
      ["seat", null],
      ["seat", null],
      ["reserve", 1],
    ]);
    const form = { part: "people", p, seats: "2", note: "Traiga su gafete.", key: "form-00000000000000000000000001" };
    const first = await send(`${desk}/new`, form);
    expect(first.location).toMatch(/participants\?act=/);
    expect(await send(`${desk}/new`, form)).toMatchObject({ location: first.location });
    const notice = (await look(first.location as string, participants.loader)).data.act;
    expect(
      notice.outcomes.map(({ word, people }: { word: string; people: unknown[] }) => [word, people.length]),
    ).toEqual([
      ["seat", 2],
      ["reserve", 1],
    ]);
    await run(database, 59);
    expect(await mail(database)).toEqual([]);
    await run(database, 60);
    const letters = await mail(database);
    expect(letters.map(({ kind, locale }) => [kind, locale]).toSorted()).toEqual([
      ["enrolment.added", "es"],
      ["enrolment.added", "ja"],
      ["enrolment.addedReserve", "es"],
    ]);
    for (const { bodyText } of letters) expect(bodyText).toContain("Traiga su gafete.");
    const replies = await database.read.selectFrom("account").select("email").where("id", "=", coordinator.accountId);
    expect((await replies.execute())[0]?.email).toBeTruthy();
    expect(letters.every(({ bodyText }) => /Jorge Zamudio/.test(bodyText ?? ""))).toBe(true);
  });

  test("refuses whoever is out of reach, and keeps what was typed", async () => {
    const database = await open();
    const { send } = await setUp(database);
    const stranger = await addAccount(database, { at });
    const form = { part: "people", p: stranger.personId, seats: "1", note: "Hola" };
    const answer = await send(`${desk}/new`, form);
    expect(answer).toMatchObject({ status: 422, data: { errors: { "": "behalf:refused.missing" }, values: form } });
    expect(await database.read.selectFrom("enrolment").select("id").execute()).toEqual([]);
  });

  test("asks for a reason where nobody can enrol by themselves", async () => {
    const database = await open();
    const { send, people, workshopId } = await setUp(database);
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ admission: "selection" }).where("id", "=", workshopId).execute(),
    );
    const form = { part: "people", p: people[0]!.personId, seats: "1" };
    expect((await send(`${desk}/new`, form)).data.errors).toEqual({ reason: "behalf:form.reasonNeeded" });
    expect((await send(`${desk}/new`, { ...form, reason: "Oficio 12" })).status).toBe(302);
  });

  test("makes somebody on the spot, whom the coordinator finds again although it is undone", async () => {
    const database = await open();
    const { send, open: look } = await setUp(database);
    const person = {
      familyName: "Ōno",
      givenName: "Aiko",
      nativeName: "大野 愛子",
      kana: "おおの あいこ",
      country: "JP",
    };
    const form = { part: "person", ...person, locale: "ja", email: "", seats: "1" };
    const made = await send(`${desk}/new`, form);
    const act = new URL(made.location as string, "http://x").searchParams.get("act") as string;
    expect((await look(made.location as string, participants.loader)).data.act.unreached).toHaveLength(1);
    const undone = await send(`${desk}/undoing`, { act }, undoing.action as never);
    expect(undone.location).toBe(made.location);
    expect(await database.read.selectFrom("enrolment").select("id").execute()).toEqual([]);
    expect((await look(`${desk}/new?q=大野`)).data.found).toHaveLength(1);
    await run(database, 120);
    expect(await mail(database)).toEqual([]);
  });

  test("says which address has an account, and which fields are wrong", async () => {
    const database = await open();
    const { send, coordinator } = await setUp(database);
    const { email } = await database.read
      .selectFrom("account")
      .select("email")
      .where("id", "=", coordinator.accountId)
      .executeTakeFirstOrThrow();
    const form = { part: "person", familyName: "A", givenName: "B", country: "MX", locale: "es", seats: "1" };
    expect((await send(`${desk}/new`, { ...form, email })).data.errors).toEqual({ email: "behalf:form.emailTaken" });
    const wrong = await send(`${desk}/new`, { ...form, familyName: "", kana: "abc", email: "x" });
    expect(Object.keys(wrong.data.errors).sort()).toEqual(["email", "familyName", "kana"]);
    expect(await database.read.selectFrom("person").select("id").where("familyName", "=", "A").execute()).toEqual([]);
  });
});

describeDatabases("a participant's page", (open) => {
  const prepare = async (database: Database) => {
    const world = await setUp(database);
    const { workshopId, people } = world;
    await database.transact(async (trx) => {
      for (const one of people) await enrol(trx, { ...one, workshopId }, { ...one, at });
    });
    const rows = await database.read.selectFrom("enrolment").select("id").orderBy("ticket").execute();
    const path = (place: number, change = "") => `${desk}/${rows[place]!.id}${change && `?do=${change}`}`;
    const show = async (place: number, change = "") => (await world.open(path(place, change), participant.loader)).data;
    const press = async (place: number, change: string, more = {}) => {
      const { asked } = await show(place, change);
      const seen = { change, version: asked.version, passedOver: asked.passedOver };
      return world.send(
        path(place, change),
        { ...seen, reason: "Lo pidió su jefa.", ...more },
        participant.action as never,
      );
    };
    return { ...world, show, press };
  };

  test("offers what is open, and says before what follows", async () => {
    const database = await open();
    const { show } = await prepare(database);
    expect((await show(0)).open).toEqual(["unseated", "withdrawn"]);
    expect((await show(2)).open).toEqual(["withdrawn"]);
    const { follows } = (await show(0, "withdrawn")).asked;
    expect(follows[0]).toMatchObject({ people: [{ name: "Óscar Sotelo" }] });
    expect((await show(2, "overtaken")).asked).toBeNull();
  });

  test("withdraws with a reason, which stands in the history; it is undone with the letter", async () => {
    const database = await open();
    const { show, press, send } = await prepare(database);
    expect((await press(0, "withdrawn", { reason: " " })).data.errors).toEqual({ reason: "behalf:form.reason" });
    const answer = await press(0, "withdrawn");
    const act = new URL(answer.location as string, "http://x").searchParams.get("act") as string;
    const [latest] = (await show(0)).history;
    expect(latest).toMatchObject({ by: "Jorge Zamudio", reason: "Lo pidió su jefa.", isUndone: false });
    await send(`${desk}/undoing`, { act }, undoing.action as never);
    expect((await show(0)).history[0]).toMatchObject({ isUndone: true });
    expect((await show(0)).state).toBe("confirmed");
    await run(database, 600);
    expect((await mail(database)).map(({ kind }) => kind)).not.toContain("enrolment.removed");
  });

  test("is told what has changed meanwhile, and keeps what was typed", async () => {
    const database = await open();
    const { press } = await prepare(database);
    const answer = await press(0, "withdrawn", { version: "confirmed.9" });
    expect(answer).toMatchObject({ status: 409, data: { errors: { "": "behalf:refused.changed" } } });
    expect(answer.data.values.reason).toBe("Lo pidió su jefa.");
  });

  test("tells whoever loses or gets a seat, after a minute", async () => {
    const database = await open();
    const { press, people } = await prepare(database);
    await run(database, 0);
    const before = (await mail(database)).length;
    await press(0, "unseated", { note: "Le escribo pronto." });
    await run(database, 59);
    expect(await mail(database)).toHaveLength(before);
    await run(database, 60);
    const letters = (await mail(database)).slice(before);
    expect(letters.map(({ kind, personId }) => [kind, personId]).toSorted()).toEqual([
      ["enrolment.promoted", people[2]!.personId],
      ["enrolment.unseated", people[0]!.personId],
    ]);
  });

  test("undoing an act says why it cannot be, and shows nobody another workshop's act", async () => {
    const database = await open();
    const { press, send, open: look } = await prepare(database);
    const answer = await press(0, "withdrawn");
    const act = new URL(answer.location as string, "http://x").searchParams.get("act") as string;
    vi.setSystemTime(Date.parse(at) + 60_000);
    const late = await send(`${desk}/undoing`, { act }, undoing.action as never);
    expect(late.location).toContain("refused=tooLate");
    const { data } = await look(late.location as string, participants.loader);
    expect(data.act).toMatchObject({ refused: "tooLate", mayUndo: false, isUndone: false });
    await addWorkshop(database, { code: "MJ-2" });
    const missing = await send(`${desk}/undoing`, { act: "none" }, undoing.action as never);
    expect(missing.status).toBe(404);
  });
});

describe("nothing of it is seen by", () => {
  describeDatabases("an instructor", (open) => {
    test("who reads the list without ways to change it", async () => {
      const database = await open();
      const { workshopId } = await setUp(database);
      const { accountId } = await addAccount(database, { grants: [{ role: "instructor", workshopId }], at });
      const cookie = await cookieFor(database, accountId, at);
      const { data } = await knock(participants.loader, { database, path: desk, cookie });
      expect([data.mayChange, data.act]).toEqual([false, null]);
    });
  });
});
