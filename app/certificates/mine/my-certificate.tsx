import { to } from "#app/addresses.ts";
import { readablePart } from "#app/certificates/number.ts";
import { StatusBadge } from "#app/certificates/status-badge.tsx";
import type { ReasonClass } from "#app/certificates/validity/reasons.rules.ts";
import type { CertificateStatus } from "#app/certificates/validity/validity.rules.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts, Lines } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Card } from "#app/ui/frame/card.tsx";

type Props = {
  number: string;
  readable: string;
  status: CertificateStatus;
  /** The day on which it was replaced or revoked. */
  ended: string | null;
  reasonClass: ReasonClass | null;
  /** The coordination's, beside the class. */
  words: string;
  /** The number of the one that has taken its place. */
  successor: string | null;
  title: string;
  names: string[];
  period: string;
  issued: string;
  isReady: boolean;
  heading: "h2" | "h3";
};

/** One of somebody's own certificates; of one that is no longer valid, also when and why. */
export function MyCertificate(certificate: Props) {
  const { number, readable, status, title, names, period, issued, isReady, heading } = certificate;
  const { t, locale } = useTranslation("certificates");
  const facts = [
    ...useEnding(certificate),
    { term: t("fact.period"), value: period, className: "break-keep" },
    { term: t("mine.holder"), value: <Lines lines={names.map((text) => ({ text, lang: langOfName(text) }))} /> },
    { term: t("fact.issued"), value: issued },
  ];
  return (
    <Card code={readable} badge={<StatusBadge status={status} />} heading={heading} title={title}>
      {status === "valid" ? null : (
        <p className="mb-4 max-w-[65ch]">
          {t(`mine.ended.${status}`, { number: certificate.successor ? readablePart(certificate.successor) : "" })}
        </p>
      )}
      <Facts look="beside" className="mb-4" facts={facts} />
      <p className="flex flex-wrap items-center gap-4">
        {isReady ? (
          <Button
            look={status === "valid" ? "main" : "plain"}
            href={to.myCertificate({ locale, file: `${number}.pdf` })}
          >
            {t(status === "valid" ? "mine.download" : "mine.downloadFormer")}
          </Button>
        ) : (
          <span className="text-hint">
            {t("mine.preparing")}{" "}
            <a className="link" href="?">
              {t("refresh")}
            </a>
          </span>
        )}
        <a className="link" href={to.verification({ locale, number })}>
          {t("mine.verify")}
        </a>
      </p>
    </Card>
  );
}

function useEnding({ status, ended, reasonClass, words }: Props) {
  const { t } = useTranslation("certificates");
  if (status === "valid") return [];
  return [
    { term: t(`fact.until.${status}`), value: ended },
    { term: t("fact.reason"), value: reasonClass && t(`reason.${reasonClass}`) },
    { term: t("fact.words"), value: words },
  ];
}
