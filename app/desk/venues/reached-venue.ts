import { findRoom, findVenue } from "#app/venues/queries.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Reader, Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import { asId } from "#db/id.ts";

type Params = { venue?: string; room?: string };

/** The venue of an address. */
export const venueOf = async (db: Reader, { venue = "" }: Params) =>
  orNotFound(await findVenue(db, asId<"venue">(venue)));

/** The same, held: nobody else changes it, or one of its rooms, until the transaction ends. */
export async function heldVenue(trx: Writer, params: Params) {
  const { id } = await venueOf(trx, params);
  await hold(trx, "venue", id);
  return venueOf(trx, params);
}

/** The room of an address. */
export async function roomOf(db: Reader, params: Params) {
  const { id } = await venueOf(db, params);
  return orNotFound(await findRoom(db, id, asId<"room">(params.room ?? "")));
}
