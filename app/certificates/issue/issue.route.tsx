import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { attendanceShare } from "#app/attendance/measures.rules.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { issueForm } from "#app/certificates/form.ts";
import { readablePart } from "#app/certificates/number.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant, formatShare } from "#app/i18n/format.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { DemoMail } from "#app/shell/demo-mail.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice, queryCount } from "#app/web/search-params.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { CandidateTable } from "./candidate-table.tsx";
import { listCandidates } from "./candidates.ts";

export const loader = guardedLoader("certificate.issue", async (visit) => {
  const { db, locale, t, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const candidates = await listCandidates(db, workshop, readFontCoverage());
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  return {
    frame,
    minimum: formatShare(locale, workshop.minimumAttendance / 100),
    isCompleted: workshop.state === "completed",
    nothingCounts: workshop.state === "completed" && candidates.some(({ counts }) => counts.sessions === 0),
    issued: queryCount(url, "issued"),
    done: queryChoice(url, "done", ["completed"]),
    rows: candidates.map(({ person, counts, certificate, obstacles, missingGlyphs: missing }) => ({
      id: person.id,
      name: shownName(person),
      printed: [person.certificateName, person.certificateSecondName].flatMap((text) =>
        text ? [{ text, isJapanese: langOfName(text) === "ja" }] : [],
      ),
      institution: institutionOf(person.institutionId),
      attendance: formatShare(locale, attendanceShare(counts)),
      attended: counts.present + counts.late,
      base: counts.sessions - counts.excused,
      obstacles,
      missing: missing.join(" "),
      certificate: certificate && {
        number: certificate.number,
        readable: readablePart(certificate.number),
        issued:
          formatInstant(locale, certificate.issuedAt, workshop.zone) +
          t("common:fact.note", { note: cityOf(workshop.zone, t) }),
        isReady: certificate.madeAt !== null,
      },
    })),
  };
});

export const action = guardedAction(
  "certificate.issue",
  issueForm,
  async (visit) => {
    const { trx, by, input, values, locale, prepared: fonts, context } = visit;
    const workshop = await reachedId(visit);
    const { appUrl } = context.settings;
    const request = { workshopId: workshop.id, enrolmentIds: input.chosen, appUrl, fonts };
    const { issued, unprintable } = await issueCertificates(trx, request, by);
    if (unprintable) return refuse(data({ values, unprintable: unprintable.join(" ") }, { status: 409 }));
    if (!issued.length) return refuse(invalid({ "": "certificates:form.noneEligible" }, values, 409));
    return redirect(to.certificates({ locale, code: workshop.code }, { issued: issued.length }));
  },
  async () => readFontCoverage(),
);

export default function IssuePage() {
  const { frame, rows, minimum, isCompleted, nothingCounts, issued, done } = useLoaderData<typeof loader>();
  const answer = useActionData() as { unprintable?: string } | undefined;
  const { t } = useTranslation("certificates");
  return (
    <WorkshopFrame {...frame} title={t("issue.title")}>
      <h2 className="mb-2 text-xl">{t("issue.title")}</h2>
      <p className="mb-6 max-w-[65ch]">{nothingCounts ? t("issue.nothingCounts") : t("issue.policy", { minimum })}</p>
      {issued && !answer ? (
        <Notice tone="good" title={t("issue.issued", { count: issued })}>
          {t("issue.issuedNext")}
          <DemoMail />
        </Notice>
      ) : null}
      {done && !answer ? <Notice tone="good" title={t(`issue.${done}`)} /> : null}
      {answer?.unprintable ? (
        <Notice tone="bad" title={t("issue.unprintable")}>
          {t("obstacle.glyphsMissing", { missing: answer.unprintable })}
        </Notice>
      ) : null}
      {isCompleted ? null : <Notice tone="key" title={t("issue.notCompleted")} />}
      <Preparation rows={rows} />
      {rows.length ? (
        <CandidateTable rows={rows} minimum={minimum} code={frame.workshop.code} />
      ) : (
        <Empty title={t("issue.empty.title")}>{t("issue.empty.text")}</Empty>
      )}
    </WorkshopFrame>
  );
}

/** Documents are made one after another, which takes a while where there are many. */
function Preparation({ rows }: { rows: { certificate: { isReady: boolean } | null }[] }) {
  const { t } = useTranslation("certificates");
  const issued = rows.flatMap(({ certificate }) => certificate ?? []);
  const ready = issued.filter(({ isReady }) => isReady).length;
  if (ready === issued.length) return null;
  return (
    <Notice title={t("issue.progress", { ready, of: issued.length })}>
      <a className="link" href="?">
        {t("refresh")}
      </a>
    </Notice>
  );
}
