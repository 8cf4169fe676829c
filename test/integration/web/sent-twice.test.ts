import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import { access } from "#app/web/doors/door.ts";
import { edits } from "#app/web/doors/edit-door.ts";
import type { Database } from "#db/database.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases, type Open } from "#test/support/databases.ts";
import { type SitePlace, sitePlaces } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";
import { anasEmail, type Form, sendings, today, world } from "./right-forms.ts";

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

const guarded = (places: SitePlace[]) =>
  places.filter(({ action }) => action && (action as unknown as { [access]: string })[access] !== "public");

async function sending(open: Open, path: string) {
  const database = await open(world);
  const place = guarded(await sitePlaces()).find((one) => one.path === path);
  const { [path]: sent } = await sendings(database);
  if (!place?.action || !sent) throw new Error(`${path}: right-forms.ts has no form for it`);
  const { id } = await database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", anasEmail)
    .executeTakeFirstOrThrow();
  const cookie = await cookieFor(database, id, today);
  const { action, loader } = place;
  const page = loader && (await knock(loader, { database, path: sent.path, cookie })).data;
  // what the page showed: what is stored, and what a certificate would say
  const shown = {
    ...(edits in action && { seen: writeSeen(page?.initial ?? {}) }),
    ...(page?.wording && { wording: page.wording }),
  };
  const send = async (more: Form) => {
    const { status, location, data } = await knock(action, {
      database,
      path: sent.path,
      cookie,
      form: { ...shown, ...sent.form, ...more },
    });
    return { status, location, errors: data?.errors };
  };
  return { database, send };
}

const keyOf = (name: string) => `form-${name.padEnd(32, "0")}`;

const paths = guarded(await sitePlaces()).map(({ path }) => path);

/** These end in the state that was asked for, however often they are sent. */
const harmless = [
  "/:l/me/profile",
  "/:l/me/privacy",
  "/:l/desk/workshops/:code/messages",
  "/:l/admin/accounts/:id/person",
  "/:l/admin/institutions/:code/record",
  "/:l/admin/programmes/:code/record",
];

describeDatabases("a form that comes twice", (open) => {
  test.each(paths)("%s: acts once, and is answered alike", async (path) => {
    const { database, send } = await sending(open, path);
    const first = await send({ key: keyOf("one") });
    expect(first, JSON.stringify(first)).toMatchObject({ status: 302 });
    expect(first.location).not.toMatch(/refused|sign-in/);
    const after = await everyRow(database);
    expect(await send({ key: keyOf("one") })).toEqual(first);
    expect(await everyRow(database)).toEqual(after);
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
