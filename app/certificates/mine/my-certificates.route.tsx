import { useLoaderData } from "@remix-run/react";
import { readablePart } from "#app/certificates/number.ts";
import { listCertificatesOf } from "#app/certificates/queries.ts";
import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { missingOf } from "./missing.ts";
import { MissingList } from "./missing-list.tsx";
import { MyCertificate } from "./my-certificate.tsx";

export const loader = guardedLoader("own.read", async ({ db, actor, locale }) => {
  const certificates = await listCertificatesOf(db, actor.personId);
  return {
    missing: await missingOf(db, { personId: actor.personId, certificates }, locale),
    certificates: certificates.map(({ id, number, status, statusAt, statusReason, reasonClass, data, madeAt }) => ({
      number,
      readable: readablePart(number),
      status,
      ended: status === "valid" ? null : formatDate(locale, localDate(statusAt, data.zone)),
      reasonClass,
      words: statusReason ?? "",
      successor: certificates.find(({ replacesId }) => replacesId === id)?.number ?? null,
      title: data.workshop.title[locale],
      names: [data.holder.name, data.holder.secondName ?? ""].filter(Boolean),
      period: formatPeriod(locale, data.workshop.startsOn, data.workshop.endsOn),
      issued: formatDate(locale, data.issuedOn),
      isReady: madeAt !== null,
    })),
  };
});

export default function MyCertificatesPage() {
  const { certificates, missing } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certificates");
  const cards = (
    <ul className="grid gap-4">
      {certificates.map((certificate) => (
        <MyCertificate key={certificate.number} {...certificate} heading={missing.length ? "h3" : "h2"} />
      ))}
    </ul>
  );
  return (
    <Page title={t("mine.title")} tabs={<MyTabs />}>
      <MissingList missing={missing} />
      {certificates.length && missing.length ? <Section title={t("mine.issuedTitle")}>{cards}</Section> : null}
      {certificates.length && !missing.length ? cards : null}
      {certificates.length || missing.length ? null : (
        <Empty title={t("mine.empty.title")}>{t("mine.empty.text")}</Empty>
      )}
    </Page>
  );
}
