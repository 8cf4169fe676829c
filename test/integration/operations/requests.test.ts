import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#app/operations/http/http.ts";
import type { Settings } from "#app/settings/settings.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { type Answer, rawRequest } from "#test/support/raw-request.ts";
import { echo } from "./echo.ts";

const server = createServer();
const stopping = new AbortController();
const logged: Record<string, unknown>[] = [];
const log = pino({ base: null }, { write: (line: string) => void logged.push(JSON.parse(line)) });
let database: Database;
let port: number;

beforeAll(async () => {
  database = openDatabase(":memory:");
  await migrateToLatest(database);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  server.on(
    "request",
    createApp({ database, settings: settingsFor(port), log, build: echo, stopping: stopping.signal }),
  );
});

afterAll(() => server.close());

const settingsFor = (listening: number): Settings => ({
  port: listening,
  host: "127.0.0.1",
  appUrl: "https://puente.example",
  secure: true,
  dataDir: "",
  databaseUrl: "",
  secret: "",
  answerKeys: { texts: [] },
  files: null,
  smtpUrl: null,
  mailFrom: null,
  demo: false,
});

const own = () => ({ host: `localhost:${port}` });
const get = (path: string, headers: OutgoingHttpHeaders = {}, method = "GET") =>
  rawRequest(port, path, { method, headers: { ...own(), ...headers } });
const form = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
const post = (headers: OutgoingHttpHeaders, body: Iterable<string> = ["a=1"]) =>
  rawRequest(port, "/ja/x", { method: "POST", headers: { ...own(), ...form, ...headers }, body });

function expectRefusal({ status, headers, text }: Answer, expected: number, lang = "es") {
  expect(status).toBe(expected);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["cache-control"]).toBe("no-store");
  expect(text).toContain(`<html lang="${lang}">`);
  expect(text).not.toContain("refusal.");
}

test("a page reaches Remix with its context, and its nonce stands in the policy", async () => {
  const { status, headers, text } = await get("/es/x");
  const { nonce, requestId, address } = JSON.parse(text);
  expect(status).toBe(200);
  expect(headers["content-security-policy"]).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
  expect(headers["x-request-id"]).toBe(requestId);
  expect(requestId).toMatch(/^[a-z2-7]{10}$/);
  expect(address).toBe("127.0.0.1");
});

test.each([
  ["nobody else", {}, "127.0.0.1"],
  ["its proxy", { "x-forwarded-for": "198.51.100.7" }, "198.51.100.7"],
  [
    "its proxy, and by the visitor what they please",
    { "x-forwarded-for": "203.0.113.9, 198.51.100.7" },
    "198.51.100.7",
  ],
  ["the same from inside an institution's network", { "x-forwarded-for": "203.0.113.9, 10.0.0.8" }, "10.0.0.8"],
  ["its proxy of an IPv6 visitor", { "x-forwarded-for": "2001:db8:1:2:3::9" }, "2001:db8:1:2::/64"],
])("where a visitor comes from is told by %s", async (_by, headers, address) => {
  expect(JSON.parse((await get("/es/x", headers)).text).address).toBe(address);
});

test("no two responses share a nonce", async () => {
  const nonces = await Promise.all(Array.from({ length: 20 }, async () => JSON.parse((await get("/es/x")).text).nonce));
  expect(new Set(nonces).size).toBe(20);
});

test.each(["/es/x", "/healthz", "/es/%"])("%s carries the security headers", async (path) => {
  const { headers } = await get(path);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "strict-transport-security": expect.stringMatching(/^max-age=31536000/),
    "content-security-policy": expect.stringMatching(
      /^default-src 'none'.*frame-ancestors 'none'.*trusted-types 'none'$/,
    ),
  });
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("another host's name is refused, ours in any form is not", async () => {
  expectRefusal(await get("/ja/x", { host: "evil.test" }), 421, "ja");
  expectRefusal(await get("/es/x", { host: "localhost:1" }), 421);
  for (const host of ["puente.example", "PUENTE.example", `127.0.0.1:${port}`, `[::1]:${port}`])
    expect((await get("/es/x", { host })).status).toBe(200);
});

test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])(
  "%s is refused with the methods that are not",
  async (method) => {
    const answer = await get("/en/x", {}, method);
    expectRefusal(answer, 405, "en");
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  },
);

test.each([
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["another site that says nothing else", { "sec-fetch-site": undefined, origin: "https://evil.test" }],
  ["a sister site", { "sec-fetch-site": "same-site" }],
  ["another port", { "sec-fetch-site": undefined, origin: "http://localhost:1" }],
  ["another site that names our origin", { "sec-fetch-site": "cross-site", origin: "https://puente.example" }],
  ["a sandboxed frame", { "sec-fetch-site": "cross-site", origin: "null" }],
  ["nobody knows where", { "sec-fetch-site": undefined }],
  [
    "another site behind a made-up proxy",
    { "sec-fetch-site": undefined, origin: "https://evil.test", "x-forwarded-host": "evil.test" },
  ],
])("a post from %s is refused", async (_from, headers) => {
  expectRefusal(await post(headers), 403, "ja");
});

