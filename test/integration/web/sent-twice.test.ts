import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { today } from "./right-forms.ts";
import { guardedForms, sending } from "./right-sending.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(today) }));
afterEach(() => void vi.useRealTimers());

/** Attempts are counted each time: that is what their limit is about. */
const notCompared = ["rate_limit"];

async function everyRow({ read }: Database): Promise<string[]> {
  const tables = (await read.introspection.getTables()).filter(({ name }) => !notCompared.includes(name));
  const rows = tables.map(async ({ name }) => {
    const found = await sql`select * from ${sql.table(name)}`.execute(read);
    return found.rows.map((row) => `${name} ${JSON.stringify(row)}`);
  });
  return (await Promise.all(rows)).flat().sort();
}

const keyOf = (name: string) => `form-${name.padEnd(32, "0")}`;

const paths = await guardedForms();

/** These end in the state that was asked for, however often they are sent. */
const harmless = [
  "/:l/me/profile",
  "/:l/me/privacy",
  // the same answer is there once
  "/:l/me/offers/:code",
  "/:l/work/:id",
  "/:l/desk/workshops/:code/messages",
  "/:l/desk/workshops/:code/timetable/shift",
  "/:l/desk/workshops/:code/timetable/texts",
  "/:l/desk/venues/:venue",
  // days that are said already stand there once
  "/:l/desk/faculty/:member/availability",
  // a line uses it, so that it stays
  "/:l/desk/programmes/:code/tariffs",
  // at the end of the list it stays
  "/:l/desk/workshops/:code/modules/:module/step",
  // tasks that are there already are not added again
  "/:l/desk/workshops/:code/dossier/tasks",
  // what is taken away already stays so, as do words that stand there
  "/:l/desk/workshops/:code/call/questions",
  "/:l/desk/workshops/:code/call/questions/:question",
  "/:l/desk/people/:person",
  "/:l/desk/people/:person/facts",
  "/:l/admin/accounts/:id/person",
  "/:l/admin/institutions/:code/record",
  "/:l/admin/programmes/:code/record",
];

/** What it answers is a secret, which is shown and never kept: each time there is another one. */
const secret = "/:l/me/calendar";
/** What it shows is kept nowhere either: each press is on record. */
const unsealing = "/:l/desk/workshops/:code/nominations/:nomination/application/sealed";
const onPages = [secret, unsealing];

describeDatabases("a form that comes twice", (open) => {
  test.each(paths.filter((path) => !onPages.includes(path)))("%s: acts once, and is answered alike", async (path) => {
    const { database, send } = await sending(open, path);
    const first = await send({ key: keyOf("one") });
    expect(first, JSON.stringify(first)).toMatchObject({ status: 302 });
    expect(first.location).not.toMatch(/refused|sign-in/);
    const after = await everyRow(database);
    expect(await send({ key: keyOf("one") })).toEqual(first);
    expect(await everyRow(database)).toEqual(after);
  });

  test(`${secret}: the address that was shown last is the one that holds`, async () => {
    const { database, send } = await sending(open, secret);
    for (const _time of [1, 2]) expect(await send({ key: keyOf("one") })).toMatchObject({ status: 200 });
    const holding = database.read.selectFrom("calendarFeed").selectAll().where("revokedAt", "is", null);
    expect(await holding.execute()).toHaveLength(1);
  });

  test(`${unsealing}: whoever looks again is on record again`, async () => {
    const { database, send } = await sending(open, unsealing);
    for (const _time of [1, 2]) expect(await send({ key: keyOf("one") })).toMatchObject({ status: 200 });
    expect(await database.read.selectFrom("sealedReading").selectAll().execute()).toHaveLength(2);
  });

  test.each(paths)("%s: negative control, with another key it is another request", async (path) => {
    const { database, send } = await sending(open, path);
    const first = await send({});
    const after = await everyRow(database);
    const second = await send({});
    const isAlike =
      JSON.stringify(second) === JSON.stringify(first) && (await everyRow(database)).join() === after.join();
    expect(isAlike).toBe(harmless.includes(path));
  });
});
