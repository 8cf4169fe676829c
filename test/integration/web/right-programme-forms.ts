import type { Database } from "#db/database.ts";
import { indicatorFields } from "#test/support/programmes.ts";

/** A form in good order for each action about what a programme is measured by. */
export async function programmeForms({ read }: Pick<Database, "read">) {
  const indicator = await read.selectFrom("indicator").select("id").executeTakeFirstOrThrow();
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
  };
}
