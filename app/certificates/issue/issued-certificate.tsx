import { to } from "#app/addresses.ts";
import type { Part } from "#app/certificates/document/differences.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";

type Certificate = {
  number: string;
  readable: string;
  issued: string;
  isReady: boolean;
  outdated: { parts: Part[]; isEarned: boolean } | null;
};

type Props = {
  certificate: Certificate;
  /** The workshop's. */
  code: string;
  /** Whether replacing and revoking are theirs. */
  mayEnd: boolean;
};

/** Somebody's valid certificate: its document, what has changed since, and the two ways to end it. */
export function IssuedCertificate({ certificate, code, mayEnd }: Props) {
  const { t, locale } = useTranslation("certificates");
  const { number, readable, issued, isReady, outdated } = certificate;
  return (
    <>
      <Badge tone="good">{t("issue.has")}</Badge>
      <span className="block text-sm">
        {isReady ? (
          <a className="link figures" href={to.certificate({ locale, code, file: `${number}.pdf` })}>
            {readable}
          </a>
        ) : (
          t("issue.preparing", { number: readable })
        )}
        <span className="block text-hint">{issued}</span>
      </span>
      {outdated ? <Differences {...outdated} /> : null}
      {mayEnd ? (
        <span className="mt-1 flex flex-wrap gap-x-4 text-sm print:hidden">
          <a
            className="link max-sm:py-2.5"
            href={to.replacement({ locale, code, number })}
            aria-label={t("issue.replaceNumber", { number: readable })}
          >
            {t("issue.replace")}
          </a>
          <a
            className="link max-sm:py-2.5"
            href={to.revocation({ locale, code, number })}
            aria-label={t("issue.revokeNumber", { number: readable })}
          >
            {t("issue.revoke")}
          </a>
        </span>
      ) : null}
    </>
  );
}

function Differences({ parts, isEarned }: NonNullable<Certificate["outdated"]>) {
  const { t } = useTranslation("certificates");
  return (
    <span className="mt-1 block">
      <Badge tone="warn">{t("issue.differs")}</Badge>
      <span className="block text-sm">
        {isEarned ? null : <span className="block">{t("issue.notEarned")}</span>}
        {parts.map((part) => (
          <span key={part} className="block">
            {t(`part.${part}`)}
          </span>
        ))}
      </span>
    </span>
  );
}
