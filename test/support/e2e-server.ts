import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { findTool } from "./tools.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where `npm start` listens for this run, with a demo of its own. */
    baseUrl: string;
    /** Chromium on this machine. */
    browserPath: string;
  }
}

/** Starts what `npm start` starts, worker and all, on a free port with a new database. */
export default async function setUp(project: TestProject) {
  const browserPath = findTool("chromium");
  if (!browserPath) return;
  const dataDir = mkdtempSync(join(tmpdir(), "puente-e2e-"));
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, DATA_DIR: dataDir, PORT: "0", NODE_ENV: "production" as const };
  const server = spawn(process.execPath, [resolve("app/operations/start.mjs")], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log: string[] = [];
  project.provide("baseUrl", await addressOf(server, log));
  project.provide("browserPath", browserPath);
  return async () => {
    server.kill("SIGTERM");
    const [code] = await once(server, "exit");
    rmSync(dataDir, { recursive: true, force: true });
    const errors = log.join("").match(/^\{"level":[56]0.*$/gm) ?? [];
    if (code !== 0 || errors.length > 0)
      throw new Error(`The server ended with ${code} and had logged\n${errors.join("\n")}`);
  };
}

function addressOf(server: ChildProcess, log: string[]): Promise<string> {
  return new Promise((found, failed) => {
    const read = (text: Buffer) => {
      log.push(text.toString());
      const address = /listening on (http:\S+)/.exec(log.join(""))?.[1];
      if (address) found(address);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", (text: Buffer) => log.push(text.toString()));
    server.once("exit", () => failed(new Error(`The server did not start:\n${log.join("")}`)));
  });
}
