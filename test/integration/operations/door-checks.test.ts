import { once } from "node:events";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { createApp } from "#app/operations/http/http.ts";
import { acceptsOf } from "#app/web/doors/accepts.ts";
import { guardedDownload, guardedUpload } from "#app/web/doors/file-door.ts";
import { guardedAction, publicLoader } from "#app/web/doors/form-door.ts";
import { guardedJsonAction, guardedJsonLoader } from "#app/web/doors/json-door.ts";
import { noFields } from "#app/web/fields.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { rawRequest } from "#test/support/raw-request.ts";
import { echo } from "./echo.ts";

/** The first portion of each upload is told at once, before the rest has been sent. */
let arrived = Promise.withResolvers<string>();

async function takeAll({ body }: { body: ReadableStream<Uint8Array> }) {
  let bytes = 0;
  for await (const chunk of body) bytes += chunk.byteLength;
  return Response.json({ bytes });
}

const doors = {
  ":l/page": { loader: publicLoader(async () => ({})) },
  ":l/form": { action: guardedAction("own.change", noFields, async () => new Response("done")) },
  ":l/file": {
    loader: guardedDownload("own.read", async () => ({ type: "text/plain", name: "a.txt", content: "file" })),
    action: guardedUpload("own.change", { types: ["image/*", "text/csv"], mostBytes: 2_000_000 }, async ({ body }) => {
      let bytes = 0;
      for await (const chunk of body) {
        bytes += chunk.byteLength;
        arrived.resolve(new TextDecoder().decode(chunk));
      }
      return Response.json({ bytes });
    }),
  },
  ":l/hasty": {
    loader: guardedDownload("own.read", async () => ({ type: "text/plain", name: "a.txt", content: "file" })),
    action: guardedUpload("own.change", { types: ["text/csv"], mostBytes: 100, mostSeconds: 0.1 }, takeAll),
  },
  "api/things": {
    loader: guardedJsonLoader("own.read", async ({ actor }) => ({ who: actor.givenName })),
    action: guardedJsonAction("own.change", z.object({ name: z.string() }), async ({ input }) => input, {
      methods: ["POST", "PUT"],
      mostBytes: 100,
    }),
  },
};

const root = { id: "root", path: "", module: { default: () => null } };
const leaves = Object.entries(doors).map(([path, module]) => [path, { id: path, path, parentId: "root", module }]);
const build = { ...echo, routes: { root, ...Object.fromEntries(leaves) } } as unknown as ServerBuild;

const servers: ReturnType<typeof createServer>[] = [];
let database: Database;
let cookie: string;

/** In both ways in which a server gets its build. */
async function serve(given: ServerBuild | (() => Promise<ServerBuild>)): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const appUrl = `http://127.0.0.1:${port}`;
  const none = { answerKeys: { texts: [] }, files: null, smtpUrl: null, mailFrom: null };
  const fixed = { dataDir: "", databaseUrl: "", secret: "", demo: false, secure: false, ...none };
  const settings = { ...fixed, port, host: "127.0.0.1", appUrl };
  server.on("request", createApp({ database, settings, log: pino({ level: "silent" }), build: given }));
  return port;
}

let ports: { built: number; developing: number };

beforeAll(async () => {
  database = openDatabase(":memory:");
  await migrateToLatest(database);
  const { accountId } = await addAccount(database, { grants: ["official"] });
  cookie = await cookieFor(database, accountId);
  ports = { built: await serve(build), developing: await serve(async () => build) };
});

afterAll(async () => {
  for (const server of servers) server.close();
  await database.close();
});

type Asking = { method?: string; headers?: OutgoingHttpHeaders; body?: Iterable<string> };
const own = { "sec-fetch-site": "same-origin" };
const ask = (path: string, { method = "POST", headers = {}, body = [] }: Asking = {}, port = ports.built) =>
  rawRequest(port, path, { method, headers: { cookie, ...own, ...headers }, body });
