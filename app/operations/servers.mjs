// Keeps several servers at work on one port, each a process of its own, beside one worker.
import { spawn } from "node:child_process";
import cluster from "node:cluster";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";
import { relayReports } from "./reports.mjs";

const most = 64;

/**
 * How many servers are wanted: `--servers 2`, or SERVERS=2; one where neither says so.
 * @throws where that is no number from 1 to 64
 */
export function readServers(args, env) {
  const at = args.indexOf("--servers");
  const text = (at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--servers="))?.slice(10)) ?? env.SERVERS;
  if (!text) {
    if (at >= 0) throw new Error("--servers needs a number, such as --servers 2.");
    return 1;
  }
  if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > most)
    throw new Error(`SERVERS must be a whole number from 1 to ${most}, not "${text}".`);
  return Number(text);
}

/** What several servers are told from the start: they share no port that each finds for itself. */
export async function portFor(count, { PORT }) {
  if (count === 1 || PORT !== "0") return {};
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return { PORT: String(port) };
}

/** One server has its port to itself; several share it, and take connections in turn. */
export function serverStarter(count, args, env) {
  const script = join(root, "app/operations/serve.ts");
  if (count === 1)
    return (more) =>
      spawn(process.execPath, [script, ...args], {
        cwd: root,
        env: { ...env, ...more },
        stdio: ["inherit", "inherit", "inherit", "ipc"],
      });
  cluster.setupPrimary({ exec: script, args, cwd: root });
  return (more) => relayReports(cluster.fork({ ...env, ...more }).process);
}
