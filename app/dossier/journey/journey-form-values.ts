import { dateOf, timeOf } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { directions } from "../rules.ts";
import { findLodging, listJourneysOf } from "./journey.queries.ts";

/** How somebody arrives and leaves, as the fields of a form. */
export async function journeyFormValues(db: Reader, id: Id<"enrolment">): Promise<Record<string, string>> {
  const journeys = await listJourneysOf(db, id);
  return Object.fromEntries(
    directions.flatMap((direction) => {
      const own = journeys.find((journey) => journey.direction === direction);
      return [
        [`${direction}Carrier`, own?.carrier ?? ""],
        [`${direction}Place`, own?.place ?? ""],
        [`${direction}On`, own ? dateOf(own.atLocal) : ""],
        [`${direction}Time`, own ? timeOf(own.atLocal) : ""],
      ];
    }),
  );
}

/** The same with where they stay. */
export async function stayFormValues(db: Reader, id: Id<"enrolment">): Promise<Record<string, string>> {
  const lodging = await findLodging(db, id);
  return {
    ...(await journeyFormValues(db, id)),
    lodgingName: lodging?.name ?? "",
    lodgingAddress: lodging?.address ?? "",
    lodgingTelephone: lodging?.telephone ?? "",
    lodgingFrom: lodging?.fromOn ?? "",
    lodgingTo: lodging?.toOn ?? "",
  };
}
