import type { Database } from "#db/database.ts";
import { costFields, indicatorFields, tariffFields } from "#test/support/programmes.ts";

/** A form in good order for each action about what a programme is measured by. */
export async function programmeForms({ read }: Pick<Database, "read">) {
  const indicator = await read.selectFrom("indicator").select("id").executeTakeFirstOrThrow();
  const line = await read.selectFrom("costLine").select(["id", "tariffId", "payerId"]).executeTakeFirstOrThrow();
  const { tariffId, payerId } = line;
  const cost = { ...costFields, tariffId, payerId, units: "3" };
  const programme = "/es/desk/programmes/MJ-CUSTOMS";
  const own = `${programme}/indicators/${indicator.id}`;
  const desk = "/:l/desk/programmes/:code";
  return {
    [`${desk}/indicators/new`]: { path: `${programme}/indicators/new`, form: { ...indicatorFields, code: "R9" } },
    [`${desk}/indicators/:indicator`]: {
      path: own,
      form: { part: "value", measuredOn: "2026-11-03", value: "31.5", note: "" },
    },
    [`${desk}/indicators/:indicator/facts`]: {
      path: `${own}/facts`,
      form: { ...indicatorFields, baseline: "5", reason: "Se midió de nuevo." },
    },
    [`${desk}/costs`]: { path: `${programme}/costs`, form: { id: line.id } },
    [`${desk}/costs/new`]: { path: `${programme}/costs/new`, form: cost },
    [`${desk}/costs/:cost`]: { path: `${programme}/costs/${line.id}`, form: cost },
    [`${desk}/tariffs`]: { path: `${programme}/tariffs`, form: { id: tariffId } },
    [`${desk}/tariffs/new`]: { path: `${programme}/tariffs/new`, form: tariffFields },
    [`${desk}/tariffs/:tariff`]: { path: `${programme}/tariffs/${tariffId}`, form: { ...tariffFields, unit: "day" } },
    [`${desk}/exchange-rates`]: {
      path: `${programme}/exchange-rates`,
      form: { currency: "MXN", "rate.1.currency": "JPY", "rate.1.validFrom": "2026-04-01", "rate.1.rate": "0.126" },
    },
  };
}
