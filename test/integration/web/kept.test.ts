import { expect, test } from "vitest";
import { disableAccount } from "#app/accounts/commands.ts";
import * as enrolment from "#app/enrolment/own/enrolment.route.tsx";
import { tidying } from "#app/operations/tidying.ts";
import * as profile from "#app/people/profile/profile.route.tsx";
import * as root from "#app/root.tsx";
import { clearEndedSessions, clearFormerTokens } from "#app/sessions/commands.ts";
import * as signIn from "#app/sign-in/sign-in.route.tsx";
import * as signOut from "#app/sign-in/sign-out.route.tsx";
import { type Instant, now, plusMinutes } from "#app/time/instant.ts";
import { mostKept } from "#app/web/kept/kept-forms.commands.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor, password } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const key = "form-0123456789abcdef";
const path = "/es/me/profile";
const typed = {
  part: "person",
  familyName: "Núñez",
  givenName: "Mariana",
  zone: "America/Tijuana",
  locale: "es",
  post: "Jefa de área, 髙橋",
};

const onwards = (location: string | null) =>
  new URL(location ?? "", "https://puente.example").searchParams.get("next") ?? "";

describeDatabases("a form that comes after its sender's session has ended", (open) => {
  const setUp = async () => {
    const database = await open();
    const ana = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, ana.accountId);
    const send = (form: Record<string, string> = { ...typed, key }, cookies = cookie, to = path) =>
      knock(profile.action, { database, path: to, form, cookie: cookies });
    const enter = async (email = ana.email) =>
      (await knock(signIn.action, { database, path: "/es/sign-in", form: { email, password } })).cookie ?? "";
    /** What a page finds that somebody comes back to. */
    const keptAt = async (to: string, cookies: string) =>
      (await knock(root.loader, { database, path: to, cookie: cookies })).data.kept;
    const rows = () => database.read.selectFrom("keptForm").selectAll().execute();
    return { database, ...ana, cookie, send, enter, keptAt, rows };
  };
  type World = Awaited<ReturnType<typeof setUp>>;

  /** Each way in which a session ends. @returns the cookies that the browser has afterwards */
  const endings: Record<string, (world: World) => Promise<string>> = {
    "was idle": async ({ database, cookie }) => {
      await database.transact((trx) =>
        trx
          .updateTable("accountSession")
          .set({ seenAt: plusMinutes(now(), -61) })
          .execute(),
      );
      return cookie;
    },
    "was idle, and has been tidied away": async ({ database, cookie }) => {
      await database.transact((trx) => clearEndedSessions(trx, { at: plusMinutes(now(), 61) }));
      await age(database, now());
      return cookie;
    },
    "had lasted for twelve hours": async ({ database, cookie }) => {
      await database.transact((trx) => trx.updateTable("accountSession").set({ expiresAt: now() }).execute());
      return cookie;
    },
    "was ended from another device": async ({ database, cookie, accountId }) => {
      await database.transact((trx) => disableAccount(trx, accountId, { accountId: null, at: now() }));
      await database.transact((trx) => trx.updateTable("account").set({ disabledAt: null }).execute());
      return cookie;
    },
    "was ended by signing out in another tab": async ({ database, cookie }) => {
      const { headers } = await knock(signOut.action, { database, path: "/es/sign-out", form: {}, cookie });
      const left = headers.getSetCookie().filter((one) => !one.includes("Max-Age=0"));
      return left.map((one) => one.split(";")[0]).join("; ");
    },
  };
  const age = (database: Database, endedAt: Instant) =>
    database.transact((trx) => trx.updateTable("endedSession").set({ endedAt }).execute());

  test.each(Object.keys(endings))("is there again after signing in; the session %s", async (ending) => {
    const world = await setUp();
    const { database, send, enter, keptAt, rows } = world;
    const left = (await endings[ending]?.(world)) ?? "";
    const { status, location } = await send(undefined, left);
    const next = onwards(location);
    expect([status, location]).toEqual([302, expect.stringMatching(/^\/es\/sign-in\?/)]);
    expect(next).toMatch(/^\/es\/me\/profile\?kept=[0-9a-f-]{36}$/);
    const page = await knock(signIn.loader, { database, path: location ?? "", cookie: left });
    expect(page.data).toMatchObject({ kept: "form", next });

    const cookie = await enter();
    expect(await keptAt(next, cookie)).toMatchObject({ kind: "form", values: { ...typed, key } });
    // also in another language, but on no other page, and for nobody who is not signed in
    expect(await keptAt(next.replace("/es/", "/ja/"), cookie)).toMatchObject({ kind: "form" });
    expect(await keptAt(next.replace("profile", "privacy"), cookie)).toBeNull();
    expect(await keptAt(next, left)).toBeNull();
    expect(await keptAt(path, cookie)).toBeNull();

    const sent = await send({ ...typed, key, kept: next.split("=")[1] ?? "" }, cookie);
    expect(sent.location).toBe("/es/me/profile?done=person");
    expect(await rows()).toEqual([]);
    expect(await keptAt(next, cookie)).toBeNull();
  });

  test("is nobody else's", async () => {
    const world = await setUp();
    const { database, send, enter, keptAt } = world;
    const next = onwards((await send(undefined, await endings["was idle"]?.(world))).location);
    const haruka = await addAccount(database, { grants: ["official", "administrator"] });
    expect(await keptAt(next, await enter(haruka.email))).toBeNull();
    expect(await keptAt(next, await enter())).not.toBeNull();
  });

  test("is sealed, without a password, and whatever it holds", async () => {
    const world = await setUp();
    const cookie = await endings["was idle"]?.(world);
    const odd = { ...typed, post: "a\u0000\ud800", password: "secret", __proto__x: "y", unknown: "field" };
    const next = onwards((await world.send(odd, cookie)).location);
    const [row] = await world.rows();
    expect(Buffer.from(row?.sealed ?? []).toString("latin1")).not.toMatch(/Mariana|secret|field/);
    const { values } = await world.keptAt(next, await world.enter());
    expect(values).toEqual({ ...typed, post: "a\u0000\ufffd", __proto__x: "y", unknown: "field" });
  });

  test("is kept for an hour; the newest five of an account; and not where it is too large", async () => {
    const world = await setUp();
    const { database, send, enter, keptAt, rows } = world;
    const cookie = await endings["was idle"]?.(world);
    const ways: string[] = [];
    for (let i = 0; i <= mostKept; i += 1)
      ways.push(onwards((await send({ ...typed, post: `${i}` }, cookie)).location));
    expect(await rows()).toHaveLength(mostKept);
    const entered = await enter();
    expect(await keptAt(ways[0] ?? "", entered)).toBeNull();
    expect(await keptAt(ways[mostKept] ?? "", entered)).toMatchObject({ values: { post: `${mostKept}` } });

    const large = await send({ ...typed, post: "x".repeat(2_000_001) }, cookie);
    expect(onwards(large.location)).toBe(path);
    const keptSince = (minutes: number) =>
      database.transact((trx) =>
        trx
          .updateTable("keptForm")
          .set({ keptAt: plusMinutes(now(), -minutes) })
          .execute(),
      );
    await keptSince(59);
    expect(await keptAt(ways[mostKept] ?? "", entered)).not.toBeNull();
    await tidying(database)(now());
    expect(await rows()).toHaveLength(mostKept);
    await keptSince(61);
    expect(await keptAt(ways[mostKept] ?? "", entered)).toBeNull();
    await tidying(database)(now());
    expect(await rows()).toEqual([]);
  });

  test("is kept for nobody whose session is not known, or ended more than a day ago", async () => {
    const world = await setUp();
    const { database, send, rows } = world;
    for (const cookie of ["", "puente=unknown", "puente-former=unknown"])
      expect(onwards((await send(undefined, cookie)).location)).toBe(path);
    await database.transact((trx) => clearEndedSessions(trx, { at: plusMinutes(now(), 61) }));
    await age(database, plusMinutes(now(), -24 * 60 - 1));
    expect(onwards((await send()).location)).toBe(path);
    expect(await rows()).toEqual([]);
    await database.transact((trx) => clearFormerTokens(trx, now(), 100));
    expect(await database.read.selectFrom("endedSession").selectAll().execute()).toEqual([]);
  });

  test("that was carried out before, and lost only its answer, gets that answer", async () => {
    const world = await setUp();
    const first = await world.send();
    expect(first.location).toBe("/es/me/profile?done=person");
    const again = await world.send(undefined, await endings["was idle"]?.(world));
    expect(again.location).toBe(first.location);
    expect(await world.rows()).toEqual([]);
  });

  test("sent from two tabs, is there in each", async () => {
    const world = await setUp();
    const cookie = await endings["was idle"]?.(world);
    const ways = [];
    for (const post of ["uno", "dos"])
      ways.push(onwards((await world.send({ ...typed, post, key: key + post }, cookie)).location));
    const entered = await world.enter();
    expect(await world.keptAt(ways[0] ?? "", entered)).toMatchObject({ values: { post: "uno" } });
    expect(await world.keptAt(ways[1] ?? "", entered)).toMatchObject({ values: { post: "dos" } });
  });

  test("goes back without what its address said of a form before it", async () => {
    const world = await setUp();
    const cookie = await endings["was idle"]?.(world);
    const { location } = await world.send(undefined, cookie, `${path}?done=person&from=2020-01-01&kept=x`);
    expect(onwards(location)).toMatch(/^\/es\/me\/profile\?from=2020-01-01&kept=[0-9a-f-]{36}$/);
  });
});

