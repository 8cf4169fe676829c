import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import { SmallTable } from "#app/ui/display/table.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

export type FiscalView = {
  code: string;
  country: string;
  years: {
    year: number;
    period: string;
    isNow: boolean;
    held: string;
    toCome: string;
    people: string;
    certificates: string;
  }[];
}[];

/** What was done in each fiscal year, beside each other for both countries: their years overlap. */
export function FiscalTable({ countries }: { countries: FiscalView }) {
  const { t } = useTranslation("programmes");
  return (
    <div className="grid max-w-4xl gap-6">
      {countries.map(({ code, country, years }) => (
        <div key={code} className="min-w-0">
          <h3 className="mb-2 text-base">
            <CountryMark code={code} name={country} /> {t(code === "JP" ? "fiscal.japan" : "fiscal.mexico")}
          </h3>
          <Panel>
            <SmallTable
              caption={t(code === "JP" ? "fiscal.japan" : "fiscal.mexico")}
              rows={years}
              keyOf={({ year }) => year}
              columns={[
                {
                  name: "year",
                  label: t("fiscal.year"),
                  isHeading: true,
                  cell: ({ year, period, isNow }) => (
                    <>
                      <span className="figures">{year}</span>{" "}
                      {isNow ? <span className="font-normal text-key">{t("fiscal.now")}</span> : null}
                      <span className="block text-sm font-normal whitespace-nowrap text-hint">{period}</span>
                    </>
                  ),
                },
                ...(["held", "toCome", "people", "certificates"] as const).map((name) => ({
                  name,
                  label: t(`fiscal.${name}`),
                  isNumber: true,
                  cell: (row: FiscalView[number]["years"][number]) => row[name],
                })),
              ]}
            />
          </Panel>
        </div>
      ))}
    </div>
  );
}
