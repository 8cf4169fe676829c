import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { CostRow } from "./cost-rows.ts";

export const costList: List<CostRow> = {
  name: "costs",
  title: (t) => t("programmes:cost.title"),
  keyOf: ({ id }) => id,
  columns: [
    {
      name: "what",
      label: (t) => t("programmes:cost.field.what"),
      value: ({ what }) => what,
      width: 48,
      isHeading: true,
      isSortable: true,
      href: ({ id, programme }, locale) => to.cost({ locale, code: programme, cost: id }),
      onPage: { cell: (row) => <What row={row} />, className: "xl:min-w-48" },
    },
    {
      name: "usedOn",
      label: (t) => t("programmes:cost.field.usedOn"),
      kind: "day",
      value: ({ usedOn }) => usedOn,
      isSortable: true,
      onPage: { isLabelled: true, className: "xl:whitespace-nowrap", cell: ({ day }) => day },
    },
    {
      name: "payer",
      label: (t) => t("programmes:cost.field.payerId"),
      value: ({ payer }) => payer,
      width: 40,
      isSortable: true,
      onPage: { isLabelled: true, cell: (row) => <Payer row={row} /> },
    },
    {
      name: "form",
      label: (t) => t("programmes:cost.field.form"),
      value: ({ form }, t) => t(`programmes:cost.kind.${form}`),
      isSortable: true,
    },
    { name: "tariff", label: (t) => t("programmes:cost.field.tariffId"), value: ({ tariff }) => tariff, width: 40 },
    { name: "units", label: (t) => t("programmes:cost.field.units"), kind: "number", value: ({ units }) => units },
    { name: "unit", label: (t) => t("programmes:tariff.field.unit"), value: ({ unit }) => unit },
    { name: "price", label: (t) => t("programmes:cost.column.price"), kind: "number", value: ({ price }) => price },
    {
      name: "amount",
      label: (t) => t("programmes:cost.column.amount"),
      kind: "number",
      value: ({ amount }) => amount,
      onPage: { cell: (row) => <Amount row={row} />, isNumber: true, isLabelled: true },
    },
    { name: "currency", label: (t) => t("programmes:tariff.field.currency"), value: ({ currency }) => currency },
    { name: "rate", label: (t) => t("programmes:cost.column.rate"), kind: "number", value: ({ rate }) => rate },
    { name: "rateOn", label: (t) => t("programmes:cost.column.rateOn"), kind: "day", value: ({ rateOn }) => rateOn },
    {
      name: "total",
      label: (t) => t("programmes:cost.column.total"),
      kind: "number",
      value: ({ total }) => total,
      isSortable: true,
      onPage: { cell: (row) => <Total row={row} />, isNumber: true, isLabelled: true },
    },
  ],
};

function What({ row: { id, programme, what, tariff } }: { row: CostRow }) {
  const { locale } = useTranslation();
  return (
    <>
      <a className="link" href={to.cost({ locale, code: programme, cost: id })}>
        <LocalText value={what} />
      </a>
      <SecondLine>
        <LocalText value={tariff} />
      </SecondLine>
    </>
  );
}

function Payer({ row: { payer, form } }: { row: CostRow }) {
  const { t } = useTranslation("programmes");
  return (
    <>
      <LocalText value={payer} />
      <SecondLine>{t(`cost.kind.${form}`)}</SecondLine>
    </>
  );
}

function Amount({ row: { amountText, unitsText, unit, priceText } }: { row: CostRow }) {
  const { t } = useTranslation("programmes");
  return (
    <>
      <span className="xl:whitespace-nowrap">{amountText ?? t("cost.noTariff")}</span>
      <SecondLine>{t("cost.times", { units: unitsText, unit, price: priceText ?? "–" })}</SecondLine>
    </>
  );
}

/** With the rate by which it was converted. */
function Total({ row: { totalText, exchange } }: { row: CostRow }) {
  const { t } = useTranslation("programmes");
  return (
    <>
      <span className="xl:whitespace-nowrap">{totalText ?? t("cost.noRate")}</span>
      {exchange ? (
        <span className="whitespace-normal">
          <SecondLine>{t("cost.byRate", exchange)}</SecondLine>
        </span>
      ) : null}
    </>
  );
}
