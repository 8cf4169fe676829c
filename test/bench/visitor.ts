import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { Ask } from "./cases.ts";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; ms: number };

/** As browsers ask over https; the proxy in front hands it on. */
const browserCodings = "gzip, deflate, br, zstd";

/** One connection, kept open, with one request at a time; and a crowd that comes at once. */
const alone = new Agent({ keepAlive: true, maxSockets: 1 });
export const crowd = new Agent({ keepAlive: true, maxSockets: 50 });

/** A form goes to the site's own origin, and so does its copy to the bare server. */
export function visit(
  port: number,
  { path, as, form, json, from }: Ask,
  codings = browserCodings,
  agent = alone,
): Promise<Answer> {
  const body = json ? JSON.stringify(json.body) : form && new URLSearchParams(form).toString();
  const type = json ? "application/json" : "application/x-www-form-urlencoded";
  const headers = {
    "Accept-Encoding": codings,
    ...(as && { Cookie: `puente=${as.token}` }),
    ...(body !== undefined && {
      Origin: `http://127.0.0.1:${port}`,
      "Content-Type": type,
      ...(json && { "Idempotency-Key": json.key }),
      "Content-Length": Buffer.byteLength(body),
    }),
  };
  // as browsers send it: with every letter beyond ASCII escaped
  const { pathname, search } = new URL(path, "http://127.0.0.1");
  const started = performance.now();
  return new Promise((answered, failed) => {
    const outgoing = request(
      {
        ...{ agent, host: "127.0.0.1", localAddress: from, port, path: pathname + search },
        ...{ method: body === undefined ? "GET" : "POST", headers },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.once("error", failed);
        incoming.once("end", () => {
          const ms = performance.now() - started;
          answered({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks), ms });
        });
      },
    );
    outgoing.once("error", failed);
    outgoing.end(body);
  });
}
