import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { type Environment, readSettings, SettingsError } from "#app/settings/settings.ts";

const dataDir = mkdtempSync(join(tmpdir(), "puente-settings-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

const read = (env: Environment = {}, demoByDefault?: boolean) =>
  readSettings({ DATA_DIR: dataDir, ...env }, demoByDefault);

function problemsOf(env: Environment, demoByDefault?: boolean): string[] {
  try {
    read(env, demoByDefault);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

test("an empty environment gives a demo on this machine alone", () => {
  expect(read()).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    appUrl: "http://127.0.0.1:3000",
    secure: false,
    databaseUrl: join(dataDir, "puente.sqlite"),
    files: null,
    smtpUrl: null,
    mailFrom: null,
    demo: true,
  });
});

test("an empty variable counts as none", () => {
  expect(read({ PORT: "", HOST: " ", APP_URL: "", SMTP_URL: "", DEMO: "" })).toEqual(read());
});

test("the database decides on the demo where DEMO is not set", () => {
  expect(read({}, false).demo).toBe(false);
  expect(read({ DEMO: "on" }, false).demo).toBe(true);
  expect(read({ DEMO: "off" }, true).demo).toBe(false);
});

test("a production environment is taken as it stands", () => {
  const env = {
    HOST: "0.0.0.0",
    PORT: "8080",
    APP_URL: "https://puente.example/",
    DEMO: "off",
    DATABASE_URL: "postgres://db/puente",
  };
  expect(read(env)).toMatchObject({
    appUrl: "https://puente.example",
    secure: true,
    port: 8080,
    databaseUrl: "postgres://db/puente",
  });
});

test("the secret is made once, for its owner's eyes alone", () => {
  const { secret } = read();
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(read().secret).toBe(secret);
  expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe(secret);
  expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
});

/** Reads in lock-step with the others, and tells what it found in each folder. */
const reader = `
  import { parentPort, workerData } from "node:worker_threads";
  const { readSettings } = await import(workerData.settings);
  const arrived = new Int32Array(workerData.arrived);
  const secretOf = (folder, round) => {
    Atomics.add(arrived, 0, 1);
    while (Atomics.load(arrived, 0) < 2 * (round + 1));
    try { return readSettings({ DATA_DIR: folder }).secret; } catch (error) { return error.message; }
  };
  parentPort.postMessage(workerData.folders.map(secretOf));
`;

test("two processes that start at once have one secret", async () => {
  const settings = pathToFileURL("app/settings/settings.ts").href;
  const folders = Array.from({ length: 100 }, (_, round) => join(dataDir, `at-once-${round}`));
  const workerData = { settings, folders, arrived: new SharedArrayBuffer(4) };
  const read = async () => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(reader)}`), { workerData });
    const [secrets] = (await once(worker, "message")) as [string[]];
    return secrets;
  };
  const [one, other] = await Promise.all([read(), read()]);
  expect(one).toEqual(other);
  expect(one.filter((secret) => !/^[\w-]{43}$/.test(secret))).toEqual([]);
  expect(folders.map((folder) => readdirSync(folder))).toEqual(folders.map(() => ["answers.key", "secret"]));
});

test("a secret from the environment goes before the one on disk", () => {
  const secret = "0123456789abcdef0123456789abcdef";
  expect(read({ APP_SECRET: secret }).secret).toBe(secret);
});

test.each([
  [{ PORT: "http" }, "PORT"],
  [{ PORT: "65536" }, "PORT"],
  [{ PORT: "-1" }, "PORT"],
  [{ PORT: "80.5" }, "PORT"],
  [{ DEMO: "yes" }, "DEMO"],
  [{ HOST: "192.0.2.1" }, "HOST"],
  [{ HOST: "0.0.0.0", DEMO: "off" }, "APP_URL"],
  [{ APP_URL: "puente.example" }, "APP_URL"],
  [{ APP_URL: "https://puente.example/app" }, "APP_URL"],
  [{ APP_URL: "https://me:secret@puente.example" }, "APP_URL"],
  [{ APP_URL: "ftp://puente.example" }, "APP_URL"],
  [{ DATABASE_URL: "mysql://db/puente" }, "DATABASE_URL"],
  [{ DATABASE_URL: "postgres://[db/puente" }, "DATABASE_URL"],
  [{ SMTP_URL: "mail.example" }, "SMTP_URL"],
  [{ MAIL_FROM: "Puente" }, "MAIL_FROM"],
  [{ MAIL_FROM: "puente@agency.example, other@agency.example" }, "MAIL_FROM"],
  [{ MAIL_FROM: "Puente <puente@agency>" }, "MAIL_FROM"],
  [{ APP_SECRET: "short" }, "APP_SECRET"],
  [{ DATA_DIR: "/dev/null/data" }, "DATA_DIR"],
])("%j is refused in one line that names %s", (env, name) => {
  expect(problemsOf(env)).toEqual([expect.stringContaining(name)]);
});

test("letters come from a name and an address, or from an address under our name", () => {
  const from = (text: string) => read({ MAIL_FROM: text }).mailFrom;
  expect(from("Puente, JICA México <puente@agency.example>")).toEqual({
    name: "Puente, JICA México",
    address: "puente@agency.example",
  });
  expect(from("puente@agency.example")).toEqual({ name: "Puente", address: "puente@agency.example" });
  expect(from("")).toBeNull();
});

test("all problems are told at once", () => {
  expect(problemsOf({ PORT: "x", SMTP_URL: "x", APP_SECRET: "x" })).toHaveLength(3);
});

test("a password in DATABASE_URL is never shown", () => {
  expect(problemsOf({ DATABASE_URL: "postgres://puente:hunter2@:port/x" }).join()).not.toContain("hunter2");
});

test("every loopback address may carry a demo", () => {
  for (const HOST of ["localhost", "127.0.0.1", "127.8.8.8", "::1"]) expect(problemsOf({ HOST })).toEqual([]);
  expect(read({ HOST: "::1" }).appUrl).toBe("http://[::1]:3000");
});

test.each([
  "https://puente.example",
  "https://203.0.113.7:8443",
  "http://puente.example",
  "http://192.168.1.7:3000",
  "http://[2001:db8::7]",
])("a demo behind %s is refused", (appUrl) => {
  expect(problemsOf({ APP_URL: appUrl }).join()).toMatch(/known passwords.*DEMO=off/);
  expect(problemsOf({ APP_URL: appUrl, DEMO: "off" })).toEqual([]);
});

test("a demo behind an address of this machine is fine", () => {
  for (const appUrl of [
    "http://localhost:8080",
    "http://127.0.0.1:3000",
    "https://localhost:8443",
    "https://127.0.0.1",
    "https://[::1]:8443",
  ])
    expect(problemsOf({ APP_URL: appUrl })).toEqual([]);
});
