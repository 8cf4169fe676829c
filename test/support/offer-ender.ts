import { writeSync } from "node:fs";
import { endDueOffers } from "#app/enrolment/offers/offers.jobs.ts";
import type { Instant } from "#app/time/instant.ts";
import { openDatabase } from "#db/database.ts";

/** Ends what is due as the worker's round does, until it is killed. */
const [url = "", at = ""] = process.argv.slice(2);
const database = openDatabase(url);
writeSync(1, "ready\n");
await endDueOffers(database, at as Instant);
await database.close();
