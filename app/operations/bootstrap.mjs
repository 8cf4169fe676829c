// Runs on whatever Node the machine has, before anything is installed: built-in modules only.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

const ownNode = join(root, "node_modules/.bin/node");
const installed = join(root, "node_modules/.puente-lock");

/** Returns once the packages are there and the right Node runs. Otherwise it brings both and runs `script` again. */
export async function prepare(script) {
  installPackages();
  const node = chooseNode();
  if (node === process.execPath) return;
  const { code } = await runToEnd(node, [fileURLToPath(script), ...process.argv.slice(2)]);
  process.exit(code);
}

function installPackages() {
  if (readOr(installed, "") === fingerprint(["package-lock.json"])) return;
  console.log("Installing packages…");
  const npm = /npm-cli\.js$/.test(process.env.npm_execpath ?? "")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  // not `npm ci`: it fails where a registry lacks an optional package that another platform would need
  const [command, ...given] = [...npm, "install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync(command, given, { cwd: root, stdio: "inherit" });
  if (status !== 0)
    giveUp(`npm install failed${error ? `: ${error.message}` : ""}. Is the network there? Then try again.`);
  writeFileSync(installed, fingerprint(["package-lock.json"]));
}

/**
 * The Node that came with the packages, or the machine's own where it is new enough: an older one has no argon2, and
 * better-sqlite3 crashes it.
 */
function chooseNode() {
  const version = spawnSync(ownNode, ["--version"], { encoding: "utf8" }).stdout?.trim();
  if (version) return version === process.version ? process.execPath : ownNode;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
  return giveUp(
    `Puente needs Node 24.7 or later, and this is ${process.version}. ` +
      "Install it from https://nodejs.org, then run this again.",
  );
}

/** Runs a program to its end, handing on the signals that ask for one. */
export function runToEnd(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
  const hand = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, hand);
  const unwatch = onceOrphaned(() => hand("SIGTERM"));
  return new Promise((done) => {
    const finish = (code) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, hand);
      unwatch();
      done({ code: code ?? 1 });
    };
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      finish(1);
    });
    child.once("exit", finish);
  });
}

/**
 * npm starts us through a shell. That shell ends at a signal without handing it on. So the end of the shell is our
 * signal.
 * @returns what stops the watching
 */
export function onceOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
  return () => clearInterval(watch);
}

/** One hash over files and folders, by path and content. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((path) => filesIn(join(root, path)))) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

export const readOr = (path, otherwise) => (existsSync(path) ? readFileSync(path, "utf8") : otherwise);

function giveUp(message) {
  console.error(message);
  process.exit(1);
}