const typed = (type: string, headers: OutgoingHttpHeaders = {}) => ({ "content-type": type, ...headers });

test.each(["built", "developing"] as const)(
  "a method that a door lacks is refused with those it has (%s)",
  async (way) => {
    const allowed = async (path: string, method: string) => {
      const { status, headers } = await ask(path, { method }, ports[way]);
      return [status, headers.allow];
    };
    expect(await allowed("/es/page", "POST")).toEqual([405, "GET, HEAD"]);
    expect(await allowed("/es/form", "GET")).toEqual([405, "POST"]);
    expect(await allowed("/es/file", "PUT")).toEqual([405, "GET, HEAD, POST"]);
    expect(await allowed("/api/things", "DELETE")).toEqual([405, "GET, HEAD, POST, PUT"]);
    expect(await allowed("/es/nowhere/at/all", "PUT")).toEqual([405, "GET, HEAD, POST"]);
  },
);

test("a type that a door does not take is refused", async () => {
  const statusOf = async (path: string, type: string, body: string) =>
    (await ask(path, { headers: typed(type), body: [body] })).status;
  expect(await statusOf("/es/form", "application/json", "{}")).toBe(415);
  expect(await statusOf("/es/form", "application/x-www-form-urlencoded", "")).toBe(200);
  expect(await statusOf("/es/file", "application/x-www-form-urlencoded", "a=1")).toBe(415);
  expect(await statusOf("/es/file", "image/png", "png")).toBe(200);
  expect(await statusOf("/api/things", "text/csv", "{}")).toBe(415);
  expect(await statusOf("/api/things", "application/json; charset=utf-8", `{"name":"a"}`)).toBe(200);
});

test("each door has a cap of its own, announced or not", async () => {
  const large = Array.from({ length: 50 }, () => "a".repeat(30_000));
  const statusOf = async (path: string, type: string, body: string[], headers: OutgoingHttpHeaders) =>
    (await ask(path, { headers: typed(type, headers), body })).status;
  for (const headers of [{ "transfer-encoding": "chunked" }, { "content-length": 1_500_000 }]) {
    expect(await statusOf("/es/form", "application/x-www-form-urlencoded", large, headers)).toBe(413);
    expect(await statusOf("/api/things", "application/json", large, headers)).toBe(413);
    expect(await statusOf("/es/file", "text/csv", large, headers)).toBe(200);
  }
  const larger = [...large, ...large];
  expect(await statusOf("/es/file", "text/csv", larger, { "content-length": 3_000_000 })).toBe(413);
  expect(await statusOf("/es/file", "text/csv", larger, { "transfer-encoding": "chunked" })).toBe(413);
});

test("a file is read as it arrives", async () => {
  arrived = Promise.withResolvers();
  const rest = Promise.withResolvers<void>();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode("first"));
      await rest.promise;
      controller.enqueue(new TextEncoder().encode("second"));
      controller.close();
    },
  });
  const url = `http://127.0.0.1:${ports.built}/es/file`;
  const answer = fetch(url, {
    ...{ method: "POST", body, duplex: "half" },
    headers: { cookie, "content-type": "text/csv", origin: `http://127.0.0.1:${ports.built}` },
  });
  expect(await arrived.promise).toBe("first");
  rest.resolve();
  expect(await (await answer).json()).toEqual({ bytes: 11 });
});

test("a program is told in JSON what was refused on the way to its door", async () => {
  const told = async (asking: Asking) => {
    const { status, headers, text } = await ask("/api/things", asking);
    const problem = JSON.parse(text);
    expect([headers["content-type"], problem.status]).toEqual(["application/problem+json", status]);
    expect(problem.instance).toBe(headers["x-request-id"]);
    return status;
  };
  expect(await told({ method: "DELETE" })).toBe(405);
  expect(await told({ headers: typed("text/plain"), body: ["a"] })).toBe(415);
  expect(await told({ headers: typed("application/json"), body: [`{"name":"${"a".repeat(100)}"}`] })).toBe(413);
  expect(await told({ headers: typed("application/json", { "sec-fetch-site": "cross-site" }), body: ["{}"] })).toBe(
    403,
  );
});

