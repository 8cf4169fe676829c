import type { Attachment, ParsedMail } from "mailparser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loader } from "#app/catalogue/calendar.route.tsx";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { type Instant, minutesBetween, plusMinutes } from "#app/time/instant.ts";
import { changeState } from "#app/workshops/commands.ts";
import type { Database } from "#db/database.ts";
import { mailing, at as mailingAt } from "#test/integration/mail/mailing.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { planOf } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";
import { at, changeSession, code, dropSessionOf, quiet } from "./changing.ts";

const { server, run } = mailing();
beforeEach(() => vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

const send = (database: Database, when: Instant) => run(database, minutesBetween(mailingAt, when));

type Entry = { sequence: number; start: string; isCancelled: boolean };

const entriesOf = (file: string): Map<string, Entry> =>
  new Map(
    file
      .replaceAll("\r\n ", "")
      .split("BEGIN:VEVENT")
      .slice(1)
      .map((event) => {
        const value = (name: string) => new RegExp(`^${name}:(.*)\r$`, "m").exec(event)?.[1] ?? "";
        const isCancelled = value("STATUS") === "CANCELLED";
        return [value("UID"), { sequence: Number(value("SEQUENCE")), start: value("DTSTART"), isCancelled }];
      }),
  );

const fileOf = (message: ParsedMail | undefined) =>
  message?.attachments.find(({ contentType }: Attachment) => contentType === "text/calendar")?.content.toString() ?? "";

/** As a calendar program takes files in: an entry gives way to a later revision of itself, and to nothing else. */
function follow(calendar: Map<string, Entry>, file: string): string[] {
  for (const [uid, entry] of entriesOf(file)) {
    const known = calendar.get(uid);
    if (!known || entry.sequence > known.sequence) calendar.set(uid, entry);
  }
  return [...calendar.values()].flatMap(({ isCancelled, start }) => (isCancelled ? [] : [start])).sort();
}

const days = ["23", "24", "25", "26", "27"].map((day) => `202611${day}T150000Z`);

const official = { grants: ["official" as const], passwordHash: null };

describeDatabases("somebody's calendar", (open) => {
  test("follows every letter: moved, removed, added; left, come back, cancelled", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code });
    const { personId, accountId } = await addAccount(database, official);
    const calendar = new Map<string, Entry>();
    const by = (when: Instant) => ({ accountId, at: when });
    const arrive = async (when: Instant) => {
      await send(database, when);
      const files = server().inbox.splice(0).map(fileOf);
      expect(files).toHaveLength(1);
      return follow(calendar, files[0] as string);
    };

    await database.transact((trx) => enrol(trx, { personId, workshopId }, by(at)));
    expect(await arrive(at)).toEqual(days);

    const changedAt = plusMinutes(at, 60);
    await database.transact((trx) => changeSession(trx, 2, { startsTime: "15:00", endsTime: "16:00" }, changedAt));
    await database.transact((trx) => dropSessionOf(trx, 5, changedAt));
    const added = { date: "2026-11-25", startsTime: "15:00", endsTime: "17:00", title: "Visita" };
    await database.transact((trx) => changeSession(trx, 6, added, changedAt));
    const changed = [days[0], "20261124T210000Z", days[2], "20261125T210000Z", days[3]];
    expect(await arrive(quiet(changedAt))).toEqual(changed);

    const leftAt = plusMinutes(at, 120);
    await database.transact((trx) => withdraw(trx, { personId, workshopId }, by(leftAt)));
    expect(await arrive(leftAt)).toEqual([]);

    const backAt = plusMinutes(leftAt, 1);
    await database.transact((trx) => enrol(trx, { personId, workshopId }, by(backAt)));
    expect(await arrive(backAt)).toEqual(changed);

    const cancelledAt = plusMinutes(at, 240);
    await database.transact(async (trx) =>
      changeState(trx, await planOf(trx, { code }), "cancelled", { accountId: null, at: cancelledAt }),
    );
    expect(await arrive(cancelledAt)).toEqual([]);
  });

  test("is not sent to whoever waits for a seat", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code, capacity: 1 });
    const [seated, waiting] = [await addAccount(database, official), await addAccount(database, official)];
    for (const person of [seated, waiting])
      await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at }));
    await send(database, at);
    const changedAt = plusMinutes(at, 60);
    await database.transact((trx) => changeSession(trx, 2, { startsTime: "15:00", endsTime: "16:00" }, changedAt));
    await send(database, quiet(changedAt));
    const isAttached = server().inbox.map((message) => fileOf(message) !== "");
    expect(isAttached.filter(Boolean)).toHaveLength(2);
    expect(isAttached).toHaveLength(4);
  });
});

describeDatabases("the public calendar", (open) => {
  const fetched = async (database: Database) =>
    (await knock(loader, { database, path: `/es/workshops/${code}/calendar.ics` })).data as string;

  test("keeps a removed session as cancelled, under its id, until its time has long passed", async () => {
    const database = await open();
    await addWorkshop(database, { code });
    const before = entriesOf(await fetched(database));
    await database.transact((trx) => dropSessionOf(trx, 5, plusMinutes(at, 1)));
    const after = entriesOf(await fetched(database));
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const gone = [...after].filter(([, { isCancelled }]) => isCancelled);
    expect(gone.map(([, { start }]) => start)).toEqual([days[4]]);
    const [[uid, { sequence }] = ["", { sequence: 0 }]] = gone;
    expect(sequence).toBeGreaterThan(before.get(uid)?.sequence ?? Number.POSITIVE_INFINITY);
    await database.transact((trx) =>
      trx
        .updateTable("removedSession")
        .set({ startsAt: "2020-01-01T00:00:00.000Z", endsAt: "2020-01-01T01:00:00.000Z" })
        .execute(),
    );
    expect(entriesOf(await fetched(database)).size).toBe(4);
  });

  test("says nothing of a session that only a draft had", async () => {
    const database = await open();
    await addWorkshop(database, { code });
    await database.transact((trx) => trx.updateTable("workshop").set({ state: "draft" }).execute());
    await database.transact((trx) => dropSessionOf(trx, 5, at));
    await database.transact((trx) => trx.updateTable("workshop").set({ state: "open" }).execute());
    expect(entriesOf(await fetched(database)).size).toBe(4);
  });
});
