import { useLoaderData } from "@remix-run/react";
import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "#app/ui/link.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { guardedLoader } from "#app/web/guard.ts";
import { readablePart } from "./number.ts";
import { listCertificatesOf } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";

export const loader = guardedLoader("own.read", async ({ db, actor, locale }) => ({
  certificates: (await listCertificatesOf(db, actor.personId)).map(({ number, status, data, madeAt }) => ({
    number,
    readable: readablePart(number),
    status,
    title: data.workshop.title[locale],
    holder: [data.holder.name, data.holder.secondName].filter(Boolean).join(" / "),
    period: formatPeriod(locale, data.workshop.startsOn, data.workshop.endsOn),
    issued: formatDate(locale, data.issuedOn),
    isReady: madeAt !== null,
  })),
}));

export default function MyCertificatesPage() {
  const { certificates } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["certificates", "common"]);
  const home = `/${i18n.language}`;
  return (
    <Page title={t("mine.title")} crumbs={[{ to: `${home}/me`, label: t("common:nav.me") }]}>
      {certificates.length ? (
        <ul className="grid gap-4">
          {certificates.map((certificate) => (
            <li key={certificate.number} className="panel p-5 sm:p-6">
              <div className="mb-1 flex flex-wrap items-center justify-between gap-4">
                <span className="text-sm text-hint figures">{certificate.readable}</span>
                <StatusBadge status={certificate.status} />
              </div>
              <h2 className="mb-1 text-xl">{certificate.title}</h2>
              <p>{certificate.period}</p>
              <p className="mb-4 text-hint">{t("mine.line", { holder: certificate.holder, issued: certificate.issued })}</p>
              <p className="flex flex-wrap items-center gap-4">
                {certificate.isReady ? (
                  <a className="button button-main" href={`${home}/me/certificates/${certificate.number}.pdf`}>
                    {t("mine.download")}
                  </a>
                ) : (
                  <span className="text-hint">{t("mine.preparing")}</span>
                )}
                <Link className="link" to={`${home}/verify/${certificate.number}`}>
                  {t("mine.verify")}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t("mine.empty.title")}>{t("mine.empty.text")}</Empty>
      )}
    </Page>
  );
}
