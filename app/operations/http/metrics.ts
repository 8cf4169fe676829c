import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { AggregatorRegistry, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { findPendingSince } from "#app/audit/queries.ts";
import { isLoopback } from "#app/settings/settings.ts";
import type { Database } from "#db/database.ts";

const registry = new Registry();
// by its usual precision, of 10 ms, the process would wake a hundred times a second to look whether it is late
collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });

const durations = new Histogram({
  name: "http_request_duration_seconds",
  help: "Time from a request's arrival to the end of its response",
  labelNames: ["method", "status"],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
  registers: [registry],
});

export function observeRequest(request: Request, response: Response, ms: number): void {
  const method = ["GET", "HEAD", "POST"].includes(request.method) ? request.method : "other";
  durations.observe({ method, status: String(response.statusCode) }, ms / 1000);
}

/** For a Prometheus on this machine only: not through a proxy, and not from a web page that uses our address. */
export function metrics({ database }: { database: Database }): RequestHandler {
  const ofDatabase = gaugesOf(database);
  return async (request, response, next) => {
    const peer = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
    const name = (request.headers.host ?? "").replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
    if (!isLoopback(peer) || !isLoopback(name) || request.headers["x-forwarded-for"] || request.headers.forwarded)
      return next();
    const texts = await Promise.all([metricsOfAll(), ofDatabase.metrics()]);
    response.set("Content-Type", registry.contentType).send(texts.join("\n"));
  };
}

/** What is true of the database, whichever server is asked: apart from what is summed up. */
function gaugesOf(database: Database): Registry {
  const gauges = new Registry();
  new Gauge({
    name: "audit_pending_seconds",
    help: "Age of the oldest entry that waits for its place in the audit's chain; NaN where the database does not tell",
    registers: [gauges],
    async collect() {
      this.set(await pendingSeconds(database).catch(() => Number.NaN));
    },
  });
  return gauges;
}

async function pendingSeconds(database: Database): Promise<number> {
  const since = await findPendingSince(database.read);
  return since === null ? 0 : Math.max(0, (Date.parse(await database.now()) - Date.parse(since)) / 1000);
}

/** Of this process, or of all that share its port, summed up. */
async function metricsOfAll(): Promise<string> {
  if (!cluster.isWorker) return registry.metrics();
  return AggregatorRegistry.aggregate(await reportsOfAll()).metrics();
}

type Report = object[];

/** What the process that has started us is told, and asks: see `reports.mjs`. */
type Said = { report?: string; reports?: Report[]; for?: string };

function reportsOfAll(): Promise<Report[]> {
  const id = randomUUID();
  return new Promise((done) => {
    const hear = ({ reports, for: asked }: Said) => {
      if (!reports || asked !== id) return;
      process.off("message", hear);
      done(reports);
    };
    process.on("message", hear);
    process.send?.({ wantsReports: id });
  });
}

if (cluster.isWorker)
  process.on("message", async ({ report }: Said) => {
    if (report) process.send?.({ reportFor: report, report: await registry.getMetricsAsJSON() });
  });
