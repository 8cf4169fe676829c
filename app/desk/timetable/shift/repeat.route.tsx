import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { ClashNotice, ClashReasonField, type InTheWay } from "#app/clashes/clash-notice.tsx";
import { refuseClashes } from "#app/clashes/refuse-clashes.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { dateOf, daysBetween, isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { gridClocks } from "#app/timetable/grid/clocks.ts";
import { titleText } from "#app/timetable/grid/words/block-text.ts";
import { gridWords } from "#app/timetable/grid/words/grid-words.ts";
import { placePlan } from "#app/timetable/plan/misfits.rules.ts";
import { writePlan } from "#app/timetable/plan/plan.commands.ts";
import { repeatDays, shiftedTimes } from "#app/timetable/plan/shift.rules.ts";
import { findSession, listSessionsOf, type Session, sessionNumber } from "#app/timetable/queries.ts";
import { nextNumber } from "#app/timetable/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryText } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { TellingHint } from "#app/workshops/view/telling-hint.tsx";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { newId } from "#db/new-id.ts";
import { heldPlan, movedSessions, refusedText, writeWithheld } from "../planning.ts";
import { isOutdated, repeatForm } from "./form.ts";
import { HourQuestions } from "./hour-questions.tsx";
import { MovedTable } from "./moved-table.tsx";
import { movedView } from "./moved-view.ts";
import { RepeatChoice } from "./repeat-choice.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, t, actor, url, params } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const session = orNotFound(await findSession(db, workshop.id, sessionNumber(params.n)));
  const sessions = await listSessionsOf(db, [workshop.id]);
  const words = gridWords(t, locale, gridClocks(workshop.zone, actor.zone));
  const weekdays = url.searchParams.getAll("weekday").slice(0, 7).map(Number);
  const until = queryText(url, "until", 20) || workshop.endsOn;
  const days = isLocalDate(until) ? repeatDays(dateOf(session.startsLocal), { weekdays, until }) : [];
  const copies = days.map((day) => ({ ...session, ...timesOn(session, day), id: day as string }));
  const touched = new Set(days as string[]);
  const { misfits } = placePlan({ next: [...sessions, ...copies], days: workshop, touched, marked: new Map() });
  const page = { code: workshop.code, locale, t };
  return {
    frame,
    number: session.number,
    title: titleText(session, words),
    asked: { weekdays: weekdays.map(String), until },
    isAsked: url.searchParams.has("until"),
    version: workshop.changedAt,
    told: await toldOf(visit, workshop),
    rows: copies.map(({ id: key, ...facts }) => movedView({ key, session, facts }, { sessions, misfits, words, page })),
  };
});

const timesOn = (session: Session, day: LocalDate) =>
  shiftedTimes(session, daysBetween(dateOf(session.startsLocal), day));

export const action = guardedAction("workshop.change", repeatForm, async (visit) => {
  const { trx, by, input, values, params, locale } = visit;
  const planning = await heldPlan(visit);
  const { workshop, sessions } = planning;
  if (isOutdated(input, workshop)) return refuse(invalid({ "": "timetable:shift.changedSince" }, values, 409));
  const session = orNotFound(sessions.find(({ number }) => number === sessionNumber(params.n)));
  const added = input.on.map((day) => ({
    ...session,
    ...timesOn(session, day),
    ...input.hours.get(day),
    id: newId<"session">(),
    number: null,
    copyOf: session,
  }));
  const outcome = await writeWithheld(visit, { workshop, untold: input }, () =>
    writePlan(trx, planning, { added }, by),
  );
  if (outcome.status === "refused") {
    return refuse(invalid({ "": refusedText(outcome) }, values, 409));
  }
  await refuseClashes(visit, movedSessions(sessions, outcome.sessions));
  const first = nextNumber(sessions);
  const query = { day: input.on.toSorted()[0], added: `${first}-${first + added.length - 1}` };
  return redirect(to.timetable({ locale, code: workshop.code }, query));
});

export default function RepeatPage() {
  const { frame, number, title, asked, isAsked, rows, told, version } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["timetable", "workshops"]);
  const { code } = frame.workshop;
  const inTheWay = useActionData() as InTheWay | undefined;
  return (
    <WorkshopFrame {...frame} isWithin title={t("repeat.title")}>
      <h2 className="mb-2 text-xl">{t("repeat.title")}</h2>
      <p className="mb-4">
        <a className="link" href={to.session({ locale, code, n: number })}>
          {t("workshops:session.untitled", { number })}
        </a>{" "}
        <LocalText value={title} note />
      </p>
      <RepeatChoice asked={asked} />
      {isAsked && rows.length === 0 ? <p className="mb-4">{t("repeat.none")}</p> : null}
      {rows.length > 0 ? (
        <PostForm labels={{ on: t("repeat.days") }} saysNeed={false}>
          <input type="hidden" name="version" value={version} />
          <MovedTable
            rows={rows}
            caption={t("repeat.days")}
            question={(row) => <HourQuestions row={row} />}
            choice={({ key, problem, after, hours }) => (
              <input
                type="checkbox"
                name="on"
                value={key}
                defaultChecked={problem === null}
                disabled={problem !== null && hours.length === 0}
                aria-label={after?.day ?? key}
                className="size-5"
              />
            )}
          />
          <ClashNotice clashes={inTheWay?.clashes} />
          <div className="mt-6">
            <ClashReasonField clashes={inTheWay?.clashes} />
            <TellingHint told={told} />
          </div>
          <Button look="main">{t("repeat.save")}</Button>
        </PostForm>
      ) : null}
    </WorkshopFrame>
  );
}
