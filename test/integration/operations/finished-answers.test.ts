import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { verificationLimits } from "#app/limits/limits.ts";
import { plusMinutes } from "#app/time/instant.ts";
import { isAlike } from "#app/web/doors/alike.ts";
import type { Database } from "#db/database.ts";
import { castAt, castDemo } from "#test/support/cast.ts";
import { describeDatabases, type Open } from "#test/support/databases.ts";
import { addressOf, sitePlaces } from "#test/support/site.ts";
import { type Server, serve } from "./strangers.ts";

const servers: Server[] = [];

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(castAt) }));
afterEach(async () => {
  vi.useRealTimers();
  for (const { close, logged } of servers.splice(0)) {
    await close();
    expect(logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  }
});

async function serving(database: Database): Promise<Server> {
  const server = await serve(database);
  servers.push(server);
  return server;
}

async function demo(open: Open) {
  const cast = await castDemo(open);
  const places = (await sitePlaces()).filter(({ loader }) => isAlike(loader));
  const pages = places.map(({ path }) => addressOf(path, named(path, cast.own)));
  return { ...cast, pages, server: await serving(cast.database) };
}

/** A programme has a code of its own. */
const named = (path: string, own: Record<string, string>) =>
  path.includes("/programmes/") ? { ...own, code: "MJ-CUSTOMS" } : own;

/** What is only about one answer or its connection. */
const ownHeaders = ["date", "x-request-id", "transfer-encoding", "content-length", "connection", "keep-alive"];
const headersOf = ({ headers }: { headers: Headers }) =>
  [...headers].filter(([name]) => !ownHeaders.includes(name)).sort();

/** One question of the database: whether anything has changed. */
const asksOnly = 1;

const rename = ({ transact }: Database, title: string) =>
  transact((trx) => trx.updateTable("workshopText").set({ title }).execute());

describeDatabases("pages for strangers", (open) => {
  test("the second stranger gets the page as it was finished for the first one", async () => {
    const { pages, server } = await demo(open);
    expect(pages).toHaveLength(6);
    for (const path of pages) {
      const first = await server.get(path);
      expect(server.queries(), path).toBeGreaterThan(0);
      const second = await server.get(path);
      expect(server.queries(), path).toBe(asksOnly);
      expect({ ...second, headers: headersOf(second) }).toEqual({ ...first, headers: headersOf(first) });
      expect(second.status).toBe(200);
      expect(second.headers.get("x-request-id")).toMatch(/^[a-z2-7]{10}$/);
      expect(second.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
      expect(second.headers.get("cache-control")).toBe("no-store");
      const requestId = second.headers.get("x-request-id");
      await vi.waitFor(() => expect(server.logged).toContainEqual(expect.objectContaining({ requestId, status: 200 })));
    }
  });

  test("such a page has no script that runs, and its policy admits none; nothing in it is drawn by lot", async () => {
    const { pages, server, database } = await demo(open);
    const other = await serving(database);
    for (const path of pages) {
      const [one, two] = [await server.get(path), await other.get(path)];
      expect(two.html.replaceAll(/127\.0\.0\.1:\d+/g, ""), path).toBe(one.html.replaceAll(/127\.0\.0\.1:\d+/g, ""));
      expect(one.html, path).not.toMatch(/<script(?! type="application\/ld\+json")|<style|nonce|method="post"/);
      expect(one.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; script-src 'none'; style-src 'self'; .*trusted-types 'none'$/,
      );
    }
  });

  test("a page with a script keeps its nonce, which no other answer has", async () => {
    const { server, cookies } = await demo(open);
    const ask = () => server.get("/es/me/profile", { cookie: cookies.coordinator ?? "" });
    const nonces = [await ask(), await ask()].map(({ html, headers }) => {
      const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? "none";
      expect(headers.get("content-security-policy")).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  /** Whoever has signed in has a script in the header. */
  const unlabelled = (html: string) => html.replace(/nonce="[^"]*"/g, "");

  test("whoever has signed in gets their own page, and nobody gets it after them", async () => {
    const { pages, server, cookies } = await demo(open);
    const cookie = cookies["official-jp"] ?? "";
    for (const path of pages) {
      const theirs = await server.get(path, { cookie });
      const strangers = await server.get(path);
      expect(theirs.html, path).toContain("/es/sign-out");
      expect(strangers.html, path).not.toContain("/es/sign-out");
      expect(unlabelled((await server.get(path, { cookie })).html), path).toBe(unlabelled(theirs.html));
      expect((await server.get(path)).html, path).toBe(strangers.html);
    }
  });

  test("what brings any cookie but the language's, or a token, or takes no gzip, is answered anew", async () => {
    const { server, database, own } = await demo(open);
    const path = `/es/workshops/${own.code}`;
    await server.get(path, { cookie: "puente-language=es" });
    await rename(database, "Otro nombre");
    const others: Record<string, string>[] = [
      { cookie: "puente=x" },
      { cookie: "puente-language=es; puente-former=x" },
      { cookie: "puente-language=es", authorization: "Bearer x" },
      { cookie: "puente-language=es", "accept-encoding": "identity" },
    ];
    for (const headers of others)
      expect((await server.get(path, headers)).html, JSON.stringify(headers)).toContain("Otro nombre");
    expect((await server.get(path, { cookie: "puente-language=es" })).html).not.toContain("Otro nombre");
  });

  test("the language that was read last is told to those alone who do not know it", async () => {
    const { server } = await demo(open);
    for (const _ of ["finished now", "kept"])
      for (const [cookie, told] of [
        ["puente-language=es", null],
        ["puente-language=ja", "puente-language=es; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"],
        ["puente-language=", "puente-language=es; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"],
      ] as const)
        expect((await server.get("/es", { cookie })).headers.get("set-cookie"), cookie).toBe(told);
  });

  test("each address, and each query in it, has its own page", async () => {
    const { server, own } = await demo(open);
    const paths = ["/es", "/ja", "/es/workshops", "/es/workshops?when=past", `/en/workshops/${own.code}`];
    const refused = `/es/workshops/${own.code}?refused=tooLate`;
    const seen = await Promise.all([...paths, refused].map((path) => server.get(path)));
    expect(new Set(seen.map(({ html }) => html)).size).toBe(6);
    for (const [index, path] of [...paths, refused].entries())
      expect((await server.get(path)).html).toBe(seen[index]?.html);
  });

  test("who asks for the head alone is told as much, and no more", async () => {
    const { server } = await demo(open);
    for (const _ of ["finished now", "kept"]) {
      const head = await server.get("/es/workshops", {}, "HEAD");
      expect(head).toMatchObject({ status: 200, html: "" });
      const page = await server.get("/es/workshops");
      expect(headersOf(head)).toEqual(headersOf(page));
      expect(page.html).toContain("</html>");
    }
  });

  test("what is packed is what it says", async () => {
    const { server } = await demo(open);
    const { html } = await server.get("/es");
    expect(html).toContain("<!DOCTYPE html>");
    expect((await server.get("/es", { "accept-encoding": "identity" })).html).toBe(html);
  });

  test("an unknown certificate is never kept: each look is counted, until there is no more room", async () => {
    const { server, own, database } = await demo(open);
    const path = "/es/verify/MJ-2017-01-0001-00000000000000000000000000";
    const found = `/es/verify/${own.number}`;
    await server.get(found);
    for (const look of [1, 2, 3]) {
      expect((await server.get(path)).status).toBe(404);
      await server.settle();
      expect(await hitsOf(database)).toBe(look);
    }
    const { most, name } = verificationLimits.address;
    await database.transact((trx) =>
      trx.updateTable("rateLimit").set({ hits: most }).where("name", "like", `${name}%`).execute(),
    );
    expect((await server.get(path)).status).toBe(429);
    server.queries();
    expect((await server.get(found)).status).toBe(200);
    expect(server.queries()).toBe(asksOnly);
    await server.settle();
    expect(await hitsOf(database)).toBe(most);
  });

  test("what Remix would encode for browsers is hidden from it, and shown on the page", async () => {
    const { server, own } = await demo(open);
    const path = `/es/verify/${own.number}`;
    expect((await server.get(path)).html).toContain(own.code);
    const encoded = await server.get(`${path}.data`);
    expect(encoded.status).toBe(200);
    expect(encoded.html).not.toMatch(new RegExp(`${own.number}|${own.code}`));
  });

  test("a page is finished anew when the minute has passed; control: within it, nobody looks", async () => {
    const { server, database, own } = await demo(open);
    const path = `/es/workshops/${own.code}`;
    await server.get(path);
    // behind the audit's back: nothing of ours does that
    await rename(database, "Otro nombre");
    expect((await server.get(path)).html).not.toContain("Otro nombre");
    vi.setSystemTime(Date.parse(plusMinutes(castAt, 1)));
    expect((await server.get(path)).html).toContain("Otro nombre");
  });
});

async function hitsOf({ read }: Database): Promise<number> {
  const { name } = verificationLimits.address;
  const rows = await read.selectFrom("rateLimit").select("hits").where("name", "like", `${name}%`).execute();
  return rows[0]?.hits ?? 0;
}
