import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };
type Ask = { method?: string; headers?: OutgoingHttpHeaders; body?: Iterable<string> };

/** Sends exactly what it is told, which `fetch` would tidy up or refuse; a header that is undefined is left out. */
export function rawRequest(
  port: number,
  path: string,
  { method = "GET", headers = {}, body = [] }: Ask = {},
): Promise<Answer> {
  return new Promise((answered, failed) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const outgoing = request(
      { host: "127.0.0.1", port, path, method, headers: given, agent: false },
      async (incoming) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        answered({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        });
      },
    );
    outgoing.once("error", failed);
    for (const chunk of body) outgoing.write(chunk);
    outgoing.end();
  });
}
