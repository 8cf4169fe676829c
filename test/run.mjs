// `npm test`: installs what it needs, runs every check and ends with one line that counts them.
// --no-browser leaves out the journeys, --screenshots takes pictures instead, --only names one stage, --watch runs
// tests again as files change. Other words choose tests by file name.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, root, runToEnd } from "../app/operations/bootstrap.mjs";
import { buildIfStale } from "../app/operations/build.mjs";

await prepare(import.meta.url);
// TypeScript, so only after the right Node is running
const { findTool, tools } = await import("./support/tools.ts");

// in a log, colours are noise
const colours = process.stdout.isTTY ? [] : ["--colors=off"];
if (colours.length > 0) process.env.NO_COLOR = "1";
const isWatching = process.argv.includes("--watch");
const only = /--only=(\w+)/.exec(process.argv.join(" "))?.[1];
const withBrowser = !process.argv.includes("--no-browser") && !isWatching && only === undefined;
// the quick check samples what the whole test does at length
if (!withBrowser)
  Object.assign(process.env, { BAD_INPUT: process.env.BAD_INPUT ?? "15", KILLS: process.env.KILLS ?? "3" });
const filters = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const reports = mkdtempSync(join(tmpdir(), "puente-test-"));
const total = { passed: 0, failed: 0, skipped: 0 };

let isInterrupted = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (isInterrupted = true));

if (isWatching) process.exit(await watch());
if (only === undefined) installTools();
for (const [name, run] of chooseStages()) if (!isInterrupted) await runStage(name, run);
if (isInterrupted) total.failed += 1;
rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed > 0 ? 1 : 0);

function chooseStages() {
  const build = ["build", async () => count(await buildIfStale())];
  // without a word, those of the README
  if (process.argv.includes("--screenshots") && filters.length === 0) filters.push("readme");
  if (process.argv.includes("--screenshots")) return [build, ["screenshots", () => vitest("screenshots")]];
  const checks = [
    ["types", () => check("node_modules/typescript/bin/tsc", ["--noEmit"])],
    ["style", () => check("node_modules/@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", ...colours, "."])],
  ];
  if (only !== undefined) return checks.filter(([name]) => name === only);
  const projects = ["architecture", "unit", "integration"].map((project) => [project, () => vitest(project)]);
  const journeys = [build, ["e2e", () => vitest("e2e", findTool("chromium") ? [] : ["--testNamePattern", "^$"])]];
  return [...(filters.length > 0 ? [] : checks), ...projects, ...(withBrowser ? journeys : [])];
}

async function runStage(name, run) {
  console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`);
  const started = performance.now();
  const { passed, failed, skipped } = await run().catch((error) => {
    console.error(error);
    return count(false);
  });
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${failed > 0 ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`,
  );
}

function count(isFine) {
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0 };
}

async function check(program, args) {
  const { code } = await runToEnd(process.execPath, [join(root, program), ...args]);
  return count(code === 0);
}

/** Until it is interrupted: runs the tests of the given names, again whenever a file of theirs changes. No browser. */
async function watch() {
  const projects = ["architecture", "unit", "integration"].flatMap((project) => ["--project", project]);
  const program = join(root, "node_modules/vitest/vitest.mjs");
  const { code } = await runToEnd(process.execPath, [
    program,
    "watch",
    "--config",
    "test/vitest.config.ts",
    ...projects,
    ...filters,
  ]);
  return code;
}

async function vitest(project, options = []) {
  const report = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const program = join(root, "node_modules/vitest/vitest.mjs");
  const args = [
    program,
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project",
    project,
    "--passWithNoTests",
    ...reporters,
    ...options,
  ];
  const { code } = await runToEnd(process.execPath, [...args, ...filters]);
  return countReport(report, code);
}

/** A file that breaks before its first test, or a run that breaks after its last, counts as one failure. */
function countReport(report, code) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    const broken = testResults.filter(
      (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
    );
    const failed = numFailedTests + broken.length;
    return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: numPendingTests + numTodoTests };
  } catch {
    return count(code === 0);
  }
}

function installTools() {
  const isMissing = (tool) => (withBrowser || tool !== "chromium") && !findTool(tool);
  const packages = () =>
    Object.keys(tools)
      .filter(isMissing)
      .flatMap((tool) => tools[tool].packages);
  if (packages().length === 0) return;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    console.log(`Installing ${packages().join(" ")}…`);
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages()], options);
  }
  if (packages().length > 0)
    console.log(
      `Tests that need ${packages().join(", ")} are skipped: install them, or run as root where there is apt-get.`,
    );
}
