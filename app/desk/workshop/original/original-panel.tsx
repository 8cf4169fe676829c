import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { OriginalView } from "./original-view.ts";

type Sum = { name: "period" | "sessions" | "duration" };
const sums: Sum[] = [{ name: "period" }, { name: "sessions" }, { name: "duration" }];

/** The plan as it was published beside the plan as it stands, and each session that is held at another time. */
export function OriginalPanel({ original }: { original: OriginalView }) {
  const { t } = useTranslation(["desk", "common"]);
  const { planned, now, held, counts, changes, publishedOn } = original;
  const columns: Column<Sum>[] = [
    { name: "what", label: t("original.what"), isHeading: true, cell: ({ name }) => t(`original.sum.${name}`) },
    { name: "planned", label: t("original.planned"), isLabelled: true, cell: ({ name }) => planned[name] },
    { name: "now", label: t("original.now"), isLabelled: true, cell: ({ name }) => now[name] },
    ...(held
      ? [
          {
            name: "held",
            label: t("original.held"),
            isLabelled: true,
            cell: ({ name }: Sum) => (name === "period" ? null : held[name]),
          },
        ]
      : []),
  ];
  const changed: Column<OriginalView["changes"][number]>[] = [
    {
      name: "what",
      label: t("original.session"),
      isHeading: true,
      cell: ({ title }) => (title.text ? <LocalText value={title} note /> : t("original.untitled")),
    },
    {
      name: "planned",
      label: t("original.planned"),
      isLabelled: true,
      cell: ({ before }) => before ?? t("original.added"),
    },
    { name: "now", label: t("original.now"), isLabelled: true, cell: (row) => row.now ?? t("original.removed") },
  ];
  return (
    <Section title={t("original.title")}>
      <p className="hint mb-3">{t("original.lead", { date: publishedOn })}</p>
      <Table
        columns={columns}
        rows={sums}
        keyOf={({ name }) => name}
        isMarked={() => false}
        caption={t("original.title")}
      />
      {changes.length ? (
        <details className="mt-3">
          <summary className="link min-h-11 cursor-pointer py-2">
            {counts.map(({ kind, count }) => t(`original.count.${kind}`, { count })).join(t("common:fact.between"))}
          </summary>
          <Table
            columns={changed}
            rows={changes}
            keyOf={({ key }) => key}
            isMarked={() => false}
            caption={t("original.changes", { count: changes.length })}
          />
        </details>
      ) : null}
    </Section>
  );
}
