import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { audit } from "#app/audit/commands.ts";
import { type Database, openDatabase, type Writer } from "#db/database.ts";
import { today, world } from "#test/integration/web/right-forms.ts";
import { guardedForms, sending } from "#test/integration/web/right-sending.ts";
import { describeDatabases, describeSqlite } from "#test/support/databases.ts";
import { type Server, serve } from "./strangers.ts";

const closing: (() => Promise<unknown>)[] = [];

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(today) }));
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) await close();
});

async function serving(database: Database): Promise<Server> {
  const server = await serve(database);
  closing.push(server.close);
  return server;
}

/** What strangers may look at, of all that a form of `right-forms.ts` is about. */
async function publicPages({ read }: Database): Promise<string[]> {
  const workshops = await read.selectFrom("workshop").select("code").where("state", "<>", "draft").execute();
  const certificates = await read.selectFrom("certificate").select("number").orderBy("number").execute();
  return [
    "/es",
    "/es/workshops",
    "/es/workshops?when=past",
    ...workshops.map(({ code }) => `/es/workshops/${code}`),
    ...certificates.slice(-4).map(({ number }) => `/es/verify/${number}`),
  ];
}

/** Without the addresses that name the server itself. */
async function look(server: Server, paths: string[]): Promise<string[]> {
  const seen: string[] = [];
  for (const path of paths) seen.push((await server.get(path)).html.replaceAll(/127\.0\.0\.1:\d+/g, ""));
  return seen;
}

const forms = await guardedForms();

/** These change what strangers are shown: what was kept would be wrong. */
const telling = [
  "/:l/workshops/:code/enrolment",
  "/:l/workshops/:code/enrolment/withdrawal",
  "/:l/desk/workshops/:code/state",
  "/:l/desk/workshops/:code/dates",
  "/:l/desk/workshops/:code/call/publication",
  "/:l/desk/workshops/:code/quotas/division",
  "/:l/desk/workshops/:code/selection/announcement",
  "/:l/desk/workshops/:code/participants/new",
  "/:l/desk/workshops/:code/participants/undoing",
  "/:l/desk/workshops/:code/participants/:enrolment",
  "/:l/desk/workshops/:code/completion",
  "/:l/desk/workshops/:code/reopening",
  "/:l/desk/workshops/:code/certificates/:number/replacement",
  "/:l/desk/workshops/:code/certificates/:number/revocation",
  "/:l/me/teaching",
  "/:l/desk/workshops/:code/timetable/shift",
  "/:l/desk/workshops/:code/postponement",
  "/:l/desk/workshops/:code/postponement/undo",
  "/:l/desk/workshops/:code/sessions/:n/repeat",
  "/:l/admin/programmes/:code",
  "/:l/admin/institutions/:code",
];

/** In `right-forms.ts` these are about a draft; here about a workshop that everybody sees. */
const aboutPublic = ["details", "sessions/new", "sessions/:n", "sessions/:n/removal", "materials/new"];

/** What a server shows that goes on, and one that has kept nothing; and whether that is what was shown before. */
async function compare(database: Database, change: () => Promise<unknown>) {
  const paths = await publicPages(database);
  const going = await serving(database);
  const before = await look(going, paths);
  await change();
  const fresh = await look(await serving(database), paths);
  return { shown: await look(going, paths), fresh, isNews: before.join() !== fresh.join() };
}

// what ends a memory is the same on both databases, and forms are many
describeSqlite("what strangers see after a form", (open) => {
  test.each(forms)("%s: is what a server shows that has kept nothing", async (path) => {
    const { database, send } = await sending(open, path);
    const { shown, fresh, isNews } = await compare(database, async () =>
      // a secret address is shown in the answer itself
      expect([200, 302]).toContain((await send({})).status),
    );
    expect(shown).toEqual(fresh);
    expect(isNews).toBe(telling.includes(path));
  });
});

describeDatabases("what strangers see after a change", (open, fresh) => {
  test.each(aboutPublic)("%s of a workshop that is shown: the same", async (page) => {
    const { database, send } = await sending(open, `/:l/desk/workshops/:code/${page}`, "ZZ-1");
    const { shown, fresh, isNews } = await compare(database, async () =>
      expect(await send({})).toMatchObject({ status: 302 }),
    );
    expect(shown).toEqual(fresh);
    expect(isNews).toBe(true);
  });

  test("another process on one database sees a change at once; control: without an entry, it does not", async () => {
    const url = await fresh();
    const [here, there] = [openDatabase(url), openDatabase(url)];
    await world(here);
    const workshopId = await idOf(here, "ZZ-4");
    const server = await serving(there);
    const shows = async (text: string) => (await server.get("/es/workshops/ZZ-4")).html.includes(text);
    const retitle = (title: string) => (trx: Writer) =>
      trx.updateTable("workshopText").set({ title }).where("workshopId", "=", workshopId).execute();
    expect(await shows("Otro nombre")).toBe(false);
    await here.transact(retitle("Otro nombre"));
    expect(await shows("Otro nombre")).toBe(false);
    await here.transact((trx) =>
      audit(trx, today, { accountId: null, action: "workshop.changed", subjectId: workshopId }),
    );
    expect(await shows("Otro nombre")).toBe(true);
    await Promise.all([here.close(), there.close()]);
  });
});

const idOf = async ({ read }: Database, code: string) =>
  (await read.selectFrom("workshop").select("id").where("code", "=", code).executeTakeFirstOrThrow()).id;
