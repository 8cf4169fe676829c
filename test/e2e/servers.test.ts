import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "#test/support/postgres.ts";

/** Of a busy machine. */
const patience = { timeout: 120_000, interval: 200 };

/** What `npm start -- --servers 2` starts, with a new database that is no demo. */
async function startServers(
  settings: Record<string, string> = {},
): Promise<{ child: ChildProcess; port: number; said: () => string }> {
  const dataDir = mkdtempSync(join(tmpdir(), "puente-servers-"));
  const { PATH, HOME, TMPDIR } = process.env;
  const env = {
    PATH,
    HOME,
    TMPDIR,
    DATA_DIR: dataDir,
    PORT: "0",
    DEMO: "off",
    NODE_ENV: "production" as const,
    ...settings,
  };
  const child = spawn(process.execPath, [resolve("app/operations/start.mjs"), "--servers", "2"], {
    env,
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  onTestFinished(async () => {
    if (child.exitCode === null) {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    }
    rmSync(dataDir, { recursive: true, force: true });
  });
  let said = "";
  child.stdout?.on("data", (text: Buffer) => {
    said += text;
  });
  await expect.poll(() => said, patience).toContain("2 servers");
  return { child, port: Number(/listening on http:\/\/[\d.]+:(\d+)/.exec(said)?.[1]), said: () => said };
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** @returns the status, or the error's code */
const ask = (port: number, path: string): Promise<{ answer: number | string; body: string }> =>
  new Promise((done) => {
    const asked = get({ agent, host: "127.0.0.1", port, path }, (response) => {
      let body = "";
      response.on("data", (text: Buffer) => {
        body += text;
      });
      response.once("end", () => done({ answer: response.statusCode ?? 0, body }));
      response.once("error", (error: NodeJS.ErrnoException) => done({ answer: error.code ?? "error", body }));
    });
    asked.once("error", (error: NodeJS.ErrnoException) => done({ answer: error.code ?? "error", body: "" }));
  });

/** Asks without a pause until it is told to stop. @returns how many had which answer */
function storm(port: number) {
  const answers = new Map<number | string, number>();
  let isOver = false;
  const visitors = Array.from({ length: 8 }, async (_, index) => {
    while (!isOver) {
      const { answer } = await ask(port, index % 2 ? "/es/workshops" : "/readyz");
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  });
  const end = async () => {
    isOver = true;
    await Promise.all(visitors);
    return answers;
  };
  return { answers, end };
}

/** Whether a database of this kind can be had here, and its settings: none for an SQLite file. */
async function settingsFor(kind: "sqlite" | "postgres"): Promise<Record<string, string> | null> {
  if (kind === "sqlite") return {};
  const postgres = await startPostgres();
  if (!postgres) return null;
  onTestFinished(() => postgres.stop());
  return { DATABASE_URL: postgres.url };
}

test.each(["sqlite", "postgres"] as const)(
  "two servers share a port, and are restarted without a refused request (%s)",
  {
    timeout: 300_000,
  },
  async (kind) => {
    const settings = await settingsFor(kind);
    if (settings === null) return;
    const { child, port, said } = await startServers(settings);
    expect(said().match(/This link makes the first administrator/g)).toHaveLength(1);
    const { answers, end } = storm(port);
    await expect.poll(() => answers.get(200) ?? 0, patience).toBeGreaterThan(50);
    child.kill("SIGUSR2");
    await expect.poll(said, patience).toContain("All servers and the worker are new.");
    const before = answers.get(200) ?? 0;
    await expect.poll(() => (answers.get(200) ?? 0) - before, patience).toBeGreaterThan(50);
    expect([...(await end()).keys()]).toEqual([200]);
    expect(said().match(/This link makes the first administrator/g)).toHaveLength(1);
  },
);

test("whoever asks one of them for its metrics is told of all", { timeout: 300_000 }, async () => {
  const { port } = await startServers();
  const asked = 20;
  for (let count = 0; count < asked; count += 1) expect((await ask(port, "/readyz")).answer).toBe(200);
  const { body } = await ask(port, "/metrics");
  const counts = [...body.matchAll(/^http_request_duration_seconds_count\{.*status="200".*\} (\d+)$/gm)];
  expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBeGreaterThanOrEqual(asked);
});

test("where they are told to stop, they stop in good order", { timeout: 300_000 }, async () => {
  const { child } = await startServers();
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});
