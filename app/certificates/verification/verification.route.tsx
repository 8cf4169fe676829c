import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { durationMinutes } from "#app/certificates/document/certificate-data.ts";
import { isCutShort, longestTyped, normaliseNumber, readablePart } from "#app/certificates/number.ts";
import { findCertificate, findSuccessor } from "#app/certificates/queries.ts";
import { StatusBadge } from "#app/certificates/status-badge.tsx";
import { type PublicReason, publicReason } from "#app/certificates/validity/reasons.rules.ts";
import type { CertificateStatus } from "#app/certificates/validity/validity.rules.ts";
import { comparableDate, comparablePeriod } from "#app/i18n/formal-dates.ts";
import { formatDate, formatDuration } from "#app/i18n/format.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Facts, Lines } from "#app/ui/display/facts.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { alikeLoader } from "#app/web/doors/form-door.ts";
import { retryAfter } from "#app/web/errors/retry-after.ts";
import { countMiss } from "./misses.ts";
import { VerifyForm } from "./verify-form.tsx";

/** These pages name people: whoever has the number reads them, and no search engine lists them. */
export const headers: HeadersFunction = (of) => {
  const own = new Headers(retryAfter(of));
  own.set("X-Robots-Tag", "noindex");
  return own;
};

/** A number that was cut short is no guess, and counts as none. */
export const loader = alikeLoader(async ({ db, locale, params, at, context }) => {
  const typed = (params.number ?? "").slice(0, longestTyped);
  const number = normaliseNumber(typed) ?? typed;
  const certificate = await findCertificate(db, number.isWellFormed() && !number.includes("\0") ? number : "-");
  if (!certificate && isCutShort(typed)) return unknown({ number: typed, isCut: true, waitMinutes: null });
  if (!certificate) return unknown({ number: typed, isCut: false, waitMinutes: await countMiss({ at, context }) });
  const { data: frozen, status, statusAt, reasonClass } = certificate;
  const successor = status === "replaced" ? await findSuccessor(db, certificate.id) : null;
  return data({
    number: certificate.number,
    certificate: {
      status,
      until: status === "valid" ? null : formatDate(locale, localDate(statusAt, frozen.zone)),
      reason: reasonClass && publicReason(reasonClass),
      by: successor === null ? null : { number: successor, readable: readablePart(successor) },
      holder: frozen.holder,
      title: frozen.workshop.title[locale],
      code: frozen.workshop.code,
      programme: frozen.programme[locale],
      institution: frozen.institution[locale],
      venue: frozen.workshop.venue[locale],
      duration: formatDuration(locale, durationMinutes(frozen.workshop)),
      period: comparablePeriod(locale, frozen.workshop.startsOn, frozen.workshop.endsOn),
      issued: comparableDate(locale, frozen.issuedOn),
      parties: frozen.parties.map(({ name }) => name[locale]),
    },
  });
});

function unknown(asked: UnknownProps) {
  const answer = { ...asked, certificate: null };
  const { waitMinutes } = asked;
  return waitMinutes === null
    ? data(answer, { status: 404 })
    : data(answer, { status: 429, headers: { "Retry-After": String(waitMinutes * 60) } });
}

type Certificate = {
  status: CertificateStatus;
  /** The day on which it was replaced or revoked. */
  until: string | null;
  /** The words beside it are for the desk and the holder. */
  reason: PublicReason | null;
  /** What has taken its place. */
  by: { number: string; readable: string } | null;
  holder: { name: string; secondName: string | null };
  title: string;
  code: string;
  programme: string;
  institution: string;
  venue: string;
  duration: string;
  period: string;
  issued: string;
  parties: string[];
};

export default function VerificationPage() {
  const answer = useLoaderData<typeof loader>();
  return answer.certificate ? <Known {...answer} certificate={answer.certificate} /> : <Unknown {...answer} />;
}

const edges = { valid: "good", replaced: "key", revoked: "bad" } as const;

function Known({ number, certificate }: { number: string; certificate: Certificate }) {
  const { t, locale } = useTranslation(["certificates", "common"]);
  const { until, reason, by } = certificate;
  const lines = (...texts: string[]) => {
    const known = texts.filter(Boolean).map((text) => ({ text }));
    return known.length ? <Lines lines={known} /> : null;
  };
  const facts = [
    { term: t(`fact.until.${certificate.status === "replaced" ? "replaced" : "revoked"}`), value: until },
    { term: t("fact.reason"), value: reason && t(`reason.${reason}`) },
    {
      term: t("fact.by"),
      value: by && (
        <a className="link figures" href={to.verification({ locale, number: by.number })}>
          {by.readable}
        </a>
      ),
    },
    { term: t("fact.title"), value: lines(certificate.title, certificate.code) },
    { term: t("fact.programme"), value: certificate.programme },
    { term: t("fact.period"), value: lines(certificate.period, certificate.duration) },
    { term: t("fact.venue"), value: certificate.venue },
    { term: t("fact.institution"), value: certificate.institution },
    { term: t("fact.parties"), value: lines(...certificate.parties) },
    { term: t("fact.issued"), value: certificate.issued },
    { term: t("fact.number"), value: number, className: "font-mono text-[0.9375rem]" },
  ];
  const { name, secondName } = certificate.holder;
  return (
    <Page
      title={t(`verified.${certificate.status}.title`)}
      width="form"
      lead={<p>{t(`verified.${certificate.status}.text`)}</p>}
    >
      <Panel as="section" pad="card" edge={edges[certificate.status]} className="mb-8">
        <StatusBadge status={certificate.status} />
        <p className="mt-3 text-2xl font-bold text-ink" lang={langOfName(name)}>
          {name}
        </p>
        {secondName ? (
          <p className="text-lg" lang={langOfName(secondName)}>
            {secondName}
          </p>
        ) : null}
        <Facts look="stacked" className="mt-4 *:not-last:mb-3 [&_span+span]:mt-1" facts={facts} />
      </Panel>
      <p className="mb-8">{t("verified.compare")}</p>
      <h2 className="mb-4 text-2xl print:hidden">{t("verify.another")}</h2>
      <VerifyForm />
    </Page>
  );
}

/** `isCut`: the end of the number is missing. `waitMinutes`: after too many unknown numbers. */
type UnknownProps = { number: string; isCut: boolean; waitMinutes: number | null };

function Unknown({ number, isCut, waitMinutes }: UnknownProps) {
  const { t } = useTranslation("certificates");
  return isCut ? (
    <Page title={t("unknown.cut")} width="form" lead={<p>{t("unknown.cutText")}</p>}>
      <VerifyForm number={number} />
    </Page>
  ) : (
    <Page title={t("unknown.title")} width="form" lead={<p>{t("unknown.text")}</p>}>
      {waitMinutes ? (
        <Notice tone="warn" title={t("unknown.wait", { count: waitMinutes })}>
          {t("unknown.tooMany")}
        </Notice>
      ) : null}
      <ul className="mb-8 list-disc space-y-1 ps-6">
        <li>{t("unknown.check")}</li>
        <li>{t("unknown.ask")}</li>
      </ul>
      <VerifyForm number={number} />
    </Page>
  );
}