test.each([
  ["its Origin", () => ({ "sec-fetch-site": undefined, origin: `http://localhost:${port}` })],
  ["Sec-Fetch-Site", () => ({})],
  ["both, the Origin hidden by our referrer policy", () => ({ origin: "null" })],
])("a post from our own page is known by %s", async (_by, headers) => {
  const { status, text } = await post(headers());
  expect([status, text]).toEqual([200, '{"fields":1}']);
});

test.each(["text/plain", "application/json", "multipart/mixed", undefined])(
  "a post of type %s is refused",
  async (type) => {
    expectRefusal(await post({ "content-type": type }), 415, "ja");
  },
);

test("more fields than any form has are refused before they are taken apart", async () => {
  const fields = (count: number) => [Array.from({ length: count }, () => "a=").join("&")];
  expect(JSON.parse((await post({}, fields(12_000))).text)).toEqual({ fields: 12_000 });
  expectRefusal(await post({}, fields(12_001)), 413, "ja");
  expectRefusal(await post({}, ["&".repeat(999_999)]), 413, "ja");
  const text = `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${"&".repeat(20_000)}\r\n--x--\r\n`;
  expect(JSON.parse((await post({ "content-type": "multipart/form-data; boundary=x" }, [text])).text)).toEqual({
    fields: 1,
  });
});

test("a body over the cap is refused, announced or not", async () => {
  const large = Array.from({ length: 40 }, () => "a".repeat(30_000));
  expectRefusal(await post({ "content-length": 1_200_000 }, large), 413, "ja");
  expectRefusal(await post({ "transfer-encoding": "chunked" }, large), 413, "ja");
});

test("a body under the cap arrives whole, in one piece or in chunks", async () => {
  const fields = Array.from({ length: 900 }, (_, i) => `${i ? "&" : ""}f${i}=${"a".repeat(1000)}`);
  expect((await post({ "transfer-encoding": "chunked" }, fields)).text).toBe('{"fields":900}');
  expect((await post({ "content-length": fields.join("").length }, fields)).text).toBe('{"fields":900}');
  expect((await post({ "content-length": 0 }, [])).text).toBe('{"fields":0}');
});

test.each(["/es/%", "/es/%zz", "/es/%c3%28", "/es/a%00b", "/es/x?q=%00"])(
  "%s is refused as unreadable",
  async (path) => {
    expectRefusal(await get(path), 400);
  },
);

test.each(["_data=root", "a=1&%5Fdata=root", "_d%61ta=root", "a&_data", "?&_data=root", "q=%zz&_dat%61=root"])(
  "the former way of asking for data is refused, however it is written: ?%s",
  async (query) => {
    expectRefusal(await get(`/es/x?${query}`), 400);
  },
);

test("a request that names two hosts is refused, whichever comes first", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.end(`GET /es HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.test\r\n\r\n`);
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  expect(Buffer.concat(parts).toString()).toMatch(/^HTTP\/1\.1 400 /);
});

test("a refusal outside the languages' paths follows Accept-Language", async () => {
  expectRefusal(await get("/%", { "accept-language": "ja,en;q=0.8" }), 400, "ja");
});

test("what streams is compressed for those who can read it", async () => {
  const { headers } = await get("/es/x", { "accept-encoding": "gzip" });
  expect(headers).toMatchObject({ "content-encoding": "gzip", vary: expect.stringContaining("Accept-Encoding") });
  expect((await get("/es/x")).headers["content-encoding"]).toBeUndefined();
  const response = await fetch(`http://127.0.0.1:${port}/es/x`, { headers: { "accept-encoding": "gzip" } });
  expect(await response.json()).toMatchObject({ padding: "ñ".repeat(2000) });
});

test("the log holds neither queries nor ids nor addresses of people", async () => {
  await get("/es/link/0123456789abcdef0123456789/ana@demo.example?email=ana@demo.example");
  await expect.poll(() => logged.map(({ path }) => path)).toContain("/es/link/…/…");
  expect(JSON.stringify(logged)).not.toMatch(/ana(@|%40)/);
});

test("ready while the database answers and nobody has asked us to stop", async () => {
  expect(await get("/readyz", { host: "10.0.0.1" })).toMatchObject({ status: 200, text: "ready" });
  stopping.abort();
  expect(await get("/readyz")).toMatchObject({ status: 503, text: "not ready" });
  expect(await get("/healthz")).toMatchObject({ status: 200, text: "ok" });
});

test("not ready once the database is closed", async () => {
  const closed = openDatabase(":memory:");
  await migrateToLatest(closed);
  const app = createServer(createApp({ database: closed, settings: settingsFor(0), log, build: echo })).listen(
    0,
    "127.0.0.1",
  );
  await once(app, "listening");
  const { port: itsPort } = app.address() as AddressInfo;
  expect((await rawRequest(itsPort, "/readyz")).status).toBe(200);
  await closed.close();
  expect((await rawRequest(itsPort, "/readyz")).status).toBe(503);
  app.close();
});
