import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { issueForm } from "#app/certificates/form.ts";
import { listUnnamed } from "#app/certificates/names/names.queries.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { mayRemind } from "#app/people/rules.ts";
import { DemoMail } from "#app/shell/demo-mail.tsx";
import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice, queryCount } from "#app/web/search-params.ts";
import { deskWorkshop, mayHere, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { candidateList } from "./candidate-list.tsx";
import { CandidateTable } from "./candidate-table.tsx";
import { FormerCertificates } from "./former-certificates.tsx";
import { issueView, minimumOf } from "./issue-view.ts";
import { NameReminder } from "./name-reminder.tsx";

const outcomes = ["completed", "replaced", "revoked"] as const;

export const loader = guardedLoader("certificate.issue", async (visit) => {
  const { db, actor, locale, url, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const unnamed = await listUnnamed(db, workshop.id);
  const { rows, ...view } = await issueView(visit, workshop);
  const listing = {
    code: workshop.code,
    zone: workshop.zone,
    minimum: minimumOf(workshop, locale),
    former: view.former,
    mayEnd: mayHere(actor, "certificate.end", workshop),
  };
  const list = candidateList(listing);
  const choice = readChoice(url, list);
  return {
    frame,
    ...view,
    rows: inChosenOrder(rows, list, choice, visit),
    choice,
    listing,
    isCompleted: workshop.state === "completed",
    issued: queryCount(url, "issued"),
    reminded: queryCount(url, "reminded"),
    done: queryChoice(url, "done", outcomes),
    remindable: unnamed.filter(({ nameRemindedAt }) => mayRemind(nameRemindedAt, at)).length,
    unnamed: unnamed.length,
    mayName: mayHere(actor, "programme.change", workshop),
  };
});

export const action = guardedAction(
  "certificate.issue",
  issueForm,
  async (visit) => {
    const { trx, by, input, values, locale, prepared: fonts, context } = visit;
    const workshop = await reachedId(visit);
    const { appUrl } = context.settings;
    const { chosen: enrolmentIds, acceptsGaps } = input;
    const request = { workshopId: workshop.id, enrolmentIds, acceptsGaps, appUrl, fonts };
    const { issued, unprintable, hasGaps } = await issueCertificates(trx, request, by);
    if (unprintable) return refuse(data({ values, unprintable: unprintable.join(" ") }, { status: 409 }));
    if (hasGaps) return refuse(invalid({ acceptsGaps: "certificates:form.acceptsGaps" }, values));
    if (!issued.length) return refuse(invalid({ "": "certificates:form.noneEligible" }, values, 409));
    return redirect(to.certificates({ locale, code: workshop.code }, { issued: issued.length }));
  },
  async () => readFontCoverage(),
);

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function IssuePage() {
  const loaded = useLoaderData<typeof loader>();
  const { frame, rows, choice, listing, gaps, former, isCompleted, mayName } = loaded;
  const { minimum } = listing;
  const { code } = frame.workshop;
  const answer = useActionData() as { unprintable?: string } | undefined;
  const { t } = useTranslation("certificates");
  return (
    <WorkshopFrame {...frame} title={t("issue.title")} hasList={rows.length > 0}>
      <h2 className="mb-2 text-xl">{t("issue.title")}</h2>
      <p className="mb-6 max-w-[65ch]">
        {loaded.nothingCounts ? t("issue.nothingCounts") : t("issue.policy", { minimum })}
      </p>
      <Outcome {...loaded} answer={answer} />
      {isCompleted ? null : <Notice isStanding tone="key" title={t("issue.notCompleted")} />}
      {isPreparing(rows) && !loaded.issued ? <Preparation rows={rows} /> : null}
      {loaded.outdated ? (
        <Notice isStanding tone="warn" title={t("issue.outdated", { count: loaded.outdated })}>
          {t("issue.outdatedText")}
        </Notice>
      ) : null}
      <NameReminder code={code} unnamed={loaded.unnamed} remindable={loaded.remindable} />
      {rows.length ? (
        <CandidateTable {...{ rows, choice, gaps, mayName }} {...listing} />
      ) : (
        <Empty title={t("issue.empty.title")}>{t("issue.empty.text")}</Empty>
      )}
      <FormerCertificates rows={former} code={code} />
    </WorkshopFrame>
  );
}

type OutcomeProps = Pick<Loaded, "rows" | "issued" | "reminded" | "done"> & {
  answer: { unprintable?: string } | undefined;
};

/** What has just been done, or what it failed for. */
function Outcome({ rows, answer, issued, reminded, done }: OutcomeProps) {
  const { t } = useTranslation("certificates");
  if (answer?.unprintable)
    return (
      <Notice isStanding tone="bad" title={t("issue.unprintable")}>
        {t("obstacle.glyphsMissing", { missing: answer.unprintable })}
      </Notice>
    );
  if (answer) return null;
  return (
    <>
      {issued ? (
        <Notice tone="good" title={t("issue.issued", { count: issued })}>
          {t("issue.issuedNext")}
          {isPreparing(rows) ? <Progress rows={rows} /> : null}
          <DemoMail />
        </Notice>
      ) : null}
      {reminded === null ? null : (
        <Notice tone="good" title={reminded ? t("names.reminded", { count: reminded }) : t("names.nobodyReminded")}>
          {reminded ? <DemoMail /> : null}
        </Notice>
      )}
      {done ? <Notice tone="good" title={t(`issue.${done}`)} /> : null}
    </>
  );
}

type Documents = { rows: readonly { certificate: { isReady: boolean } | null }[] };

/** Documents are made one after another, which takes a while where there are many. */
const isPreparing = (rows: Documents["rows"]) => rows.some(({ certificate }) => certificate?.isReady === false);

function Preparation({ rows }: Documents) {
  const { t } = useTranslation("certificates");
  return (
    <Notice title={useProgress(rows)}>
      <a className="link" href="?">
        {t("refresh")}
      </a>
    </Notice>
  );
}

/** The same beside what has just been issued, so that one notice says both. */
function Progress({ rows }: Documents) {
  const { t } = useTranslation("certificates");
  return (
    <p>
      {useProgress(rows)}{" "}
      <a className="link" href="?">
        {t("refresh")}
      </a>
    </p>
  );
}

function useProgress(rows: Documents["rows"]) {
  const { t } = useTranslation("certificates");
  const issued = rows.flatMap(({ certificate }) => certificate ?? []);
  return t("issue.progress", { ready: issued.filter(({ isReady }) => isReady).length, of: issued.length });
}
