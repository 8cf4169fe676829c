import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

type Options = NonNullable<TestProjectInlineConfiguration["test"]>;

const project = (name: string, options: Options = {}): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    ...options,
    setupFiles: [
      "test/support/no-console-errors.ts",
      "test/support/same-chances.ts",
      ...[options.setupFiles ?? []].flat(),
    ],
  },
});

/**
 * Files share their process, one after another: what it has loaded, rendered and seeded. No file leaves a state behind.
 */
const shared: Options = { isolate: false };

/** It begins on this day whenever it is run; so do the processes that a test starts. */
const clock = resolve(import.meta.dirname, "support/shifted-clock.ts");
const onOneDay: Options = {
  setupFiles: clock,
  env: {
    CLOCK_SHIFT_MS: String(Date.parse("2026-11-25T12:00:00Z") - Date.now()),
    NODE_OPTIONS: `--import=${pathToFileURL(clock)}`,
  },
};

const browser: Options = {
  globalSetup: "test/support/e2e-server.ts",
  fileParallelism: false,
};

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  test: {
    // far from every zone of ours, so that a test fails where the code asks the machine what time it is
    env: { TZ: "Pacific/Kiritimati" },
    // much of the time is spent waiting: for disks, other processes, or a password's hash
    maxWorkers: 3,
    // only what hangs ends by its time: the machine may be busy
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project("architecture", shared),
      project("unit", shared),
      project("integration", { ...shared, ...onOneDay, globalSetup: "test/support/template-databases.ts" }),
      project("e2e", browser),
      project("screenshots", { ...browser, include: ["test/e2e/**/*.screenshots.ts"] }),
    ],
  },
});
