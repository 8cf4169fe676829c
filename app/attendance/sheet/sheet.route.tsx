import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { type SheetOutcome, saveSheet } from "#app/attendance/commands.ts";
import { sheetForm } from "#app/attendance/form.ts";
import { listCorrections, listMarks } from "#app/attendance/queries.ts";
import { mayTakeAttendance } from "#app/attendance/rules.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { dateOf, localDate } from "#app/time/wall-time.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryCount } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { correctionView } from "./correction-view.ts";
import { Sheet } from "./sheet.tsx";

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
    rows: seated.map((person) => ({
      id: person.id,
      name: shownName(person),
      institution: institutionOf(person.institutionId),
      mark: marks.get(person.id) ?? null,
      corrections: (corrections.get(person.id) ?? []).map((one) => correctionView(one, { locale, zone: actor.zone })),
    })),
    mayTake: mayTakeAttendance(workshop.state, dateOf(session.startsLocal), localDate(at, workshop.zone)),
    saved: queryCount(url, "saved"),
  };
});

export const action = guardedAction("attendance.record", sheetForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const workshop = await heldWorkshop(visit);
  const session = orNotFound(await findSession(trx, workshop.id, sessionNumber(params.n)));
  const outcome = await saveSheet(trx, workshop, { session, ...input }, by);
  if (outcome.status === "refused") return refuse(refusalOf(outcome.because, values));
  return redirect(to.sheet({ locale, code: workshop.code, n: session.number }, { saved: outcome.changed }));
});

/** A reason is asked for beside its field; everything else concerns the sheet as a whole. */
const refusalOf = (because: Extract<SheetOutcome, { status: "refused" }>["because"], values: Fields) =>
  because === "reasonMissing"
    ? invalid({ reason: "attendance:form.reasonMissing" }, values)
    : invalid({ "": `attendance:form.${because}` }, values, 409);

export default function SheetPage() {
  const { frame, session, rows, mayTake, saved } = useLoaderData<typeof loader>();
  const isBack = useActionData() !== undefined;
  const { t } = useTranslation("attendance");
  return (
    <WorkshopFrame {...frame} isWithin title={t("sheet.title", { number: session.number })}>
      <h2 className="mb-1 text-xl">{t("sheet.title", { number: session.number })}</h2>
      <div className="mb-6 flex flex-wrap gap-x-8 gap-y-1">
        <SessionLine session={session} />
        <BothClocks times={session.times} withDay />
      </div>
      {saved !== null && !isBack ? (
        <Notice tone="good" title={saved ? t("sheet.saved", { count: saved }) : t("sheet.unchanged")} />
      ) : null}
      {!mayTake ? <Notice tone="warn" title={t("sheet.notYet")} /> : null}
      {rows.length ? (
        <Sheet rows={rows} mayTake={mayTake} />
      ) : (
        <Empty title={t("sheet.empty.title")}>{t("sheet.empty.text")}</Empty>
      )}
    </WorkshopFrame>
  );
}
