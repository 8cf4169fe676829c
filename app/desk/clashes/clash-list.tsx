import { ClashSides } from "#app/clashes/clash-notice.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import type { ClashRow } from "./clash-rows.ts";

const tones = { open: "bad", advice: "warn", accepted: "quiet" } as const;

export const clashList: List<ClashRow> = {
  name: "clashes",
  title: (t) => t("clashes:list.title"),
  keyOf: ({ key }) => key,
  columns: [
    {
      name: "what",
      label: (t) => t("clashes:list.what"),
      value: ({ text }) => text,
      width: 56,
      isHeading: true,
      onPage: { cell: (row) => <What row={row} />, className: "font-normal!" },
    },
    {
      name: "sides",
      label: (t) => t("clashes:list.sides"),
      value: ({ sides }, t) =>
        sides
          .map(({ name, day, time }) => `${name ?? t("clashes:elsewhere")} ${t("clashes:when", { day, time })}`)
          .join(t("common:fact.between")),
      width: 56,
      onPage: { cell: ({ sides }) => <ClashSides sides={sides} /> },
    },
    {
      name: "standing",
      label: (t) => t("clashes:list.standing"),
      value: ({ standing }, t) => t(`clashes:standing.${standing}`),
      onPage: { cell: (row) => <ClashStanding row={row} /> },
    },
    { name: "reason", label: (t) => t("clashes:reason.label"), value: ({ reason }) => reason, width: 48 },
  ],
};

const What = ({ row: { text } }: { row: ClashRow }) => <span className="text-ink">{text}</span>;

function ClashStanding({ row: { standing, reason, decided } }: { row: ClashRow }) {
  const { t } = useTranslation("clashes");
  return (
    <>
      <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      {reason ? <SecondLine>{t("list.because", { reason, at: decided })}</SecondLine> : null}
    </>
  );
}
