import { useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SmallTable } from "#app/ui/display/table.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { PayersView } from "./payers-view.ts";

type Payer = PayersView["payers"][number];

/** Who has paid which share, as bars and as figures. */
export function PayerShares({ view }: { view: PayersView }) {
  const { t } = useTranslation("programmes");
  const { total, currency, payers } = view;
  return (
    <Panel pad="card">
      <p className="mb-4">
        <span className="figures block text-2xl font-bold text-ink">{total}</span>
        <span className="text-sm text-hint">{t("cost.totalIn", { currency })}</span>
      </p>
      <Legend />
      <ul className="mb-6 space-y-3">
        {payers.map((payer) => (
          <li key={payer.id} className="break-inside-avoid">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="text-ink">
                <LocalText value={payer.name} />
              </span>{" "}
              <span className="figures font-bold text-ink">{payer.share}</span>
            </p>
            <Bar payer={payer} />
          </li>
        ))}
      </ul>
      <SmallTable
        caption={t("cost.byPayer")}
        rows={payers}
        keyOf={({ id }) => id}
        columns={[
          {
            name: "name",
            label: t("cost.field.payerId"),
            isHeading: true,
            cell: ({ name }) => <LocalText value={name} />,
          },
          ...(["money", "inKind", "total", "share"] as const).map((name) => ({
            name,
            label: t(`cost.column.${name}`),
            isNumber: true,
            className: "whitespace-nowrap",
            cell: (payer: Payer) => payer[name],
          })),
        ]}
      />
    </Panel>
  );
}

/** Money is full, what is given in kind is hatched: nobody has to tell two colours apart. */
function Bar({ payer: { name, shares, money, inKind } }: { payer: Payer }) {
  const { t } = useTranslation("programmes");
  const id = useId();
  const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;
  return (
    <svg role="img" aria-labelledby={id} width="100%" height="18" className="block">
      <title id={id}>{t("cost.drawn", { name: name.text, money, inKind })}</title>
      <Hatching id={`${id}-hatching`} />
      <rect width="100%" height="18" className="fill-sunken" />
      <rect width={percent(shares.money)} height="18" className="fill-key" />
      <rect x={percent(shares.money)} width={percent(shares.inKind)} height="18" fill={`url(#${id}-hatching)`} />
    </svg>
  );
}

const Hatching = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="fill-key-tint" />
      <rect width="3" height="6" className="fill-key" />
    </pattern>
  </defs>
);

function Legend() {
  const { t } = useTranslation("programmes");
  const id = useId();
  return (
    <p className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm text-hint" aria-hidden>
      {(["money", "inKind"] as const).map((form) => (
        <span key={form} className="inline-flex items-center gap-2">
          <svg width="18" height="12" aria-hidden="true">
            <Hatching id={`${id}-${form}`} />
            <rect
              width="18"
              height="12"
              className={form === "money" ? "fill-key" : undefined}
              fill={form === "money" ? undefined : `url(#${id}-${form})`}
            />
          </svg>
          {t(`cost.kind.${form}`)}
        </span>
      ))}
    </p>
  );
}
