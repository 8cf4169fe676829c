import { locales, type Texts } from "#app/i18n/locales.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

export type Module = { id: Id<"module">; position: number; title: Texts; objective: Texts; indicator: Texts };

/** The modules of a workshop, in their order. */
export async function listModules(db: Reader, workshopId: Id<"workshop">): Promise<Module[]> {
  const modules = await db
    .selectFrom("module")
    .select(["id", "position"])
    .where("workshopId", "=", workshopId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  if (!modules.length) return [];
  const rows = await db
    .selectFrom("moduleText")
    .select(["moduleId", "locale", "title", "objective", "indicator"])
    .where(
      "moduleId",
      "in",
      modules.map(({ id }) => id),
    )
    .execute();
  const byModule = Map.groupBy(rows, ({ moduleId }) => moduleId);
  return modules.map((module) => {
    const own = new Map((byModule.get(module.id) ?? []).map((row) => [row.locale, row]));
    const inAll = (field: "title" | "objective" | "indicator"): Texts =>
      Object.fromEntries(locales.map((locale) => [locale, own.get(locale)?.[field] ?? ""]));
    return { ...module, title: inAll("title"), objective: inAll("objective"), indicator: inAll("indicator") };
  });
}
