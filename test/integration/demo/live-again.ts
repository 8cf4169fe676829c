import type { Database } from "#db/database.ts";
import { actDeeds } from "./act-deeds.ts";
import { certificateDeeds, completionDeeds, sheetDeeds } from "./attendance-deeds.ts";
import { copyWhatNoCommandMakes, institutionDeeds, programmeDeeds } from "./catalogue-deeds.ts";
import { type Deed, Twins } from "./deeds.ts";
import { endingDeeds } from "./ending-deeds.ts";
import { enrolmentDeeds } from "./enrolment-deeds.ts";
import { importDeeds } from "./import-deeds.ts";
import { materialDeeds } from "./material-deeds.ts";
import { mergeDeeds } from "./merge-deeds.ts";
import { messageDeeds } from "./message-deeds.ts";
import { accountDeeds, grantDeeds, listedDeeds } from "./people-deeds.ts";
import { toldDeeds } from "./told-deeds.ts";
import { venueDeeds } from "./venue-deeds.ts";
import { closingDeeds, movingDeeds, planningDeeds, readWorkshops } from "./workshop-deeds.ts";

/**
 * Reads what one database holds, and has it all happen again in an empty one: through the commands of the rooms, each
 * at its moment. It knows nothing of where the first one's rows are from.
 */
export async function liveAgain(from: Database, to: Database, appUrl: string): Promise<void> {
  const twins = new Twins();
  const deeds = await deedsOf(from, twins, appUrl);
  await to.transact((trx) => copyWhatNoCommandMakes(from, trx, twins));
  for (const { perform } of deeds.toSorted(byTime)) await to.transact(perform);
}

/** Of one moment, in the order in which one rests on the other. */
async function deedsOf(from: Database, twins: Twins, appUrl: string): Promise<Deed[]> {
  const workshops = await readWorkshops(from);
  const inEach = async (deeds: (workshop: (typeof workshops)[number]) => Deed[] | Promise<Deed[]>) =>
    (await Promise.all(workshops.map(deeds))).flat();
  return [
    ...(await institutionDeeds(from, twins)),
    ...(await venueDeeds(from, twins)),
    ...(await programmeDeeds(from, twins)),
    ...(await accountDeeds(from, twins)),
    ...(await inEach((workshop) => planningDeeds(from, workshop, twins))),
    ...(await grantDeeds(from, twins)),
    ...(await listedDeeds(from, twins)),
    ...(await importDeeds(from, twins)),
    ...(await inEach((workshop) => enrolmentDeeds(from, workshop, twins))),
    ...(await inEach((workshop) => actDeeds(from, workshop, twins))),
    ...(await mergeDeeds(from, twins)),
    ...(await inEach((workshop) => toldDeeds(from, workshop, twins))),
    ...(await inEach((workshop) => messageDeeds(from, workshop, twins))),
    ...(await inEach((workshop) => movingDeeds(from, workshop, twins))),
    ...(await inEach(closingDeeds)),
    ...(await inEach((workshop) => sheetDeeds(from, workshop, twins))),
    ...(await inEach((workshop) => completionDeeds(from, workshop, twins))),
    ...(await inEach((workshop) => certificateDeeds(from, workshop, twins, appUrl))),
    ...(await inEach((workshop) => endingDeeds(from, workshop, twins, appUrl))),
    ...(await inEach((workshop) => materialDeeds(from, workshop, twins))),
  ];
}

const byTime = (one: Deed, other: Deed) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);
