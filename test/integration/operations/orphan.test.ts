import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const bootstrap = pathToFileURL("app/operations/bootstrap.mjs").href;
const program = [
  `import { onceOrphaned } from "${bootstrap}";`,
  `onceOrphaned(() => { console.log("stopped"); process.exit(); });`,
  `console.log("up"); setTimeout(() => process.exit(), 2000);`,
].join(" ");

/**
 * As npm starts a script: through a shell that ends at a signal without handing it on.
 * @returns what the script says once the shell is gone
 */
async function loseShell(env: Record<string, string>): Promise<string> {
  const shell = spawn("sh", ["-c", `"${process.execPath}" --input-type=module --eval '${program}'; true`], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  shell.stdout.on("data", (text: Buffer) => {
    said += text;
  });
  await once(shell.stdout, "data");
  shell.kill("SIGTERM");
  await once(shell.stdout, "close");
  return said;
}

test("what npm started stops when the shell between is gone; what somebody started by hand goes on", async () => {
  const [byNpm, byHand] = await Promise.all([loseShell({ npm_lifecycle_event: "start" }), loseShell({})]);
  expect(byNpm).toBe("up\nstopped\n");
  expect(byHand).toBe("up\n");
});
