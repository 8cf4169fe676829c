import type { Part } from "#app/certificates/document/differences.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Column, Table } from "#app/ui/display/table.tsx";
import type { PartLine } from "./parts-view.ts";

type ComparedPart = { part: Part; now: PartLine[]; anew: PartLine[]; differs: boolean };

/** What a certificate says beside what the next one will say. What stays the same is there for whoever asks for it. */
export function Comparison({ rows }: { rows: ComparedPart[] }) {
  const { t } = useTranslation("certificates");
  const changed = rows.filter(({ differs }) => differs);
  const same = rows.filter(({ differs }) => !differs);
  const part: Column<ComparedPart> = {
    name: "part",
    label: t("replacement.part"),
    isHeading: true,
    className: "align-top",
    cell: (row) => t(`part.${row.part}`),
  };
  const now: Column<ComparedPart> = {
    name: "now",
    label: t("replacement.now"),
    isLabelled: true,
    className: "align-top",
    cell: (row) => <PartText lines={row.now} />,
  };
  const anew: Column<ComparedPart> = {
    name: "anew",
    label: t("replacement.anew"),
    isLabelled: true,
    className: "align-top",
    cell: (row) => <PartText lines={row.anew} beside={row.now} />,
  };
  return (
    <div className="mb-8 space-y-4">
      {changed.length ? (
        <Table
          columns={[part, now, anew]}
          rows={changed}
          keyOf={(row) => row.part}
          caption={t("replacement.changes", { count: changed.length })}
        />
      ) : null}
      {same.length ? (
        <details>
          <summary className="link min-h-11 cursor-pointer py-2">
            {t("replacement.same", { count: same.length })}
          </summary>
          <div className="mt-2">
            <Table
              columns={[part, now]}
              rows={same}
              keyOf={(row) => row.part}
              caption={t("replacement.same", { count: same.length })}
            />
          </div>
        </details>
      ) : null}
    </div>
  );
}

/** A line that is not among those beside it stands out. */
function PartText({ lines, beside }: { lines: PartLine[]; beside?: PartLine[] }) {
  if (!lines.length) return "–";
  return lines.map(({ text, lang }) => {
    const isNew = beside && !beside.some((other) => other.text === text);
    return (
      <span key={`${lang} ${text}`} lang={lang} className="block">
        {isNew ? <mark className="bg-warn-tint font-bold text-ink">{text}</mark> : text}
      </span>
    );
  });
}
