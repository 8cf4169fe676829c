import { saveRoom, saveVenue } from "#app/venues/commands.ts";
import { roomForm, venueForm } from "#app/venues/form.ts";
import { roomValues, venueValues } from "#app/venues/form-values.ts";
import { listHours, listRooms, listVenues } from "#app/venues/queries.ts";
import { saveModule } from "#app/workshops/modules/commands.ts";
import { moduleForm, moduleTexts } from "#app/workshops/modules/form.ts";
import { listModules } from "#app/workshops/modules/queries.ts";
import type { Database } from "#db/database.ts";
import { held } from "#test/support/plan-of.ts";
import { accepted, type Deed, type Twins } from "./deeds.ts";
import type { SeededWorkshop } from "./workshop-deeds.ts";

/** Venues with their rooms, in the order in which they stand. */
export async function venueDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const venues = await listVenues(read);
  return venues
    .toSorted((one, other) => one.id.localeCompare(other.id))
    .map((venue) => ({
      at: venue.createdAt,
      async perform(trx) {
        const by = { accountId: null, at: venue.createdAt };
        const values = venueValues(venue, await listHours(read, venue.id));
        const institutionId = venue.institutionId ? twins.of(venue.institutionId) : "";
        const saved = await saveVenue(trx, null, venueForm.parse({ ...values, institutionId }), by);
        const { id } = accepted(saved.status === "saved" ? saved : null, venue.id);
        twins.pair(venue.id, id);
        for (const room of await listRooms(read, venue.id)) {
          await saveRoom(trx, { venueId: id, known: null }, roomForm.parse(roomValues(room)), by);
          twins.pair(room.id, (await listRooms(trx, id)).at(-1)?.id);
        }
      },
    }));
}

/** The modules of a workshop, before its sessions. */
export const moduleDeeds = async ({ read }: Database, { id, code, createdAt: at }: SeededWorkshop, twins: Twins) =>
  (await listModules(read, id)).map(
    (module): Deed => ({
      at,
      async perform(trx) {
        const { title, objective, indicator } = module;
        const input = moduleForm.parse({
          ...moduleTexts.title.write(title),
          ...moduleTexts.objective.write(objective),
          ...moduleTexts.indicator.write(indicator),
        });
        await saveModule(trx, await held(trx, { code }), null, input, { accountId: null, at });
        twins.pair(module.id, (await listModules(trx, twins.of(id))).at(-1)?.id);
      },
    }),
  );
