import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { isAnyValid } from "#app/certificates/queries.ts";
import { CertificateStep } from "#app/desk/certificates/certificate-step.tsx";
import { certificateStep } from "#app/desk/certificates/certificate-step-view.ts";
import { Telling } from "#app/desk/messages/telling.tsx";
import { isEverEnrolledIn } from "#app/enrolment/queries.ts";
import { mayRemoveDraft } from "#app/enrolment/rules.ts";
import { countToTell } from "#app/enrolment/told/told.queries.ts";
import { isPlanned } from "#app/faculty/rules.ts";
import { staffNames } from "#app/faculty/staff/staff-names.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isCallPublished } from "#app/nominations/call/queries.ts";
import { counterpartZone } from "#app/time/zones.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { isToday } from "#app/timetable/rules.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, mayHere } from "#app/workshops/desk-door.ts";
import { isEver, mayNow } from "#app/workshops/moments.rules.ts";
import type { WorkshopTexts } from "#app/workshops/queries.ts";
import { completeness, publicationProblems } from "#app/workshops/rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { LanguagesPanel } from "./languages-panel.tsx";
import { LifeLine } from "./life/life-line.tsx";
import { lifeView } from "./life/life-view.ts";
import { OriginalPanel } from "./original/original-panel.tsx";
import { originalView } from "./original/original-view.ts";
import { PostponedPanel } from "./postponing/postponed-panel.tsx";
import { postponedView } from "./postponing/postponed-view.ts";
import { SessionTable } from "./session-table.tsx";
import { StaffPanel } from "./staff-panel.tsx";
import { staffView } from "./staff-view.ts";
import { StateSteps } from "./state-steps.tsx";
import { stepsView } from "./steps-view.ts";
import { Summary } from "./summary.tsx";
import { isUnnoticedByAll } from "./unnoticed.queries.ts";

const outcomes = [
  "asked",
  "released",
  "planned",
  "copied",
  "changed",
  "sessionSaved",
  "sessionRemoved",
  "stateChanged",
  "completed",
  "milestonesSaved",
  "postponed",
  "postponementUndone",
] as const;
const refusals = [
  "notFromHere",
  "incomplete",
  "hasPeople",
  "tooEarlyToStart",
  "tooEarly",
  "certified",
  "noReason",
  "hasMarks",
  "over",
  "notADraft",
  "ask.gone",
  "ask.nobody",
  "ask.cancelled",
  "ask.unreached",
  "noticed",
  "rests.told",
  "rests.changed",
  "rests.past",
  "rests.gone",
] as const;