test("a token takes the place of our own origin, at a program's door and at no other", async () => {
  const bearer = `Bearer ${cookie.split("=")[1]}`;
  const from = (authorization: string | undefined, type: string) =>
    typed(type, { authorization, cookie: undefined, "sec-fetch-site": undefined, origin: "https://other.example" });
  const things = (authorization?: string, method = "POST") =>
    ask("/api/things", { method, headers: from(authorization, "application/json"), body: [`{"name":"a"}`] });
  for (const method of ["POST", "PUT"]) expect((await things(bearer, method)).text).toBe(`{"name":"a"}`);
  expect((await things()).status).toBe(403);
  expect((await things("Basic YTpi")).status).toBe(403);
  expect((await things("Bearer nonsense")).status).toBe(401);
  const form = await ask("/es/form", { headers: from(bearer, "application/x-www-form-urlencoded"), body: ["a=1"] });
  expect(form.status).toBe(403);
});

test("beside a token that opens nothing a cookie does not count", async () => {
  const headers = typed("application/json", { authorization: "Bearer nonsense" });
  expect((await ask("/api/things", { headers, body: [`{"name":"a"}`] })).status).toBe(401);
  expect((await ask("/api/things", { method: "GET" })).text).toBe(`{"who":"Mariana"}`);
});

test("whoever sends too slowly for a door is told so, and hung up on; a file may take longer than a form", async () => {
  const { port } = new URL(`http://127.0.0.1:${ports.built}`);
  const slow = request({
    host: "127.0.0.1",
    port,
    path: "/es/hasty",
    method: "POST",
    headers: { cookie, ...own, ...typed("text/csv"), "content-length": 100 },
  });
  slow.on("error", () => {});
  slow.write("a,b");
  const [answer] = (await once(slow, "response")) as [IncomingMessage];
  answer.resume();
  expect([answer.statusCode, answer.headers.connection]).toEqual([408, "close"]);
  await once(slow, "close");
  const secondsOf = (door: { action: object }) => acceptsOf(door)?.mostSeconds ?? 0;
  expect(secondsOf(doors[":l/file"])).toBeGreaterThan(secondsOf(doors[":l/form"]));
  expect(secondsOf(doors[":l/form"])).toBe(30);
});

const long = { ...own, "content-length": 100_000_000 };
const slowly = {
  "whose origin is refused": ["/es/form", { method: "POST", headers: { "sec-fetch-site": "cross-site" } }, 403],
  "of a type that is not taken": ["/es/form", { method: "POST", headers: own }, 415],
  "that is too long": ["/es/file", { method: "POST", headers: typed("text/csv", long) }, 413],
  "of a method that no door takes": ["/es/page", { method: "DELETE", headers: own }, 405],
  "that nobody asked for": ["/es/page", { method: "GET", headers: {} }, 200],
  "to an address that answers before any door": ["/healthz", { method: "GET", headers: {} }, 200],
} as const;

test.each(Object.entries(slowly))("a body %s holds its connection no longer than a form's", async (_, what) => {
  const [path, { method, headers }, status] = what;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const host = { host: "127.0.0.1", port: ports.built, agent: false };
    const slow = request({ ...host, path, method, headers: { "content-length": 1000, ...headers } });
    slow.on("error", () => {});
    slow.write("a");
    const [answer] = (await once(slow, "response")) as [IncomingMessage];
    answer.on("error", () => {}).resume();
    expect(answer.statusCode).toBe(status);
    vi.advanceTimersByTime(29_000);
    expect(slow.socket?.destroyed).toBe(false);
    const closed = once(slow, "close");
    vi.advanceTimersByTime(1_000);
    await closed;
  } finally {
    vi.useRealTimers();
  }
});
