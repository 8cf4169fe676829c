import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ArchivableLink, archiveColumn } from "#app/institutions/archivable.tsx";
import { levels } from "#app/programmes/indicators/rules.ts";
import { IndicatorMeter } from "#app/statistics/indicators/indicator-meter.tsx";
import type { IndicatorView } from "#app/statistics/indicators/indicator-view.ts";
import type { List } from "#app/tables/list.ts";
import { SecondLine } from "#app/ui/hint.tsx";

export type IndicatorRow = IndicatorView & { programme: string };

const hundredths = (value: number | null | undefined) => (typeof value === "number" ? value / 100 : null);

export const indicatorList: List<IndicatorRow> = {
  name: "indicators",
  title: (t) => t("programmes:indicator.title"),
  keyOf: ({ id }) => id,
  columns: [
    {
      name: "name",
      label: (t) => t("programmes:indicator.field.name"),
      value: ({ name }) => name,
      width: 48,
      isHeading: true,
      isSortable: true,
      href: ({ id, programme }, locale) => to.indicator({ locale, code: programme, indicator: id }),
      onPage: { cell: (row) => <Name row={row} />, className: "min-w-56" },
    },
    {
      name: "code",
      label: (t) => t("programmes:indicator.field.code"),
      value: ({ code }) => code,
      isSortable: true,
    },
    {
      name: "level",
      label: (t) => t("programmes:indicator.field.level"),
      value: ({ level }, t) => t(`programmes:indicator.level.${level}`),
      compare: (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level),
      isSortable: true,
      onPage: { isLabelled: true },
    },
    {
      name: "value",
      label: (t) => t("programmes:indicator.field.value"),
      kind: "number",
      value: ({ value }) => hundredths(value),
      onPage: {
        label: (t) => t("programmes:indicator.advance"),
        cell: (row) => <IndicatorMeter indicator={row} />,
        className: "w-[45%] min-w-64 text-start!",
      },
    },
    {
      name: "unit",
      label: (t) => t("programmes:indicator.field.unit"),
      value: ({ unit, isPercentage }) => (unit.text || !isPercentage ? unit : "%"),
    },
    {
      name: "baseline",
      label: (t) => t("programmes:indicator.field.baseline"),
      kind: "number",
      value: ({ baseline }) => hundredths(baseline),
    },
    {
      name: "target",
      label: (t) => t("programmes:indicator.field.target"),
      kind: "number",
      value: ({ target }) => hundredths(target?.value),
    },
    {
      name: "dueOn",
      label: (t) => t("programmes:indicator.field.dueOn"),
      kind: "day",
      value: ({ target }) => target?.dueOn ?? null,
    },
    {
      name: "done",
      label: (t) => t("programmes:indicator.field.done"),
      kind: "share",
      value: ({ advance }) => advance.done,
    },
    {
      name: "elapsed",
      label: (t) => t("programmes:indicator.field.elapsed"),
      kind: "share",
      value: ({ advance }) => advance.elapsed,
    },
    {
      name: "standing",
      label: (t) => t("programmes:indicator.field.standing"),
      value: ({ advance }, t) => t(`programmes:indicator.standing.${advance.standing}`),
    },
    { name: "source", label: (t) => t("programmes:indicator.field.measure"), value: ({ source }) => source, width: 32 },
    {
      name: "definition",
      label: (t) => t("programmes:indicator.field.definition"),
      value: ({ definition }) => definition,
      width: 56,
    },
    {
      name: "verification",
      label: (t) => t("programmes:indicator.field.verification"),
      value: ({ verification }) => verification,
      width: 48,
    },
    archiveColumn,
  ],
};

function Name({ row }: { row: IndicatorRow }) {
  const { locale } = useTranslation();
  const { id, code, programme, source } = row;
  return (
    <>
      <span className="figures me-1 text-hint">{code}</span>{" "}
      <ArchivableLink {...row} href={to.indicator({ locale, code: programme, indicator: id })} />
      <SecondLine>{source}</SecondLine>
    </>
  );
}
