import type { Part } from "#app/certificates/document/differences.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import type { PartLine } from "./parts-view.ts";

export type ComparedPart = { part: Part; now: PartLine[]; anew: PartLine[]; differs: boolean };

/** What a certificate says beside what the next one will say; what differs stands out by word and by colour. */
export function Comparison({ rows }: { rows: ComparedPart[] }) {
  const { t } = useTranslation("certificates");
  const columns: Column<ComparedPart>[] = [
    {
      name: "part",
      label: t("replacement.part"),
      isHeading: true,
      className: "align-top",
      cell: ({ part, differs }) => (
        <>
          {t(`part.${part}`)} {differs ? <Badge tone="warn">{t("replacement.changes")}</Badge> : null}
        </>
      ),
    },
    {
      name: "now",
      label: t("replacement.now"),
      isLabelled: true,
      className: "align-top",
      cell: ({ now }) => <PartText lines={now} />,
    },
    {
      name: "anew",
      label: t("replacement.anew"),
      isLabelled: true,
      className: "align-top",
      cell: ({ anew, differs }) => (differs ? <PartText lines={anew} isNew /> : t("replacement.same")),
    },
  ];
  return (
    <Table
      columns={columns}
      rows={rows}
      keyOf={({ part }) => part}
      isMarked={({ differs }) => differs}
      caption={t("replacement.caption")}
    />
  );
}

function PartText({ lines, isNew }: { lines: PartLine[]; isNew?: boolean }) {
  if (!lines.length) return "–";
  return lines.map(({ text, lang }) => (
    <span key={`${lang} ${text}`} lang={lang} className={`block ${isNew ? "font-bold text-ink" : ""}`}>
      {text}
    </span>
  ));
}
