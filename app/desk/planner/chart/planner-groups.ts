import type { Grouping } from "#app/desk/planner/planner-filter.ts";
import type { PlannedRow } from "#app/desk/planner/planner-rows.ts";
import { collator } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countries } from "#app/institutions/rules.ts";
import type { Localised } from "#app/ui/local-text.tsx";

type Member = { key: string; label: Localised };
export type PlannerGroup = Member & { rows: PlannedRow[] };

type Reader = { locale: Locale; t: Translator };

/** Which groups a workshop belongs to. One with several rooms or coordinators is in the group of each. */
const memberships: Record<Grouping, (row: PlannedRow, reader: Reader) => Member[]> = {
  none: (_, { locale }) => [{ key: "", label: { text: "", lang: locale } }],
  country: ({ countryCode, country }, { locale }) => [{ key: countryCode, label: { text: country, lang: locale } }],
  host: ({ hostId, host }) => [{ key: hostId, label: host }],
  programme: ({ programmeCode, programme }) => [{ key: programmeCode, label: programme }],
  coordinator: ({ coordinators }, { locale, t }) =>
    coordinators.length
      ? coordinators.map(({ id, name }) => ({ key: id, label: { text: name, lang: locale } }))
      : [{ key: "", label: { text: t("planner:group.nobody"), lang: locale } }],
  room: ({ rooms }, { locale, t }) =>
    rooms.length
      ? rooms.map(({ id, name }) => ({ key: id, label: { text: name, lang: locale } }))
      : [{ key: "", label: { text: t("planner:group.nowhere"), lang: locale } }],
};

/** Workshops side by side, each group in the order of their beginnings. */
export function groupsOf(rows: readonly PlannedRow[], grouping: Grouping, reader: Reader): PlannerGroup[] {
  const groups = new Map<string, PlannerGroup>();
  for (const row of rows)
    for (const { key, label } of memberships[grouping](row, reader)) {
      const group = groups.get(key) ?? { key, label, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  const compare = collator(reader.locale);
  return [...groups.values()].sort(
    (a, b) => orderOf(a, grouping) - orderOf(b, grouping) || compare(a.label.text, b.label.text),
  );
}

/** Our countries in their own order; whoever is nobody's comes last. */
function orderOf({ key }: Member, grouping: Grouping): number {
  if (grouping !== "country") return key === "" ? 1 : 0;
  const index = (countries as readonly string[]).indexOf(key);
  return index < 0 ? countries.length : index;
}
