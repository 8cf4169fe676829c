import { rederivations } from "#app/reactions.ts";
import { explainAndExit, openSite } from "./open.ts";

/**
 * `npm run db:instants` says which sessions begin or end at another instant by the rules of zones of this Node.js than
 * is stored; `npm run db:instants -- --write` stores it. It may run beside a site that is in use.
 */
async function run(args: readonly string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== "--write");
  if (unknown.length) throw new Error(`Unknown: ${unknown.join(" ")}. The only option is --write.`);
  const writes = args.includes("--write");
  const { database } = await openSite(process.env, "jobs");
  const found = await rederivations.rederiveInstants(database, { writes, at: await database.now() });
  for (const one of found) console.log(lineOf(one));
  const moved = found.filter(({ derived }) => derived.status === "moves").length;
  const lost = found.length - moved;
  console.log(`Rules of zones: ${process.versions.tz}. Sessions ${writes ? "moved" : "that would move"}: ${moved}.`);
  if (lost) console.log(`To be planned anew, as their clocks do not show their times any more: ${lost}.`);
  if (moved && !writes) console.log("Nothing is stored yet: npm run db:instants -- --write does it.");
  await database.close();
}

type Rederived = Awaited<ReturnType<typeof rederivations.rederiveInstants>>[number];

function lineOf({ code, session, derived }: Rederived): string {
  const { number, startsLocal, endsLocal, zone, startsAt, endsAt } = session;
  const planned = `${code} session ${number}, ${startsLocal}–${endsLocal} ${zone}`;
  if (derived.status === "lost") return `${planned}: not shown by clocks any more; stays ${startsAt}–${endsAt}`;
  return `${planned}: ${startsAt}–${endsAt} → ${derived.startsAt}–${derived.endsAt}`;
}

await run(process.argv.slice(2)).catch(explainAndExit);
