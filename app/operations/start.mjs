// `npm start`: installs, builds, then keeps the servers and the worker running together. `--dev` reloads on save.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { onceOrphaned, prepare, root } from "./bootstrap.mjs";
import { buildIfStale } from "./build.mjs";
import { portFor, readServers, serverStarter } from "./servers.mjs";

/** Longer than the server's own patience with requests in flight. */
const patienceMs = 15_000;

const isDev = process.argv.includes("--dev");
const env = { ...process.env, NODE_ENV: isDev ? "development" : "production" };
const children = new Set();
const servers = new Set();
let worker;
let isStopping = false;
let isRestarting = false;
/** What those who come later are told: the port that the first has found. */
let found;

await prepare(import.meta.url);
const count = wanted();
found = await portFor(count, env);
const startServer = serverStarter(count, isDev ? ["--dev"] : [], env);
if (isDev || (await buildIfStale())) await startAll();
else process.exitCode = 1;

function wanted() {
  try {
    return isDev ? 1 : readServers(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** The first migrates the database and finds the port; the others and the worker join it. */
async function startAll() {
  for (const event of ["SIGINT", "SIGTERM", "disconnect"]) process.on(event, stop);
  onceOrphaned(stop);
  if (!(await addServer())) return;
  addWorker();
  if (count === 1) return;
  await Promise.all(Array.from({ length: count - 1 }, addServer));
  process.on("SIGUSR2", restart);
  if (!isStopping) console.log(`${count} servers. To restart them one after another: kill -USR2 ${process.pid}\n`);
}

/** @returns the server once it serves; null where it has ended before */
async function addServer() {
  const server = keep(startServer(found));
  const ready = new Promise((done) => {
    server.on("message", ({ port }) => port !== undefined && done(port));
    server.once("exit", () => done(null));
  });
  const port = await ready;
  if (port === null || isStopping) return null;
  found = { PORT: String(port) };
  servers.add(server);
  return server;
}

function addWorker() {
  const watch = isDev ? ["--watch", "--watch-preserve-output"] : [];
  // with a channel to us: a child sees it close when we are killed
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const args = [...watch, "app/operations/worker.ts"];
  worker = keep(spawn(process.execPath, args, { cwd: root, env: { ...env, ...found }, stdio }));
}

/** Where a child ends that was not asked to, everything stops: but one of several servers is replaced. */
function keep(child) {
  children.add(child);
  child.once("exit", (code, signal) => {
    children.delete(child);
    if (child.isRetired) return;
    // a signal that comes before the child listens for it ends the child too; vite answers a signal with 143
    const hasStopped = code === 0 || code === 143 || signal === "SIGTERM" || signal === "SIGINT";
    if (servers.delete(child) && servers.size > 0 && !isStopping) return void addServer();
    // it was to replace another, which goes on
    if (isRestarting && child !== worker && servers.size > 0 && !isStopping) return;
    if (!isStopping || !hasStopped) process.exitCode = 1;
    stop();
    if (children.size === 0) process.exit();
  });
  return child;
}

/** One after another: whoever is new serves before the one that it replaces stops. */
async function restart() {
  if (isRestarting || isStopping) return;
  isRestarting = true;
  for (const old of [...servers]) if (await addServer()) await retire(old);
  await retire(worker);
  if (!isStopping) addWorker();
  isRestarting = false;
  if (!isStopping) console.log("All servers and the worker are new.");
}

async function retire(child) {
  child.isRetired = true;
  servers.delete(child);
  if (!children.has(child)) return;
  const gone = once(child, "exit");
  // a server that is told by a signal says that the port is not ready any more
  if (child === worker) child.kill("SIGTERM");
  else child.send({ retire: true });
  await gone;
}

function stop() {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill("SIGTERM");
  setTimeout(() => children.forEach((child) => child.kill("SIGKILL")), patienceMs).unref();
}
