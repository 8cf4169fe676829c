import type { Request, RequestHandler, Response } from "express";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { isLoopback } from "#app/settings/settings.ts";

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
export const metrics: RequestHandler = async (request, response, next) => {
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  const name = (request.headers.host ?? "").replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  if (!isLoopback(peer) || !isLoopback(name) || request.headers["x-forwarded-for"] || request.headers.forwarded)
    return next();
  response.set("Content-Type", registry.contentType).send(await registry.metrics());
};
