import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { Facts, Lines } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Card } from "#app/ui/frame/card.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
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
  const { t } = useTranslation("certificates");
  return (
    <Page title={t("mine.title")} tabs={<MyTabs />}>
      {certificates.length ? (
        <ul className="grid gap-4">
          {certificates.map((certificate) => (
            <MyCertificate key={certificate.number} {...certificate} />
          ))}
        </ul>
      ) : (
        <Empty title={t("mine.empty.title")}>{t("mine.empty.text")}</Empty>
      )}
    </Page>
  );
}

type MyCertificateProps = Awaited<ReturnType<typeof loader>>["certificates"][number];

function MyCertificate({ number, readable, status, title, names, period, issued, isReady }: MyCertificateProps) {
  const { t, locale } = useTranslation("certificates");
  const facts = [
    { term: t("fact.period"), value: period, className: "break-keep" },
    { term: t("mine.holder"), value: <Lines lines={names.map((text) => ({ text, lang: langOfName(text) }))} /> },
    { term: t("fact.issued"), value: issued },
  ];
  return (
    <Card code={readable} badge={<StatusBadge status={status} />} heading="h2" title={title}>
      <Facts look="beside" className="mb-4" facts={facts} />
      <p className="flex flex-wrap items-center gap-4">
        {isReady ? (
          <Button look="main" href={to.myCertificate({ locale, file: `${number}.pdf` })}>
            {t("mine.download")}
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
