import { formatDate, formatInstant, formatList, formatNumber } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { type Indicator, listAgreements, listValues } from "#app/programmes/indicators/queries.ts";
import { partsAgreedAnew } from "#app/programmes/indicators/rules.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Reader } from "#db/database.ts";

type Wording = { locale: Locale; t: Translator; zone: Zone };
export type HistoryView = Awaited<ReturnType<typeof historyView>>;

/** What was measured, and what was agreed when and why. The latest comes first. */
export async function historyView(db: Reader, { id }: Indicator, { locale, t, zone }: Wording) {
  const versions = await listAgreements(db, id);
  return {
    values: (await listValues(db, id)).map(({ measuredOn, value, note }) => ({
      measuredOn,
      day: formatDate(locale, measuredOn),
      value: formatNumber(locale, value / 100),
      note,
    })),
    versions: versions.map(({ version, agreed, reason, savedAt }, index) => {
      const before = versions[index + 1]?.agreed;
      const changed = before ? partsAgreedAnew(before, agreed) : [];
      return {
        version,
        reason,
        at: formatInstant(locale, savedAt, zone),
        changed: before
          ? formatList(
              locale,
              changed.map((part) =>
                t(part === "targets" ? "programmes:indicator.targets" : `programmes:indicator.field.${part}`),
              ),
            )
          : t("programmes:indicator.first"),
      };
    }),
  };
}
