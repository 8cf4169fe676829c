import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { SeatClashNotice } from "#app/enrolment/clashes/seat-clash-notice.tsx";
import { comingSessionsOf, pairsOf, seatClashes } from "#app/enrolment/clashes/seat-clashes.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { listOwed } from "#app/enrolment/offers/offers.queries.ts";
import { listEnrolmentsOf } from "#app/enrolment/queries.ts";
import {
  activeStates,
  admissionRefusal,
  isExpected,
  isOutside,
  isOver,
  isSeated,
  takingPlace,
} from "#app/enrolment/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { OwnNominationCards } from "#app/nominations/own/own-nomination-cards.tsx";
import { ownNominations } from "#app/nominations/own/own-nominations.ts";
import { OwnReviewNote } from "#app/nominations/review/own/own-review-note.tsx";
import { ownReviews } from "#app/nominations/review/own/own-reviews.ts";
import { isNameConfirmed } from "#app/people/queries.ts";
import { DemoMail } from "#app/shell/demo-mail.tsx";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { findSession, listNextSessions } from "#app/timetable/queries.ts";
import { soonestOf } from "#app/timetable/rules.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { visitLines } from "#app/timetable/visits/visit-view.ts";
import { listVisits } from "#app/timetable/visits/visits.queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import { SeatBadge, StateBadge } from "#app/workshops/view/state-badge.tsx";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { MyWorkshopCard } from "./my-workshop-card.tsx";
import { NextSession } from "./next-session.tsx";
import { openWorkshops } from "./open-workshops.ts";
import { OwedAnswers, owedAnswers } from "./owed-answers.tsx";

export const loader = guardedLoader("own.read", async ({ db, actor, locale, t, at, url }) => {
  const mine = await listMine(db, actor.personId);
  const rows = mine.map(({ id, state, rank, workshop }) => ({
    id,
    state,
    rank: state === "reserve" ? rank : null,
    isOver: isOver(state, workshop.state),
    isPreparing: isSeated(state) && takingPlace.some((coming) => coming === workshop.state),
    mayReturn: isOutside(state) && admissionRefusal(workshop, at) === null,
    workshop: workshopView(workshop, { locale, t, at }),
  }));
  const expected = mine
    .filter(({ state, workshop }) => isExpected(state, workshop.state))
    .map(({ workshop }) => workshop);
  const visit = { locale, t, zone: actor.zone };
  const committed = mine.filter(isCommitted).map(({ workshop }) => workshop);
  const sessionsOf = await comingSessionsOf(db, committed.length > 1 ? committed.map(({ id }) => id) : [], at);
  const hasComing = rows.some(({ isOver }) => !isOver);
  const former = mine.map(({ workshop }) => workshop.id);
  return {
    rows,
    open: hasComing ? [] : await openWorkshops({ db, actor, locale, t, at }, former),
    clashes: seatClashes(pairsOf(committed), sessionsOf, visit),
    nominations: await ownNominations({ db, actor, locale, t, at }),
    reviews: await ownReviews({ db, actor, locale, t, at }),
    next: await nextSession(expected, { db, actor, locale, t, at }),
    owed: owedAnswers(await listOwed(db, actor.personId), mine, { locale, t, at, zone: actor.zone }),
    isNameConfirmed: await isNameConfirmed(db, actor.personId),
    about: rows.find(({ workshop }) => workshop.code === queryText(url, "workshop", 20)) ?? null,
    done: queryChoice(url, "done", ["confirmed", "reserve", "withdrawn"]),
  };
});

const isCommitted = ({ state, workshop }: Mine) =>
  activeStates.includes(state) && takingPlace.some((coming) => coming === workshop.state);

type Mine = Awaited<ReturnType<typeof listEnrolmentsOf>>[number] & { workshop: Workshop };

async function listMine(db: Reader, personId: Id<"person">): Promise<Mine[]> {
  const enrolments = await listEnrolmentsOf(db, personId);
  const ids = enrolments.map(({ workshopId }) => workshopId);
  const workshops = new Map((await listWorkshopsById(db, ids)).map((workshop) => [workshop.id, workshop]));
  return enrolments.flatMap((enrolment) => {
    const workshop = workshops.get(enrolment.workshopId);
    return workshop ? [{ ...enrolment, workshop }] : [];
  });
}

