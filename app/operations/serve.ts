import cluster from "node:cluster";
import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { to } from "#app/addresses.ts";
import { seedDemo, seededAccounts, seededPassword } from "#app/demo/demo.ts";
import { createApp, createStartingApp, type Site } from "#app/operations/http/http.ts";
import { createHttpServer, stopListening } from "#app/operations/http/listening.ts";
import { staticFiles } from "#app/operations/http/static-files.ts";
import { logger } from "#app/settings/log.ts";
import { readSettings, type Settings, SettingsError } from "#app/settings/settings.ts";
import { firstAdministratorLink } from "#app/sign-in/links/first-administrator.ts";
import { now } from "#app/time/instant.ts";
import { writeNotes } from "#app/web/doors/later.ts";
import type { Database } from "#db/database.ts";
import { rememberDemoMode } from "./demo-mode.ts";
import { explainAndExit, openSite, refuseOtherMode } from "./open.ts";
import { untilStopped } from "./stopping.ts";

const log = logger("server");
const stopping = untilStopped();
/** Others serve on this port already: then nobody may be turned away while this one starts. */
const isJoining = (cluster.worker?.id ?? 1) > 1;

await serve().catch(explainAndExit);

async function serve(): Promise<void> {
  const { settings, database, isNew } = await openSite(process.env);
  const server = createHttpServer();
  const port = isJoining
    ? await serveOnceReady(server, settings, database)
    : await serveAtOnce(server, settings, database, isNew);
  process.send?.({ port });
  await Promise.race([stopping.aborted || once(stopping, "abort"), untilRetired()]);
  await stop(server, database);
}

/** Another server takes the place of this one: it stops, and the port stays ready. */
function untilRetired(): Promise<void> {
  return new Promise((done) => process.on("message", ({ retire }: { retire?: boolean }) => retire && done()));
}

async function serveOnceReady(server: Server, settings: Settings, database: Database): Promise<number> {
  server.on("request", createApp({ database, settings, log, stopping, ...(await findSite(server)) }));
  return listen(server, settings);
}

/** Says that it is starting, as long as it is: a new database is filled meanwhile. */
async function serveAtOnce(server: Server, asked: Settings, database: Database, isNew: boolean): Promise<number> {
  let handle: RequestListener = createStartingApp({ settings: asked, log });
  server.on("request", (request, response) => handle(request, response));
  const port = await listen(server, asked);
  const settings = readSettings({ ...process.env, PORT: String(port) }, asked.demo);

  await furnish(database, settings, isNew);
  handle = createApp({ database, settings, log, stopping, ...(await findSite(server)) });
  await announce(database, settings);
  return port;
}

async function listen(server: Server, { port, host }: Settings): Promise<number> {
  server.listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError([
      `Cannot listen on HOST=${host}, PORT=${port} (${error.code}): is it taken? Set another PORT.`,
    ]);
  });
  return (server.address() as AddressInfo).port;
}

/** A demo that was cut short while it was being filled is remembered only once it is whole. */
async function furnish(database: Database, { demo, appUrl, answerKeys }: Settings, isNew: boolean): Promise<void> {
  if (isNew && demo) {
    console.log("Filling the new database with the demo…");
    await seedDemo(database, { at: now(), appUrl, isTaught: true, answerKeys });
  }
  if (isNew) refuseOtherMode({ demo }, await rememberDemoMode(database, demo));
}

async function findSite(server: Server): Promise<Pick<Site, "build" | "files" | "isDev">> {
  if (!process.argv.includes("--dev")) {
    const { default: _, ...build } = await import(pathToFileURL("build/server/index.js").href);
    return { build, files: staticFiles(resolve("build/client")) };
  }
  const vite = await import("vite");
  const viteServer = await vite.createServer({ server: { middlewareMode: true, hmr: { server } } });
  const build = () => viteServer.ssrLoadModule("virtual:remix/server-build") as Promise<never>;
  return { build, files: viteServer.middlewares, isDev: true };
}

async function announce(database: Database, { appUrl, host, secure, demo, smtpUrl }: Settings): Promise<void> {
  console.log(`\nPuente is listening on ${appUrl}\n`);
  if (demo) {
    console.log(`Demo: invented people and known passwords, so only this machine can reach it (${host}).`);
    for (const { email, role } of seededAccounts) console.log(`  ${email.padEnd(30)} ${role}`);
    console.log(`  password of all: ${seededPassword}\n`);
    if (!smtpUrl) console.log(`Mail stays in the outbox: ${appUrl}${to.mailReader()}\n`);
    return;
  }
  const link = await firstAdministratorLink(database, { appUrl, at: now() });
  if (link) console.log(`No account exists yet. This link makes the first administrator, once:\n  ${link}\n`);
  if (!smtpUrl)
    console.log("SMTP_URL is not set: mail stays in the outbox, and with it the links of those you invite.\n");
  if (!secure)
    console.log(
      "APP_URL is plain http: passwords would travel unencrypted. " +
        "Put a proxy with https in front, and its address in APP_URL.\n",
    );
}

async function stop(server: Server, database: Database): Promise<void> {
  log.info("stopping");
  await stopListening(server);
  // what could not be noted by now is lost: nobody waits longer for it
  await Promise.race([writeNotes({ database, log }), wait(2_000)]);
  await database.close();
  process.exit(0);
}
