import { divideSeats } from "#app/enrolment/quotas/quotas.commands.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import type { Database } from "#db/database.ts";
import { castAt } from "#test/support/cast.ts";
import { programmeForms } from "./right-programme-forms.ts";

/** A form in good order for each action about venues, modules and programmes. */
export async function placeForms(database: Pick<Database, "read" | "transact">) {
  const { read } = database;
  const quota = await database.transact(async (trx) => {
    const { id } = await trx.selectFrom("workshop").select("id").where("code", "=", "ZZ-2").executeTakeFirstOrThrow();
    const quotas = [{ institutionId: null, country: "JP", seats: 1, releaseOn: null }];
    const division = { capacity: 20, quotas, promotionDays: null, freezeDays: null };
    await divideSeats(trx, id, division, { accountId: null, at: castAt });
    const [first] = await listQuotas(trx, id);
    return first?.id ?? "";
  });
  const place = await read.selectFrom("room").select(["id", "venueId"]).orderBy("id").executeTakeFirstOrThrow();
  const module = await read
    .selectFrom("module")
    .innerJoin("workshop", "workshop.id", "module.workshopId")
    .select(["module.id", "workshop.code"])
    .orderBy("module.id")
    .executeTakeFirstOrThrow();
  const firstModule = `/es/desk/workshops/${module.code}/modules/${module.id}`;
  const venue = { "name.es": "Otra sede", country: "MX", zone: "America/Mexico_City" };
  const desk = "/:l/desk/workshops/:code";
  return {
    [`${desk}/quotas/division`]: {
      path: "/es/desk/workshops/ZZ-3/quotas/division",
      form: { capacity: "20", "quota.1.for": "country:JP", "quota.1.seats": "2" },
    },
    [`${desk}/quotas/trial`]: { path: "/es/desk/workshops/ZZ-2/quotas/trial", form: { quota } },
    ...(await programmeForms({ read })),
    [`${desk}/modules/new`]: { path: "/es/desk/workshops/ZZ-2/modules/new", form: { "title.es": "Unidad" } },
    [`${desk}/modules/:module`]: { path: firstModule, form: { "title.es": "Otra unidad" } },
    [`${desk}/modules/:module/step`]: { path: `${firstModule}/step`, form: { step: "down" } },
    "/:l/desk/venues/new": { path: "/es/desk/venues/new", form: venue },
    "/:l/desk/venues/:venue": { path: `/es/desk/venues/${place.venueId}`, form: { part: "archiving" } },
    "/:l/desk/venues/:venue/facts": { path: `/es/desk/venues/${place.venueId}/facts`, form: venue },
    "/:l/desk/venues/:venue/rooms/new": {
      path: `/es/desk/venues/${place.venueId}/rooms/new`,
      form: { "name.es": "Aula 9" },
    },
    "/:l/desk/venues/:venue/rooms/:room": {
      path: `/es/desk/venues/${place.venueId}/rooms/${place.id}`,
      form: { "name.es": "Aula 9", capacity: "9" },
    },
  };
}
