import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import type { KyselyPlugin } from "kysely";
import { pino } from "pino";
import { createApp } from "#app/operations/http/http.ts";
import { readSettings } from "#app/settings/settings.ts";
import { writeNotes } from "#app/web/doors/later.ts";
import type { Database } from "#db/database.ts";
import { sourceBuild } from "#test/support/source-build.ts";

export type Page = { status: number; headers: Headers; html: string };
export type Server = {
  /** Where it is, such as `http://127.0.0.1:3000`. */
  origin: string;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Page>;
  /** What has been asked of the database since this was asked last. */
  queries(): number;
  /** What the log says of requests. */
  logged: Record<string, unknown>[];
  /** Has everything written that pages have only noted. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** A server of the whole site, which has kept nothing yet. */
export async function serve(database: Database): Promise<Server> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const settings = readSettings({ DATA_DIR: tmpdir(), APP_SECRET: "s".repeat(32), PORT: String(port), DEMO: "off" });
  const counted = counting(database);
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  server.on("request", createApp({ ...{ settings, log }, database: counted.database, build: await sourceBuild() }));
  return {
    origin: `http://127.0.0.1:${port}`,
    get: (path, headers, method = "GET") => ask(`http://127.0.0.1:${port}${path}`, { headers, method }),
    queries: counted.take,
    logged,
    settle: () => writeNotes({ database: counted.database, log }),
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** `fetch` takes gzip unless it is told otherwise, and unpacks it. */
async function ask(address: string, { headers = {}, method }: { headers?: Record<string, string>; method: string }) {
  const answer = await fetch(address, { headers, method, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

function counting(database: Database): { database: Database; take: () => number } {
  let count = 0;
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    database: { ...database, read: database.read.withPlugin(counter) },
    take() {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}