export const loader = guardedLoader("desk.read", async (visit) => {
  const { db, actor, locale, t, at, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  const marks = await countMarksBySession(
    db,
    sessions.map(({ id }) => id),
  );
  const mayChange = mayHere(actor, "workshop.change", workshop);
  const zone = actor.zone === workshop.zone ? counterpartZone(workshop.zone) : actor.zone;
  const problems = publicationProblems(workshop.texts, sessions.length);
  const hasCertificates = workshop.state === "completed" && (await isAnyValid(db, workshop.id));
  const isSeen = (await isEverEnrolledIn(db, workshop.id)) || (await isCallPublished(db, workshop.id));
  const isRemovable = mayChange && mayRemoveDraft(workshop.state, isSeen);
  const isUnnoticed = workshop.state === "cancelled" && (await isUnnoticedByAll(db, workshop.id));
  const names = await staffNames(
    db,
    sessions.map(({ id }) => id),
    { locale, on: workshop.startsOn, isShown: isPlanned },
  );
  const staff = await staffView(visit, workshop, sessions);
  const found = { sessions, isWritten: problems.length === 0, hasCertificates, isRemovable, isUnnoticed };
  return {
    frame,
    sessions: sessions.map((session) => ({
      ...sessionView(session, { locale, zone }, t),
      marked: marks.get(session.id) ?? 0,
      staff: names.get(session.id) ?? [],
      isToday: isToday(session, at),
    })),
    seats: { taken: workshop.seatsTaken, capacity: workshop.capacity, reserves: workshop.reserveCount },
    staff,
    problems: workshop.state === "draft" ? problems : [],
    languages: locales.map((language) => ({ language, ...completeness(textsIn(language, workshop.texts, sessions)) })),
    certificates: await certificateStep(visit, workshop),
    steps: mayChange ? stepsView(workshop, found, { locale, t, at }) : null,
    mayChange,
    mayPlan: mayChange && mayNow("planSessions", workshop, at),
    life: await lifeView(visit, { workshop, sessions, staff }),
    postponed: await postponedView(visit, workshop, sessions),
    original: await originalView(visit, workshop),
    telling: mayChange ? await countToTell(db, workshop.id, at) : 0,
    done: queryChoice(url, "done", outcomes),
    refused: queryChoice(url, "refused", refusals),
  };
});

/** All that a workshop and its sessions say in a language. */
const textsIn = (language: Locale, texts: WorkshopTexts, sessions: Session[]) =>
  [...Object.values(texts), ...sessions.map(({ title }) => title)].map((text) => text[language]);

export default function OverviewPage() {
  const { frame, sessions, seats, languages, done, refused, ...rest } = useLoaderData<typeof loader>();
  const { problems, mayChange, mayPlan, telling } = rest;
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} title={t("desk:tabs.overview")} hasList={sessions.length > 0}>
      {done ? (
        <Notice tone="good" title={t(`desk:done.${done}`, { state: t(`state.${frame.workshop.state}`) })} />
      ) : null}
      {telling ? <Telling count={telling} messages={to.messages({ locale, code })} /> : null}
      {refused ? <Notice tone="bad" title={t(`desk:refused.${refused}`)} /> : null}
      <LifeLine code={code} life={rest.life} mayChange={mayChange}>
        {rest.postponed ? <PostponedPanel code={code} postponed={rest.postponed} mayChange={mayChange} /> : null}
      </LifeLine>
      <div className="grid gap-x-6 lg:grid-cols-[1fr_16.5rem] lg:grid-rows-[auto_1fr] lg:items-start print:block">
        {/* what comes next stands beside the sessions, and on a phone before them */}
        <div className="min-w-0 lg:col-start-2">
          {rest.certificates ? <CertificateStep code={code} {...rest.certificates} /> : null}
          {rest.steps ? <StateSteps code={code} view={rest.steps} problems={problems} /> : null}
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Section
            title={t("desk:overview.sessions")}
            aside={
              sessions.length ? (
                <span className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
                  <a className="link print:hidden" href={to.paper({ locale, code, paper: "timetable.pdf" })}>
                    {t("desk:overview.timetable")}
                  </a>
                  {mayChange ? (
                    <a className="link print:hidden" href={to.modules({ locale, code })}>
                      {t("module.list")}
                    </a>
                  ) : null}
                  {mayPlan ? (
                    <Button look="plain" href={to.newSession({ locale, code })}>
                      {t("desk:session.add")}
                    </Button>
                  ) : null}
                </span>
              ) : null
            }
          >
            <SessionTable
              sessions={sessions}
              code={code}
              seatsTaken={seats.taken}
              hasSheets={isEver("takeSheet", frame.workshop.state)}
              mayPlan={mayPlan}
            />
          </Section>
          {rest.original ? <OriginalPanel original={rest.original} /> : null}
          {sessions.length ? <StaffPanel code={code} staff={rest.staff} mayAsk={mayPlan} /> : null}
        </div>
        <aside className="min-w-0 lg:col-start-2">
          <Summary workshop={frame.workshop} seats={seats} mayChange={mayChange} />
          {mayChange ? <LanguagesPanel languages={languages} /> : null}
        </aside>
      </div>
    </WorkshopFrame>
  );
}
