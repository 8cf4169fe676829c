import type { ReactNode } from "react";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type PasteColumn, pasteColumns } from "#app/timetable/paste/rows.rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes } from "#app/ui/form/fields.tsx";
import { fieldId, PostForm } from "#app/ui/form/form.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TellingHint, type Told } from "#app/workshops/view/telling-hint.tsx";
import { cellField } from "./form.ts";
import type { PreviewedRow } from "./pasted.ts";
import { columnOfAnswer, RowQuestions } from "./row-questions.tsx";

type PreviewProps = {
  rows: PreviewedRow[];
  pasted: Record<string, string>;
  told: Told;
  /** What else is asked, above the button. */
  children?: ReactNode;
};

/** The rows as they will be: what is wrong stands beside its cell, and is mended there. Nothing is saved before. */
export function PastePreview({ rows, pasted, told, children }: PreviewProps) {
  const { t } = useTranslation("timetable");
  const headings = useHeadings();
  const wrong = rows.filter(({ facts }) => facts === null);
  const labels = Object.fromEntries(
    wrong.flatMap(({ row }) =>
      pasteColumns.map((column) => [cellField(row, column), t("paste.cell", { row, column: headings[column] })]),
    ),
  );
  const counts = { count: rows.length, wrong: wrong.length };
  return (
    <PostForm part="save" labels={labels} saysNeed={false}>
      <Notice
        isStanding
        tone={wrong.length > 0 ? "warn" : "good"}
        title={wrong.length > 0 ? t("paste.found", counts) : t("paste.allRight", counts)}
      />
      <input type="hidden" name="text" value={pasted.text ?? ""} />
      <input type="hidden" name="html" value={pasted.html ?? ""} />
      <Mended pasted={pasted} shown={wrong} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: else the keyboard could not scroll it */}
      <section aria-label={t("paste.rows")} tabIndex={0} className="panel mb-6 overflow-x-auto">
        <table className="rows paste-rows">
          <caption className="sr-only">{t("paste.rows")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("paste.row")}</th>
              {pasteColumns.map((column) => (
                <th key={column} scope="col">
                  {headings[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.row} row={row} headings={headings} />
            ))}
          </tbody>
        </table>
      </section>
      {wrong.length > 0 && wrong.length < rows.length ? (
        <Boxes
          name="leavesOut"
          legend={t("paste.wrongRows")}
          options={[{ value: "1", label: t("paste.leaveOut") }]}
          unmarked
        />
      ) : null}
      {children}
      <TellingHint told={told} />
      <Button look="main">{t("paste.save", { count: rows.length })}</Button>
    </PostForm>
  );
}

/** What was mended before, in rows that are right now. */
function Mended({ pasted, shown }: { pasted: Record<string, string>; shown: readonly PreviewedRow[] }) {
  const open = new Set(
    shown.flatMap(({ row, errors, asks }) =>
      [...Object.keys(errors), ...asks].map((column) => `cell.${row}.${column}`),
    ),
  );
  return Object.entries(pasted)
    .filter(([name]) => name.startsWith("cell.") && !open.has(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

type Headings = Record<PasteColumn, string>;

function PreviewRow({ row: { row, cells, errors, asks, facts }, headings }: { row: PreviewedRow; headings: Headings }) {
  const { t } = useTranslation("timetable");
  return (
    <tr className={facts === null ? "bg-bad-tint" : undefined}>
      <th scope="row" className="figures font-normal!">
        {row}
      </th>
      {pasteColumns.map((column) => {
        const error = errors[column];
        const name = cellField(row, column);
        if (!error) return <td key={column}>{shortened(cells[column])}</td>;
        return (
          <td key={column}>
            <input
              id={fieldId(name)}
              name={name}
              defaultValue={cells[column]}
              className="field min-w-32"
              aria-label={t("paste.cell", { row, column: headings[column] })}
              aria-invalid
              aria-describedby={`${fieldId(name)}-error`}
            />
            <p id={`${fieldId(name)}-error`} className="wrong text-sm">
              <MessageText message={error} />
            </p>
            <RowQuestions row={row} asks={asks.filter((ask) => columnOfAnswer[ask] === column)} />
          </td>
        );
      })}
    </tr>
  );
}

const mostShown = 200;
const shortened = (text: string) => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);

function useHeadings(): Headings {
  const { t } = useTranslation(["timetable", "desk"]);
  const titles = Object.fromEntries(locales.map((locale) => [locale, endonyms[locale]])) as Record<
    (typeof locales)[number],
    string
  >;
  return {
    ...titles,
    day: t("desk:field.date"),
    from: t("desk:field.startsTime"),
    to: t("desk:field.endsTime"),
    kind: t("desk:field.kind"),
    room: t("desk:field.room"),
  };
}
