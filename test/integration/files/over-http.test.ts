import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { bodyUpTo } from "#app/web/doors/body-up-to.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addWorkshop } from "#test/support/world.ts";
import { type Server, serve } from "../operations/strangers.ts";

const path = "/es/desk/workshops/ZZ-1/materials/new";
const boundary = "b";
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const head =
  [field("title", "Guía"), field("language", "es"), field("class", "public"), field("sessionId", "")].join("") +
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n`;
const end = `\r\n--${boundary}--\r\n`;
const piece = Buffer.alloc(65_536, 7);

let server: Server | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

async function setUp(database: Database) {
  await addWorkshop(database, { code: "ZZ-1" });
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId);
  server = await serve(database);
  const { origin } = server;
  const headers = { cookie, origin, "content-type": `multipart/form-data; boundary=${boundary}` };
  /** Sends so many pieces, with a pause after each. @returns the status */
  const send = async (pieces: number, pauseMs = 0): Promise<number> => {
    const asked = request(`${origin}${path}`, { method: "POST", headers });
    const answered = once(asked, "response");
    asked.write(head);
    for (let i = 0; i < pieces; i += 1) {
      if (!asked.write(piece)) await once(asked, "drain");
      if (pauseMs) await wait(pauseMs);
    }
    asked.end(end);
    const [response] = await answered;
    response.resume();
    return response.statusCode;
  };
  const left = async () => {
    const files = await database.read.selectFrom("file").select("readyAt").execute();
    const chunks = await database.read.selectFrom("fileChunk").select("n").execute();
    return { files: files.length, ready: files.filter(({ readyAt }) => readyAt).length, chunks: chunks.length };
  };
  return { origin, headers, send, left };
}

/** Looks until nothing more changes, or for five seconds. */
async function settled<Left extends { files: number }>(left: () => Promise<Left>, files: number): Promise<Left> {
  for (let i = 0; i < 50 && (await left()).files !== files; i += 1) await wait(100);
  return left();
}

describeDatabases("uploads over HTTP", (open) => {
  test("who breaks off, in whatever way, leaves no row", { timeout: 60_000 }, async () => {
    const { origin, headers, left } = await setUp(await open());
    const { port } = new URL(origin);
    const lines = Object.entries({ ...headers, host: `127.0.0.1:${port}`, "content-length": "900000" });
    const named = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const begun = `POST ${path} HTTP/1.1\r\n${named}\r\n${head}`;
    for (const way of ["destroy", "end"] as const) {
      const socket = connect(Number(port), "127.0.0.1");
      socket.on("error", () => {});
      socket.write(begun);
      socket.write(Buffer.alloc(600_000, 7));
      await wait(300);
      socket[way]();
      expect(await settled(left, 0)).toEqual({ files: 0, ready: 0, chunks: 0 });
      socket.destroy();
    }
  });

  test("twenty at once are stored, and memory and everybody else hardly notice", { timeout: 120_000 }, async () => {
    const { origin, send, left } = await setUp(await open());
    const before = process.memoryUsage.rss();
    let [peak, longest, last] = [0, 0, performance.now()];
    const beat = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
      longest = Math.max(longest, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    const statuses = await Promise.all(Array.from({ length: 20 }, () => send(150, 5)));
    clearInterval(beat);
    console.log(
      `20 uploads of 9.8 MB at once: +${Math.round((peak - before) / 1e6)} MB (clients included), ` +
        `the thread held for ${Math.round(longest)} ms at most`,
    );
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 302));
    expect(await left()).toMatchObject({ files: 20, ready: 20, chunks: 20 * 38 });
    expect((peak - before) / 1e6).toBeLessThan(300);
    const { status } = await fetch(`${origin}/es/workshops/ZZ-1`);
    expect(status).toBe(200);
  });
});

test("who falls silent is given up after twenty seconds", async () => {
  vi.useFakeTimers();
  const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
  const asked = new Request("http://127.0.0.1/", { method: "POST", body: silent, duplex: "half" } as RequestInit);
  const reading = bodyUpTo(1_000, asked).body.getReader().read();
  const failed = expect(reading).rejects.toMatchObject({ status: 408 });
  await vi.advanceTimersByTimeAsync(20_000);
  await failed;
});
