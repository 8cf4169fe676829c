import { recounts } from "#app/reactions.ts";
import { explainAndExit, openSite } from "./open.ts";

/** `npm run db:figures` counts every workshop's figures anew. It may run beside a site that is in use. */
async function run(): Promise<void> {
  const { database } = await openSite(process.env, "jobs");
  const started = performance.now();
  for (const recount of recounts) await recount(database, await database.now());
  console.log(`Counted anew in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  await database.close();
}

await run().catch(explainAndExit);
