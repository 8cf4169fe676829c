import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createHttpServer, stopListening } from "#app/operations/http/listening.ts";

async function listen(handle: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createHttpServer().on("request", handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

const asked = "GET / HTTP/1.1\r\nHost: puente.example\r\n\r\n";

test("whoever has connected and asks while the server is being stopped is answered", async () => {
  const { server, port } = await listen((_, response) => response.end("answered"));
  const [early, kept] = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
  const answers = [text(early), text(kept)];
  // one has asked before, and would ask again over the same connection
  kept.write(asked);
  const [first] = await once(kept, "data");
  expect(String(first)).toContain("answered");
  early.write(asked);
  const stopped = stopListening(server);
  kept.write(asked);
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/Connection: close[\s\S]*answered$/);
  await stopped;
});

test("whoever has connected and asks for nothing does not keep it from stopping", async () => {
  const { server, port } = await listen((_, response) => response.end());
  const idle = connect(port, "127.0.0.1");
  await once(server, "connection");
  const [stopped] = await Promise.all([stopListening(server), once(idle.resume(), "close")]);
  expect(stopped).toBeUndefined();
});

test("an idle connection is kept for longer than by proxies, and a head is waited for longer still", async () => {
  const { server } = await listen((_, response) => response.end());
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
  expect(server.headersTimeout).toBeGreaterThan(server.keepAliveTimeout);
  expect(server.requestTimeout).toBeGreaterThan(server.headersTimeout);
  await stopListening(server);
});
