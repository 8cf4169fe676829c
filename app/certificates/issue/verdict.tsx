import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import type { CandidateView } from "./issue-view.ts";
import { IssuedCertificate } from "./issued-certificate.tsx";

type VerdictProps = {
  row: CandidateView;
  /** The share that the workshop asks for, such as `80%`. */
  minimum: string;
  /** The workshop's. */
  code: string;
  /** Whether replacing and revoking are the reader's. */
  mayEnd: boolean;
};

/** Whether somebody can have a certificate: theirs, or why not. */
export function Verdict({ row, minimum, code, mayEnd }: VerdictProps) {
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

function NotEligible({ row, minimum }: { row: CandidateView; minimum: string }) {
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
