import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { attendanceShare } from "#app/attendance/rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant, formatShare } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { shownName } from "#app/people/names.ts";
import { DemoMail } from "#app/ui/demo-mail.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/guard.ts";
import { invalid } from "#app/web/invalid.ts";
import { DeskPage } from "#app/workshops/desk-page.tsx";
import { deskWorkshop, reachedWorkshop } from "#app/workshops/desk-view.ts";
import { CandidateTable } from "./candidate-table.tsx";
import { listCandidates } from "./candidates.ts";
import { issueCertificates } from "./commands.ts";
import { issueForm } from "./form.ts";
import { readablePart } from "./number.ts";

export const loader = guardedLoader("certificate.issue", async (visit) => {
  const { db, locale, t } = visit;
  const { workshop, frame } = await deskWorkshop(visit, "certificate.issue");
  const candidates = await listCandidates(db, workshop);
  const institutions = await listInstitutions(db, workshop.startsOn);
  return {
    frame,
    minimum: formatShare(locale, workshop.minimumAttendance / 100),
    isCompleted: workshop.state === "completed",
    rows: candidates.map(({ person, counts, certificate, obstacles, missingGlyphs: missing }) => ({
      id: person.id,
      name: shownName(person),
      printed: [person.certificateName, person.certificateSecondName].flatMap((text) =>
        text ? [{ text, isJapanese: langOfName(text) === "ja" }] : [],
      ),
      institution: textIn(institutions.find(({ id }) => id === person.institutionId)?.name ?? {}, locale),
      attendance: formatShare(locale, attendanceShare(counts)),
      attended: counts.present + counts.late,
      base: counts.sessions - counts.excused,
      obstacles,
      missing: missing.join(" "),
      certificate: certificate && {
        number: certificate.number,
        readable: readablePart(certificate.number),
        issued: formatInstant(locale, certificate.issuedAt, workshop.zone) + t("common:fact.note", { note: cityOf(workshop.zone, t) }),
        isReady: certificate.madeAt !== null,
      },
    })),
  };
});

export const action = guardedAction(
  "certificate.issue",
  issueForm,
  async ({ actor, trx, input, values, at, locale, params, context: { settings } }) => {
    const workshop = await reachedWorkshop(trx, { actor, params }, "certificate.issue");
    const request = {
      workshopId: workshop.id,
      enrolmentIds: input.chosen,
      byAccountId: actor.accountId,
      at,
      appUrl: settings.appUrl,
    };
    const { issued } = await issueCertificates(trx, request);
    if (!issued.length) return invalid({ "": "certificates:form.noneEligible" }, values, 409);
    return redirect(`/${locale}/desk/workshops/${workshop.code}/certificates?issued=${issued.length}`);
  },
);

export default function IssuePage() {
  const { frame, rows, minimum, isCompleted } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certificates");
  const [query] = useSearchParams();
  const issued = /^[1-9]\d{0,3}$/.test(query.get("issued") ?? "") ? Number(query.get("issued")) : 0;
  return (
    <DeskPage {...frame} title={t("issue.title")}>
      <h2 className="mb-2 text-xl">{t("issue.title")}</h2>
      <p className="mb-6 max-w-[65ch]">{t("issue.policy", { minimum })}</p>
      {issued ? (
        <Notice tone="good" title={t("issue.issued", { count: issued })}>
          {t("issue.issuedNext")}
          <DemoMail />
        </Notice>
      ) : null}
      {query.get("done") === "completed" ? <Notice tone="good" title={t("issue.completed")} /> : null}
      {isCompleted ? null : <Notice tone="key" title={t("issue.notCompleted")} />}
      {rows.length ? <CandidateTable /> : <Empty title={t("issue.empty.title")}>{t("issue.empty.text")}</Empty>}
    </DeskPage>
  );
}