describeDatabases("a button that is pressed after the session has ended", (open) => {
  test("leads back to its page, which says that it was not done", async () => {
    const database = await open();
    const ana = await addAccount(database, { grants: ["official"] });
    await addWorkshop(database, { code: "MJ-1", startsOn: "2999-11-23", endsOn: "2999-11-27" });
    const cookie = await cookieFor(database, ana.accountId, plusMinutes(now(), -90));
    const press = { key: "press-0123456789abcdef" };
    const sent = await knock(enrolment.action, { database, path: "/ja/workshops/MJ-1/enrolment", form: press, cookie });
    expect((await knock(signIn.loader, { database, path: sent.location ?? "", cookie })).data.kept).toBe("press");
    const form = { email: ana.email, password, next: onwards(sent.location) };
    const entered = await knock(signIn.action, { database, path: "/ja/sign-in", form });
    expect(entered.location).toMatch(/^\/ja\/workshops\/MJ-1\/enrolment\?kept=/);
    const signedIn = { database, cookie: entered.cookie ?? "" };
    const page = await knock(enrolment.loader, { ...signedIn, path: entered.location ?? "" });
    expect(page.location).toBe(entered.location?.replace("/enrolment", ""));
    const { kept } = (await knock(root.loader, { ...signedIn, path: page.location ?? "" })).data;
    expect(kept).toMatchObject({ kind: "press", values: {} });
    expect(await database.read.selectFrom("enrolment").select("id").execute()).toEqual([]);
  });
});
