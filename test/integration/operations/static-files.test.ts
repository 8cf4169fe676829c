import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import express from "express";
import { expect, test } from "vitest";
import { staticFiles } from "#app/operations/http/static-files.ts";
import { scratchFolder } from "#test/support/scratch.ts";

type Answer = { status: number; headers: Record<string, unknown>; body: string };

/** The path as it is written: a browser, or fetch, would tidy it up first. */
async function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const scratch = scratchFolder("static");
  const folder = join(scratch, "client");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(scratch, "secret"), "secret");
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets/root-1.js"), "let plain");
  writeFileSync(join(folder, "assets/root-1.js.br"), brotliCompressSync("let plain"));
  const app = express();
  app.use(staticFiles(folder), (_request, response) => void response.status(404).send("not a file"));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, headers, method }, (answer) => {
        let body = "";
        answer.setEncoding("latin1").on("data", (part) => (body += part));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      });
      asked.on("error", reject).end();
    });
  } finally {
    server.close();
    rmSync(scratch, { recursive: true });
  }
}

test("a file with a hash in its name may be kept for ever, another for an hour", async () => {
  expect(await ask("/assets/root-1.js")).toMatchObject({
    status: 200,
    body: "let plain",
    headers: { "cache-control": "public, max-age=31536000, immutable", vary: "Accept-Encoding" },
  });
  expect((await ask("/icon.svg")).headers).toMatchObject({
    "cache-control": "public, max-age=3600",
    "content-type": "image/svg+xml",
  });
});

test("who takes the packed form gets it, under the plain form's type", async () => {
  const { status, headers, body } = await ask("/assets/root-1.js", { "accept-encoding": "gzip, br" });
  expect({ status, ...headers }).toMatchObject({
    status: 200,
    "content-encoding": "br",
    "content-type": expect.stringContaining("javascript"),
  });
  expect(body).toBe(brotliCompressSync("let plain").toString("latin1"));
  expect((await ask("/assets/root-1.js", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBeUndefined();
});

test("who has it already gets no second copy", async () => {
  const { headers } = await ask("/icon.svg");
  expect(await ask("/icon.svg", { "if-modified-since": String(headers["last-modified"]) })).toMatchObject({
    status: 304,
    body: "",
  });
});

test("HEAD gives the headers alone, and what is not read is not a file", async () => {
  expect(await ask("/icon.svg", {}, "HEAD")).toMatchObject({
    status: 200,
    body: "",
    headers: { "content-length": "6" },
  });
  expect((await ask("/icon.svg", {}, "POST")).status).toBe(404);
});

test.each([
  "/secret",
  "/../secret",
  "/%2e%2e/secret",
  "/assets/..%2f..%2fsecret",
  "/assets/%2e%2e/%2e%2e/secret",
  "/assets",
  "/assets/",
  "/no.js",
  "//icon.svg",
])("%s is no file of the build", async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: "not a file" });
});

test.each([
  ["Range", "bytes=9999-"],
  ["Range", "bytes=0-0,2-2"],
  ["If-Match", `"other"`],
  ["If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"],
])("a file is given whole, whatever is asked of it: %s: %s", async (name, value) => {
  const { status, headers, body } = await ask("/icon.svg", { [name]: value });
  expect([status, body, headers["accept-ranges"]]).toEqual([200, "<svg/>", undefined]);
});