/** The first to come of these workshops' sessions. */
async function nextSession(
  workshops: Workshop[],
  { db, actor, locale, t, at }: Pick<Reading, "db" | "actor" | "locale" | "t" | "at">,
) {
  const ids = workshops.map(({ id }) => id);
  const soonest = soonestOf([...(await listNextSessions(db, ids, at)).values()]);
  const workshop = workshops.find(({ id }) => id === soonest?.workshopId);
  const session = soonest && (await findSession(db, soonest.workshopId, soonest.number));
  if (!session || !workshop) return null;
  return {
    ...sessionView(session, { locale, zone: actor.zone }, t),
    joinUrl: session.joinUrl,
    visit: visitLines((await listVisits(db, [session.id])).get(session.id), locale),
    isElsewhere: session.place.venue !== null,
    workshop: workshopView(workshop, { locale, t, at }),
  };
}

type Loaded = Awaited<ReturnType<typeof loader>>;
type Row = Loaded["rows"][number];

export default function MyWorkshopsPage() {
  const { rows, nominations, reviews, open, clashes, next, owed, ...shown } = useLoaderData<typeof loader>();
  const { isNameConfirmed, about, done } = shown;
  const { t, locale } = useTranslation("enrolment");
  const coming = rows.filter(({ isOver }) => !isOver);
  // the latest first: it is what somebody comes back for
  const over = rows.filter(({ isOver }) => isOver).reverse();
  return (
    <Page title={t("me.title")} tabs={<MyTabs />}>
      {done ? <Done done={done} about={about} /> : null}
      <OwedAnswers owed={owed} />
      <OwnReviewNote reviews={reviews} />
      <SeatClashNotice clashes={clashes} />
      {isNameConfirmed ? null : (
        <Notice isStanding tone="warn" title={t("me.confirmName.title")}>
          <p>
            {t("me.confirmName.text")}{" "}
            <a className="link" href={`${to.profile({ locale })}#certificate`}>
              {t("me.confirmName.link")}
            </a>
          </p>
        </Notice>
      )}
      {next ? <NextSession session={next} /> : null}
      <OwnNominationCards nominations={nominations} />
      <Section
        title={t("me.coming")}
        aside={
          <a className="link" href={to.myCalendar({ locale })}>
            {t("me.calendar")}
          </a>
        }
      >
        {coming.length ? (
          <Rows rows={coming} />
        ) : (
          <>
            <Empty
              title={t("me.empty.title")}
              action={
                <Button look="plain" href={to.workshops({ locale }, { when: "open" })}>
                  {t("me.empty.link")}
                </Button>
              }
            />
            <OpenWorkshops workshops={open} />
          </>
        )}
      </Section>
      {over.length ? (
        <Section title={t("me.over")}>
          <Rows rows={over} />
        </Section>
      ) : null}
    </Page>
  );
}

/** What has just been done, and to which workshop: its page is one click away. */
function Done({ done, about }: { done: NonNullable<Loaded["done"]>; about: Row | null }) {
  const { t, locale } = useTranslation("enrolment");
  return (
    <Notice tone="good" title={t(`done.${done}.title`)}>
      {about ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a className="link" href={to.workshop({ locale, code: about.workshop.code })}>
            <LocalText value={about.workshop.title} />
          </a>
          {about.rank ? <EnrolmentBadge state={about.state} rank={about.rank} /> : null}
        </p>
      ) : null}
      <p>{t(`done.${done}.next`)}</p>
      {done === "withdrawn" && about?.mayReturn ? <p>{t("done.withdrawn.return")}</p> : null}
      <DemoMail />
    </Notice>
  );
}

/** Where one can enrol now, for whoever has not found the catalogue yet. */
function OpenWorkshops({ workshops }: { workshops: Loaded["open"] }) {
  const { t } = useTranslation("enrolment");
  if (!workshops.length) return null;
  return (
    <>
      <h3 className="mt-8 mb-4 text-xl">{t("me.open")}</h3>
      <ul className="grid gap-4">
        {workshops.map((workshop) => (
          <MyWorkshopCard
            key={workshop.code}
            workshop={workshop}
            badge={<SeatBadge state={workshop.state} seatView={workshop.seatView} />}
          />
        ))}
      </ul>
    </>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <ul className="grid gap-4">
      {rows.map(({ id, state, rank, isPreparing, workshop }) => (
        <MyWorkshopCard
          key={id}
          workshop={workshop}
          isPreparing={isPreparing}
          badge={
            workshop.state === "cancelled" ? (
              <StateBadge state="cancelled" />
            ) : (
              <EnrolmentBadge state={state} rank={rank} />
            )
          }
        />
      ))}
    </ul>
  );
}
