import { locales, type Texts } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type Agreed, levels, type Target } from "./rules.ts";

export type Indicator = Awaited<ReturnType<typeof listIndicators>>[number];
const texts = ["name", "definition", "unit", "verification"] as const;

/** The indicators of a programme with their texts and targets, from its goal on; those in the archive at the end. */
export async function listIndicators(db: Reader, programmeId: Id<"programme">) {
  const indicators = await db
    .selectFrom("indicator")
    .select(["id", "programmeId", "code", "level", "measure", "baseline", "version", "archivedAt"])
    .where("programmeId", "=", programmeId)
    .execute();
  const ids = indicators.map(({ id }) => id);
  const written = Map.groupBy(await listTexts(db, ids), ({ indicatorId }) => indicatorId);
  const targets = Map.groupBy(await listTargets(db, ids), ({ indicatorId }) => indicatorId);
  return indicators
    .map((indicator) => {
      const own = new Map(written.get(indicator.id)?.map((row) => [row.locale, row]));
      const inAll = (field: (typeof texts)[number]): Texts =>
        Object.fromEntries(locales.map((locale) => [locale, own.get(locale)?.[field] ?? ""]));
      return {
        ...indicator,
        ...{ name: inAll("name"), definition: inAll("definition") },
        ...{ unit: inAll("unit"), verification: inAll("verification") },
        targets: (targets.get(indicator.id) ?? []).map(({ dueOn, value }): Target => ({ dueOn, value })),
      };
    })
    .sort(
      (a, b) =>
        Number(a.archivedAt !== null) - Number(b.archivedAt !== null) ||
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        inOrder.compare(a.code, b.code),
    );
}

/** `R2` comes before `R10`. */
const inOrder = new Intl.Collator("en", { numeric: true });

const listTexts = async (db: Reader, ids: Id<"indicator">[]) =>
  ids.length ? db.selectFrom("indicatorText").selectAll().where("indicatorId", "in", ids).execute() : [];

const listTargets = async (db: Reader, ids: Id<"indicator">[]) =>
  ids.length
    ? db
        .selectFrom("indicatorTarget")
        .select(["indicatorId", "dueOn", "value"])
        .where("indicatorId", "in", ids)
        .orderBy("dueOn")
        .execute()
    : [];

export async function findIndicator(db: Reader, programmeId: Id<"programme">, id: string): Promise<Indicator | null> {
  return (await listIndicators(db, programmeId)).find((indicator) => indicator.id === id) ?? null;
}

export type TypedValue = { measuredOn: LocalDate; value: number; note: string };

/** What was typed in for an indicator, the latest first. */
export const listValues = (db: Reader, indicatorId: Id<"indicator">): Promise<TypedValue[]> =>
  db
    .selectFrom("indicatorValue")
    .select(["measuredOn", "value", "note"])
    .where("indicatorId", "=", indicatorId)
    .orderBy("measuredOn", "desc")
    .execute();

/** The latest value that was typed in for each of some indicators, up to a day. */
export async function listLatestValues(
  db: Reader,
  ids: Id<"indicator">[],
  upTo: LocalDate,
): Promise<Map<Id<"indicator">, TypedValue>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom("indicatorValue")
    .select(["indicatorId", "measuredOn", "value", "note"])
    .where("indicatorId", "in", ids)
    .where("measuredOn", "<=", upTo)
    .orderBy("measuredOn")
    .execute();
  return new Map(rows.map(({ indicatorId, ...row }) => [indicatorId, row]));
}

/** Every version of what was agreed about an indicator, the latest first. */
export async function listAgreements(db: Reader, indicatorId: Id<"indicator">) {
  const rows = await db
    .selectFrom("indicatorVersion")
    .select(["version", "agreed", "reason", "savedAt"])
    .where("indicatorId", "=", indicatorId)
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ agreed, ...row }) => ({ ...row, agreed: JSON.parse(agreed) as Agreed }));
}
