import { textIn } from "#app/i18n/locales.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { listTariffs } from "#app/programmes/costs/queries.ts";
import type { StoredProgramme } from "#app/programmes/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Id } from "#db/id.ts";
import type { CostChoices } from "./cost-form.tsx";

/** The tariffs of a programme, and who may pay: its parties first, then every other institution. */
export async function costChoices(
  { db, locale, t, at }: Pick<Reading, "db" | "locale" | "t" | "at">,
  { id, parties }: StoredProgramme,
  stored: Id<"institution">[] = [],
): Promise<CostChoices> {
  const own = new Set<string>(parties.map(({ institutionId }) => institutionId));
  const institutions = await institutionChoices(db, { locale, t, at }, [
    ...stored,
    ...parties.map((party) => party.institutionId),
  ]);
  const grouped = institutions.map((option) => ({
    ...option,
    group: t(own.has(option.value) ? "programmes:cost.parties" : "programmes:cost.others"),
  }));
  const tariffs = (await listTariffs(db, id)).map(({ id: value, name, unit, currency }) => ({
    value,
    label: t("programmes:cost.tariffOf", {
      name: textIn(name, locale).text,
      unit: t(`programmes:tariff.unit.${unit}`),
      currency,
    }),
  }));
  return { tariffs, payers: grouped.sort((a, b) => Number(own.has(b.value)) - Number(own.has(a.value))) };
}
