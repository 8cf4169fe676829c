// `npm start`: installs, builds, then keeps the server and the worker running together. `--dev` reloads on save.
import { spawn } from "node:child_process";
import { onceOrphaned, prepare, root } from "./bootstrap.mjs";
import { buildIfStale } from "./build.mjs";

/** Longer than the server's own patience with requests in flight. */
const patienceMs = 15_000;

const isDev = process.argv.includes("--dev");
const children = new Set();
let isStopping = false;

await prepare(import.meta.url);
if (isDev || (await buildIfStale())) startBoth();
else process.exitCode = 1;

function startBoth() {
  for (const event of ["SIGINT", "SIGTERM", "disconnect"]) process.on(event, stop);
  onceOrphaned(stop);
  const server = start(["app/operations/serve.ts", ...(isDev ? ["--dev"] : [])]);
  // the worker waits for the migrated database and, where PORT is 0, for the port that its links need
  server.once("message", ({ port }) => {
    if (!isStopping)
      start([...(isDev ? ["--watch", "--watch-preserve-output"] : []), "app/operations/worker.ts"], {
        PORT: String(port),
      });
  });
}

/** With a channel to us: a child sees it close when we are killed. */
function start(args, settings = {}) {
  const env = { ...process.env, ...settings, NODE_ENV: isDev ? "development" : "production" };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  children.add(child);
  child.once("exit", (code, signal) => {
    children.delete(child);
    // a signal that comes before the child listens for it ends the child too; vite answers a signal with 143
    const hasStopped = code === 0 || code === 143 || signal === "SIGTERM" || signal === "SIGINT";
    if (!isStopping || !hasStopped) process.exitCode = 1;
    stop();
    if (children.size === 0) process.exit();
  });
  return child;
}

function stop() {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill("SIGTERM");
  setTimeout(() => children.forEach((child) => child.kill("SIGKILL")), patienceMs).unref();
}
