import { to } from "#app/addresses.ts";
import type { Part } from "#app/certificates/document/differences.rules.ts";
import type { Gap } from "#app/certificates/document/gaps.rules.ts";
import type { Obstacle } from "#app/certificates/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Lines } from "#app/ui/display/facts.tsx";
import { BesideNumber, type Column, Table } from "#app/ui/display/table.tsx";
import { fieldId, PostForm, useFormState } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import type { Id } from "#db/id.ts";
import { GapList } from "./gap-list.tsx";
import { IssuedCertificate } from "./issued-certificate.tsx";

type Row = {
  id: Id<"enrolment">;
  name: ShownName;
  printed: { text: string; isJapanese: boolean }[];
  institution: Localised;
  attendance: string;
  attended: number;
  base: number;
  obstacles: Obstacle[];
  missing: string;
  /** Had one that was revoked: another is issued on purpose only. */
  wasRevoked: boolean;
  certificate: {
    number: string;
    readable: string;
    issued: string;
    isReady: boolean;
    outdated: { parts: Part[]; isEarned: boolean } | null;
  } | null;
};
type TableProps = {
  rows: Row[];
  /** Languages that are missing in what would be printed. */
  gaps: readonly Gap[];
  /** Whether replacing and revoking are theirs. */
  mayEnd: boolean;
  /** Whether names of institutions and programmes are. */
  mayName: boolean;
  /** The share that the workshop asks for, such as `80%`. */
  minimum: string;
  /** The workshop's. */
  code: string;
};

/** Who can have a certificate, and for everybody else why not; the eligible are ticked already. */
export function CandidateTable({ rows, gaps, minimum, code, mayEnd, mayName }: TableProps) {
  const { t } = useTranslation("certificates");
  const eligible = rows.filter(isEligible);
  const columns: Column<Row>[] = [
    {
      name: "choose",
      label: t("issue.choose"),
      isOnScreenOnly: true,
      className: "align-top cards:absolute! cards:end-4 cards:top-3",
      cell: (row) => (isEligible(row) ? <Choice row={row} isFirst={row === eligible[0]} /> : null),
    },
    {
      name: "name",
      label: t("issue.name"),
      isHeading: true,
      className: eligible.length ? "cards:pe-10!" : "",
      cell: ({ name, institution }) => (
        <>
          <PersonName value={name} />
          <SecondLine>
            <LocalText value={institution} />
          </SecondLine>
        </>
      ),
    },
    {
      name: "printed",
      label: t("issue.printed"),
      isLabelled: true,
      cell: ({ printed }) => (printed.length ? <Lines lines={printed.map(inItsLanguage)} /> : "–"),
    },
    {
      name: "attendance",
      label: t("issue.attendance"),
      isLabelled: true,
      isNumber: true,
      cell: ({ attendance, attended, base }) => (
        <>
          {attendance}
          <BesideNumber>{t("issue.sessions", { attended, base })}</BesideNumber>
        </>
      ),
    },
    {
      name: "verdict",
      label: t("issue.verdict"),
      cell: (row) => <Verdict {...{ row, minimum, code, mayEnd }} />,
    },
  ];
  const shown = eligible.length ? columns : columns.slice(1);
  return (
    <PostForm labels={{ chosen: t("issue.choose"), acceptsGaps: t("gaps.legend") }}>
      {eligible.length ? <p className="mb-4 max-w-[65ch]">{t("issue.final")}</p> : null}
      <Table caption={t("issue.title")} id="list" columns={shown} rows={rows} keyOf={({ id }) => id} />
      {eligible.length ? (
        <div className="mt-6">
          <GapList gaps={gaps} code={code} mayName={mayName} />
        </div>
      ) : null}
      {eligible.length ? (
        <SaveBar label={t("issue.submit")} className="mt-4">
          <span className="text-hint max-sm:text-sm">{t("issue.eligible", { count: eligible.length })}</span>
        </SaveBar>
      ) : null}
    </PostForm>
  );
}

const inItsLanguage = ({ text, isJapanese }: Row["printed"][number]) => ({ text, lang: isJapanese ? "ja" : undefined });

const isEligible = ({ obstacles }: Row) => obstacles.length === 0;

/** The form's summary of errors leads to the first. */
function Choice({ row, isFirst }: { row: Row; isFirst: boolean }) {
  const { t } = useTranslation("certificates");
  const { sent } = useFormState();
  const chosen = sent && [sent.chosen ?? []].flat();
  return (
    <input
      type="checkbox"
      id={isFirst ? fieldId("chosen") : undefined}
      name="chosen"
      value={row.id}
      defaultChecked={chosen?.includes(row.id) ?? !row.wasRevoked}
      aria-label={t("issue.chooseName", { name: row.name.name })}
      className="size-6 accent-key"
    />
  );
}

type VerdictProps = Pick<TableProps, "minimum" | "code" | "mayEnd"> & { row: Row };

function Verdict({ row, minimum, code, mayEnd }: VerdictProps) {
  const { t, locale } = useTranslation("certificates");
  const { certificate, wasRevoked, obstacles } = row;
  if (certificate) return <IssuedCertificate {...{ certificate, code, mayEnd }} />;
  if (obstacles.length) return <NotEligible row={row} minimum={minimum} />;
  return (
    <>
      <Badge tone="good">{t("issue.isEligible")}</Badge>
      {wasRevoked ? <SecondLine>{t("issue.wasRevoked")}</SecondLine> : null}
      <span className="block text-sm print:hidden">
        <a
          className="link"
          href={to.specimen({ locale, code }, { enrolment: row.id })}
          aria-label={t("issue.specimenOf", { name: row.name.name })}
        >
          {t("issue.specimen")}
        </a>
      </span>
    </>
  );
}

function NotEligible({ row, minimum }: { row: Row; minimum: string }) {
  const { t } = useTranslation("certificates");
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
