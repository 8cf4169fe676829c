import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { longestBodySeconds } from "#app/web/doors/accepts.ts";

/** How long requests in flight may take to finish after we were asked to stop. */
const patienceMs = 10_000;
/** Whoever has connected has sent a request by then, or means to send none. */
const graceMs = 1_000;

/**
 * Longer than any proxy keeps an idle connection (nginx 60 s, others less): it is the proxy that gives it up,
 * and no request is sent into a connection that we are closing at that moment.
 */
const keepAliveMs = 65_000;

/** Each door has its own word on how long a body may take; what is set here is the longest of them. */
export const createHttpServer = (): Server =>
  createServer({
    keepAliveTimeout: keepAliveMs,
    // longer than keep-alive, for a browser connects before it has anything to ask
    headersTimeout: keepAliveMs + 5_000,
    requestTimeout: longestBodySeconds * 1000 + keepAliveMs,
    connectionsCheckingInterval: 2_000,
  });

/** Takes no more connections, answers whoever has one already, and hangs up. */
export async function stopListening(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.prependListener("request", (_, response: ServerResponse) => void response.setHeader("Connection", "close"));
  // `close` of an HTTP server would hang up on those whose request has come and has not been read yet
  NetServer.prototype.close.call(server);
  let hangingUp: NodeJS.Timeout | undefined;
  const grace = setTimeout(() => {
    hangingUp = setInterval(() => server.closeIdleConnections(), 100);
  }, graceMs);
  const end = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  for (const timer of [grace, hangingUp, end]) clearTimeout(timer);
}
