import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { type SheetOutcome, saveSheet } from "#app/attendance/commands.ts";
import { sheetForm } from "#app/attendance/form.ts";
import { countIssued, listCorrections, listMarks } from "#app/attendance/queries.ts";
import { sheetRefusal } from "#app/attendance/rules.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { FileLinks } from "#app/ui/display/list-tools.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { PrintButton } from "#app/web/print-button.tsx";
import { queryCount } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { correctionView } from "./correction-view.ts";
import { PaperLink } from "./paper-link.tsx";
import { Sheet } from "./sheet.tsx";
import { sheetFormValues, withEverybody } from "./sheet-form-values.ts";

export const loader = guardedLoader("attendance.record", async (visit) => {
  const { db, actor, locale, t, at, params, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const session = orNotFound(await findSession(db, workshop.id, sessionNumber(params.n)));
  const seated = await listParticipants(db, workshop.id, "seated");
  const marks = await listMarks(db, session.id);
  const corrections = await listCorrections(db, session.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  return {
    frame,
    session: sessionView(session, { locale, zone: actor.zone }, t),
    rows: seated.toSorted(nameOrder(locale)).map((person) => ({
      id: person.id,
      name: shownName(person),
      institution: institutionOf(person.institutionId),
      corrections: (corrections.get(person.id) ?? []).map((one) =>
        correctionView(one, { locale, t, zone: actor.zone }),
      ),
    })),
    initial: sheetFormValues(seated, marks),
    refusal: sheetRefusal(workshop, session, at),
    saved: queryCount(url, "saved"),
    issued: await countIssued(db, workshop.id),
  };
});

export const action = guardedEdit("attendance.record", sheetForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, session: orNotFound(await findSession(visit.trx, workshop.id, sessionNumber(visit.params.n))) };
  },
  stored: async ({ trx }, { workshop, session }) =>
    sheetFormValues(await listParticipants(trx, workshop.id, "seated"), await listMarks(trx, session.id)),
  spelledOut: withEverybody,
  // everybody of the largest workshop, as they are marked and as they were
  mostBytes: 2_000_000,
  record: (_, { session }) => ({ actions: ["attendance.recorded"], subjectId: session.id }),
  async save({ trx, by, input, values, locale }, { workshop, session }) {
    const { marks, reason } = input;
    const outcome = await saveSheet(trx, workshop, { session, marks, reason }, by);
    if (outcome.status === "refused") return refuse(refusalOf(outcome.because, values));
    return redirect(to.sheet({ locale, code: workshop.code, n: session.number }, { saved: outcome.changed }));
  },
});

/** A reason is asked for beside its field; everything else concerns the sheet as a whole. */
const refusalOf = (because: Extract<SheetOutcome, { status: "refused" }>["because"], values: Fields) =>
  because === "reasonMissing"
    ? invalid({ reason: "attendance:form.reasonMissing" }, values)
    : invalid({ "": `attendance:form.${because}` }, values, 409);

export default function SheetPage() {
  const { frame, session, rows, initial, refusal, saved, issued } = useLoaderData<typeof loader>();
  const isBack = useActionData() !== undefined;
  const { t } = useTranslation("attendance");
  return (
    <WorkshopFrame {...frame} isWithin hasList={rows.length > 0} title={t("sheet.title", { number: session.number })}>
      <h2 className="mb-3 text-xl">{t("sheet.title", { number: session.number })}</h2>
      {saved !== null && !isBack ? (
        <Notice tone="good" title={saved ? t("sheet.saved", { count: saved }) : t("sheet.unchanged")} />
      ) : null}
      {refusal ? <Notice isStanding tone="warn" title={t(`sheet.${refusal}`)} /> : null}
      {issued ? (
        <Notice isStanding tone="warn" title={t("sheet.issued", { count: issued })}>
          {t("sheet.issuedText")}
        </Notice>
      ) : null}
      <div className="gap-x-8 xl:grid xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start print:block">
        <Panel
          as="aside"
          pad="narrow"
          className="mb-4 flex flex-wrap items-start gap-x-8 gap-y-3 xl:sticky xl:top-4 xl:col-start-2"
        >
          <SessionLine session={session} />
          <BothClocks times={session.times} withDay />
          {rows.length ? (
            <>
              <PrintButton>{t("sheet.print")}</PrintButton>
              <FileLinks />
            </>
          ) : null}
          <PaperLink code={frame.workshop.code} n={session.number} />
        </Panel>
        <div className="xl:col-start-1 xl:row-start-1">
          {rows.length ? (
            <Sheet rows={rows} initial={initial} mayTake={refusal === null} />
          ) : (
            <Empty title={t("sheet.empty.title")}>{t("sheet.empty.text")}</Empty>
          )}
        </div>
      </div>
    </WorkshopFrame>
  );
}
