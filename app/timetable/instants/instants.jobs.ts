import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { deriveInstants } from "./instants.commands.ts";

/** Instants anew once the rules of zones are others, in nobody's name. Whoever runs the site asks for it. */
export const rederiveInstants = (database: Database, { writes, at }: { writes: boolean; at: Instant }) =>
  deriveInstants(database, { writes, by: { accountId: null, at } });
