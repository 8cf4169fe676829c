import { useLoaderData } from "@remix-run/react";
import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { guardedLoader } from "#app/web/form-door.ts";
import { readablePart } from "./number.ts";
import { listCertificatesOf } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";

export const loader = guardedLoader("own.read", async ({ db, actor, locale }) => ({
  certificates: (await listCertificatesOf(db, actor.personId)).map(({ number, status, data, madeAt }) => ({
    number,
    readable: readablePart(number),
    status,
    title: data.workshop.title[locale],
    names: [data.holder.name, data.holder.secondName ?? ""].filter(Boolean),
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
    <Page title={t("mine.title")} tabs={<MyTabs />}>
      {certificates.length ? (
        <ul className="grid gap-4">
          {certificates.map((certificate) => (
            <li key={certificate.number} className="panel p-5 sm:p-6">
              <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="text-sm text-hint figures">{certificate.readable}</span>
                <StatusBadge status={certificate.status} />
              </div>
              <h2 className="mb-2 text-xl">{certificate.title}</h2>
              <dl className="facts mb-4">
                <dt>{t("fact.period")}</dt>
                <dd className="break-keep">{certificate.period}</dd>
                <dt>{t("mine.holder")}</dt>
                <dd>
                  {certificate.names.map((name) => (
                    <span key={name} className="block" lang={langOfName(name)}>
                      {name}
                    </span>
                  ))}
                </dd>
                <dt>{t("fact.issued")}</dt>
                <dd>{certificate.issued}</dd>
              </dl>
              <p className="flex flex-wrap items-center gap-4">
                {certificate.isReady ? (
                  <a className="button button-main" href={`${home}/me/certificates/${certificate.number}.pdf`}>
                    {t("mine.download")}
                  </a>
                ) : (
                  <span className="text-hint">
                    {t("mine.preparing")}{" "}
                    <a className="link" href="?">
                      {t("refresh")}
                    </a>
                  </span>
                )}
                <a className="link" href={`${home}/verify/${certificate.number}`}>
                  {t("mine.verify")}
                </a>
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
