import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as participants from "#app/desk/participants/participants.route.tsx";
import * as undoing from "#app/enrolment/behalf/act/undoing.route.tsx";
import * as participant from "#app/enrolment/behalf/participant/participant.route.tsx";
import { enrol } from "#app/enrolment/commands.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";
import { at, desk, mail, run, setUp } from "./behalf-world.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) }));
afterEach(() => void vi.useRealTimers());

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
    expect(await show(0)).toMatchObject({ open: ["unseated", "withdrawn"], mayAddAgain: false });
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
    // nothing but to add them once more, and that as anybody is
    expect(await show(0)).toMatchObject({ open: [], mayAddAgain: true });
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
