import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { fieldId, PostForm, useFormState } from "#app/ui/form.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import type { Obstacle } from "./rules.ts";

type Row = {
  id: string;
  name: ShownName;
  printed: { text: string; isJapanese: boolean }[];
  institution: Localised;
  attendance: string;
  attended: number;
  base: number;
  obstacles: Obstacle[];
  missing: string;
  certificate: { number: string; readable: string; issued: string; isReady: boolean } | null;
};
type TableProps = {
  rows: Row[];
  /** The share that the workshop asks for, such as `80%`. */
  minimum: string;
  /** Under which each certificate's document has its address. */
  documents: string;
};

/** Who can have a certificate, and for everybody else why not; the eligible are ticked already. */
export function CandidateTable({ rows, minimum, documents }: TableProps) {
  const { t } = useTranslation("certificates");
  const eligible = rows.filter(({ obstacles }) => obstacles.length === 0);
  return (
    <PostForm>
      {eligible.length ? <p className="mb-4 max-w-[65ch]">{t("issue.final")}</p> : null}
      <div className="panel overflow-x-auto">
        <table className="rows rows-cards">
          <thead>
            <tr>
              {eligible.length ? (
                <th scope="col" className="print:hidden">
                  {t("issue.choose")}
                </th>
              ) : null}
              <th scope="col">{t("issue.name")}</th>
              <th scope="col">{t("issue.printed")}</th>
              <th scope="col" className="number">
                {t("issue.attendance")}
              </th>
              <th scope="col">{t("issue.verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CandidateRow
                key={row.id}
                row={row}
                minimum={minimum}
                documents={documents}
                hasChoice={eligible.length > 0}
                isFirst={row === eligible[0]}
              />
            ))}
          </tbody>
        </table>
      </div>
      {eligible.length ? (
        <p className="save-bar mt-4">
          <button type="submit" className="button button-main">
            {t("issue.submit")}
          </button>
          <span className="text-hint max-sm:text-sm">{t("issue.eligible", { count: eligible.length })}</span>
        </p>
      ) : null}
    </PostForm>
  );
}

type RowProps = Omit<TableProps, "rows"> & { row: Row; hasChoice: boolean; isFirst: boolean };

function CandidateRow({ row, minimum, documents, hasChoice, isFirst }: RowProps) {
  const { t } = useTranslation("certificates");
  const { errors, values } = useFormState();
  const chosen = Object.keys(errors).length ? [values.chosen ?? []].flat() : null;
  const isEligible = row.obstacles.length === 0;
  return (
    <tr>
      {hasChoice ? (
        <td className="align-top print:hidden max-sm:absolute! max-sm:end-4 max-sm:top-3 max-sm:w-auto!">
          {isEligible ? (
            <input
              type="checkbox"
              id={isFirst ? fieldId("chosen") : undefined}
              name="chosen"
              value={row.id}
              defaultChecked={chosen?.includes(row.id) ?? true}
              aria-label={t("issue.chooseName", { name: row.name.name })}
              className="size-6 accent-key"
            />
          ) : null}
        </td>
      ) : null}
      <th scope="row" className="max-sm:pe-10!">
        <PersonName value={row.name} />
        <span className="block text-sm font-normal text-hint">
          <LocalText value={row.institution} />
        </span>
      </th>
      <td data-label={t("issue.printed")}>
        {row.printed.map(({ text, isJapanese }) => (
          <span key={text} className="block" lang={isJapanese ? "ja" : undefined}>
            {text}
          </span>
        ))}
        {row.printed.length ? null : "–"}
      </td>
      <td className="number" data-label={t("issue.attendance")}>
        {row.attendance}
        <span className="text-sm max-sm:ms-2 sm:block text-hint">
          {t("issue.sessions", { attended: row.attended, base: row.base })}
        </span>
      </td>
      <td>
        <Verdict row={row} minimum={minimum} documents={documents} />
      </td>
    </tr>
  );
}

function Verdict({ row, minimum, documents }: Omit<TableProps, "rows"> & { row: Row }) {
  const { t } = useTranslation("certificates");
  const { certificate } = row;
  if (certificate) {
    return (
      <>
        <Badge tone="good">{t("issue.has")}</Badge>
        <span className="block text-sm">
          {certificate.isReady ? (
            <a className="link figures" href={`${documents}/${certificate.number}.pdf`}>
              {certificate.readable}
            </a>
          ) : (
            t("issue.preparing", { number: certificate.readable })
          )}
          <span className="block text-hint">{certificate.issued}</span>
        </span>
      </>
    );
  }
  if (!row.obstacles.length) return <Badge tone="good">{t("issue.isEligible")}</Badge>;
  return (
    <>
      <Badge tone="warn">{t("issue.isNotEligible")}</Badge>
      <ul className="mt-1 text-sm">
        {row.obstacles.map((obstacle) => (
          <li key={obstacle}>
            {t(`obstacle.${obstacle}`, { attended: row.attended, base: row.base, minimum, missing: row.missing })}
          </li>
        ))}
      </ul>
    </>
  );
}
