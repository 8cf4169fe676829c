import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { ClashNotice, ClashReasonField, type InTheWay } from "#app/clashes/clash-notice.tsx";
import { refuseClashes } from "#app/clashes/refuse-clashes.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { gridClocks } from "#app/timetable/grid/clocks.ts";
import { titleText } from "#app/timetable/grid/words/block-text.ts";
import { gridWords } from "#app/timetable/grid/words/grid-words.ts";
import { shiftSessions } from "#app/timetable/plan/shift.commands.ts";
import { shiftPlan } from "#app/timetable/plan/shift.ts";
import { listSessionsOf, type Session, sessionNumber } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryText } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { TellingHint } from "#app/workshops/view/telling-hint.tsx";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { heldPlan, movedSessions, refusedText, writeWithheld } from "../planning.ts";
import { isOutdated, shiftForm } from "./form.ts";
import { isOnlyAsked } from "./hour-answers.ts";
import { HourQuestions } from "./hour-questions.tsx";
import { MovedTable } from "./moved-table.tsx";
import { movedView } from "./moved-view.ts";
import { ShiftChoice } from "./shift-choice.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, t, actor, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  const words = gridWords(t, locale, gridClocks(workshop.zone, actor.zone));
  const asked = { from: queryText(url, "from", 4), to: queryText(url, "to", 20) };
  const first = firstOf(asked.from, sessions);
  const ids = sessions.map(({ id }) => id);
  const plan =
    isShiftDay(asked.to) && first !== undefined
      ? shiftPlan({ workshop, sessions, marks: await countMarksBySession(db, ids) }, { first, to: asked.to })
      : null;
  const page = { code: workshop.code, locale, t };
  return {
    frame,
    asked,
    isAsked: url.searchParams.has("to"),
    options: sessions.map((session) => ({
      value: String(session.number),
      label: t("timetable:shift.from", { title: titleText(session, words).text, number: session.number }),
    })),
    told: await toldOf(visit, workshop),
    version: workshop.changedAt,
    preview: plan && {
      by: plan.by,
      hasProblem: plan.misfits.length > 0 && !isOnlyAsked(plan.misfits),
      days: {
        before: formatPeriod(locale, workshop.startsOn, workshop.endsOn),
        after: formatPeriod(locale, plan.days.startsOn, plan.days.endsOn),
      },
      rows: plan.moved.map(({ session, facts }) =>
        movedView({ key: session.id, session, facts }, { sessions, misfits: plan.misfits, words, page }),
      ),
    },
  };
});

/** Years away is a slip of the pen. */
const isShiftDay = (text: string): text is LocalDate => isLocalDate(text) && text > "1990" && text < "2100";

/** Null where the whole workshop moves; undefined where there is no such session. */
const firstOf = (from: string, sessions: readonly Session[]) =>
  from === "" ? null : sessions.find(({ number }) => number === sessionNumber(from));

export const action = guardedAction("workshop.change", shiftForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const planning = await heldPlan(visit);
  const { workshop, sessions } = planning;
  if (isOutdated(input, workshop)) return refuse(invalid({ "": "timetable:shift.changedSince" }, values, 409));
  const first = firstOf(input.from, sessions);
  if (first === undefined) return refuse(invalid({ "": "timetable:shift.changedSince" }, values, 409));
  if (!isShiftDay(input.to)) return refuse(invalid({ to: "desk:form.date" }, values));
  const shift = { first: orNotFoundSession(first), to: input.to, hours: input.hours };
  const outcome = await writeWithheld(visit, { workshop, untold: input }, () =>
    shiftSessions(trx, planning, shift, by),
  );
  if (outcome.status === "refused") {
    return refuse(invalid({ "": refusedText(outcome) }, values, 409));
  }
  await refuseClashes(visit, movedSessions(sessions, outcome.sessions));
  return redirect(to.timetable({ locale, code: workshop.code }, { day: input.to, done: "shifted" }));
});

const orNotFoundSession = (first: Session | null) => (first === null ? null : orNotFound(first));

export default function ShiftPage() {
  const { frame, asked, isAsked, options, preview, told, version } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("timetable");
  const { code } = frame.workshop;
  const inTheWay = useActionData() as InTheWay | undefined;
  return (
    <WorkshopFrame {...frame} isWithin title={t("shift.title")}>
      <h2 className="mb-2 text-xl">{t("shift.title")}</h2>
      <p className="mb-4">
        <a className="link" href={to.timetable({ locale, code })}>
          {t("back")}
        </a>
      </p>
      <p className="hint mb-4 max-w-[65ch]">{t("shift.lead")}</p>
      <ShiftChoice asked={asked} options={options} isWrong={isAsked && preview === null} />
      {preview ? (
        <PostForm labels={{ to: t("shift.to") }} saysNeed={false}>
          <input type="hidden" name="from" value={asked.from} />
          <input type="hidden" name="to" value={asked.to} />
          <input type="hidden" name="version" value={version} />
          <Notice
            isStanding
            tone={preview.hasProblem ? "warn" : "key"}
            title={t("shift.summary", { count: preview.rows.length, days: preview.by })}
          >
            <p>{t("shift.days", preview.days)}</p>
            {preview.hasProblem ? <p>{t("shift.hasProblem")}</p> : null}
          </Notice>
          <MovedTable rows={preview.rows} caption={t("shift.title")} question={(row) => <HourQuestions row={row} />} />
          <ClashNotice clashes={inTheWay?.clashes} />
          <div className="mt-6">
            <ClashReasonField clashes={inTheWay?.clashes} />
            <TellingHint told={told} />
          </div>
          {preview.hasProblem || preview.by === 0 ? null : <Button look="main">{t("shift.save")}</Button>}
        </PostForm>
      ) : null}
    </WorkshopFrame>
  );
}
