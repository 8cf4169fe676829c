import { to } from "#app/addresses.ts";
import { StatusBadge } from "#app/certificates/status-badge.tsx";
import type { ReasonClass } from "#app/certificates/validity/reasons.rules.ts";
import type { CertificateStatus } from "#app/certificates/validity/validity.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { SecondLine } from "#app/ui/hint.tsx";

type Row = {
  number: string;
  readable: string;
  holder: string;
  holderLang: string | undefined;
  status: CertificateStatus;
  ended: string;
  reasonClass: ReasonClass | null;
  words: string;
  isReady: boolean;
  successor: { number: string; readable: string } | null;
};

type Props = {
  rows: Row[];
  /** The workshop's. */
  code: string;
};

/** What a workshop has issued and is not valid any more: when, why, and what has taken its place. */
export function FormerCertificates({ rows, code }: Props) {
  const { t, locale } = useTranslation("certificates");
  if (!rows.length) return null;
  const columns: Column<Row>[] = [
    {
      name: "number",
      label: t("fact.number"),
      isHeading: true,
      className: "align-top",
      cell: ({ number, readable, isReady, holder, holderLang }) => (
        <>
          {isReady ? (
            <a className="link figures" href={to.certificate({ locale, code, file: `${number}.pdf` })}>
              {readable}
            </a>
          ) : (
            <span className="figures">{readable}</span>
          )}
          <span className="block font-normal" lang={holderLang}>
            {holder}
          </span>
        </>
      ),
    },
    {
      name: "status",
      label: t("former.status"),
      className: "align-top",
      cell: ({ status, ended, successor }) => (
        <>
          <StatusBadge status={status} />
          <SecondLine>{ended}</SecondLine>
          {successor ? <SecondLine>{t("former.by", { number: successor.readable })}</SecondLine> : null}
        </>
      ),
    },
    {
      name: "reason",
      label: t("former.reason"),
      isLabelled: true,
      className: "align-top",
      cell: ({ reasonClass, words }) => (
        <>
          {reasonClass ? t(`reason.${reasonClass}`) : "–"}
          {words ? <SecondLine>{words}</SecondLine> : null}
        </>
      ),
    },
    {
      name: "verification",
      label: t("former.verification"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      className: "align-top",
      cell: ({ number, readable }) => (
        <a
          className="link"
          href={to.verification({ locale, number })}
          aria-label={t("former.verifyNumber", { number: readable })}
        >
          {t("mine.verify")}
        </a>
      ),
    },
  ];
  return (
    <div className="mt-12">
      <Section title={t("former.title")}>
        <p className="mb-4 max-w-[65ch]">{t("former.lead")}</p>
        <Table columns={columns} rows={rows} keyOf={({ number }) => number} caption={t("former.title")} />
      </Section>
    </div>
  );
}
