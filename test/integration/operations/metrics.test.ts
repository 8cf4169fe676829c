import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { audit, sealAudit } from "#app/audit/commands.ts";
import { createApp } from "#app/operations/http/http.ts";
import type { Settings } from "#app/settings/settings.ts";
import { now, plusMinutes } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { id } from "#test/support/ids.ts";
import { rawRequest } from "#test/support/raw-request.ts";
import { echo } from "./echo.ts";

const log = pino({ enabled: false });
const settings = { appUrl: "https://puente.example", secure: true } as Settings;

async function opened(): Promise<Database> {
  const database = openDatabase(":memory:");
  await migrateToLatest(database);
  return database;
}

/** Asks a site with this database for its metrics. */
async function asking(database: Database) {
  const server = createServer(createApp({ database, settings, log, build: echo })).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return async (headers: OutgoingHttpHeaders = {}) =>
    (await rawRequest(port, "/metrics", { headers: { host: `localhost:${port}`, ...headers } })).text;
}

const secondsIn = (text: string) => Number(/^audit_pending_seconds (.+)$/m.exec(text)?.[1] ?? "-1");

test("metrics answer on this machine only, and not through a proxy", async () => {
  const ask = await asking(await opened());
  expect(await ask()).toContain("# TYPE http_request_duration_seconds histogram");
  for (const headers of [{ "x-forwarded-for": "192.0.2.1" }, { host: "puente.example" }]) {
    expect(await ask(headers)).not.toContain("http_request_duration");
  }
});

test("metrics tell for how long the audit waits to be sealed", async () => {
  const database = await opened();
  const ask = await asking(database);
  expect(secondsIn(await ask())).toBe(0);
  await database.transact((trx) =>
    audit(trx, plusMinutes(now(), -10), { accountId: null, action: "person.changed", subjectId: id("person", "ana") }),
  );
  expect(secondsIn(await ask())).toBeGreaterThanOrEqual(600);
  await sealAudit(database);
  expect(secondsIn(await ask())).toBe(0);
});

test("metrics answer where the database does not", async () => {
  const database = openDatabase(":memory:");
  await database.close();
  const text = await (await asking(database))();
  expect(secondsIn(text)).toBeNaN();
  expect(text).toContain("# TYPE http_request_duration_seconds histogram");
});
