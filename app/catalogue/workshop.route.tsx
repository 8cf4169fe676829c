import { useLoaderData } from "@remix-run/react";
import { may } from "#app/access/permissions.ts";
import { listContacts } from "#app/accounts/contacts.queries.ts";
import { to } from "#app/addresses.ts";
import { SeatClashNotice } from "#app/enrolment/clashes/seat-clash-notice.tsx";
import { comingSessionsOf, seatClashes } from "#app/enrolment/clashes/seat-clashes.ts";
import { EnrolPanel } from "#app/enrolment/own/enrol-panel.tsx";
import { findEnrolment, findRank, listCommittedTo } from "#app/enrolment/queries.ts";
import { ownGroup, seatsComing } from "#app/enrolment/quotas/own-group.ts";
import {
  admissionRefusal,
  type EnrolmentState,
  isOutside,
  isSeated,
  offerTo,
  withdrawalRefusal,
} from "#app/enrolment/rules.ts";
import { StaffLine } from "#app/faculty/staff/staff-line.tsx";
import { isAnnounced, staffNames } from "#app/faculty/staff/staff-names.ts";
import { formatList } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { lookingAs } from "#app/materials/looking.ts";
import { MaterialList } from "#app/materials/material-list.tsx";
import { materialView } from "#app/materials/materials-view.ts";
import { listMaterials } from "#app/materials/queries.ts";
import { isCallPublished } from "#app/nominations/call/queries.ts";
import { addressedName } from "#app/people/names.ts";
import { counterpartZone } from "#app/time/zones.ts";
import type { ClockChoice } from "#app/timetable/clocks/own-clock.ts";
import { gridClocks } from "#app/timetable/grid/clocks.ts";
import { weekGrids } from "#app/timetable/grid/week-grids.ts";
import { WeekPictures } from "#app/timetable/grid/week-pictures.tsx";
import { gridWords } from "#app/timetable/grid/words/grid-words.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { Timetable } from "#app/timetable/timetable.tsx";
import { VisitLines } from "#app/timetable/visits/visit-lines.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Public, Reading } from "#app/web/doors/door.ts";
import { alikeLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { listLanguages } from "#app/workshops/languages.queries.ts";
import { listMilestones } from "#app/workshops/life/queries.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { findWorkshop, listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import { deadlineView } from "#app/workshops/view/deadline-view.ts";
import { SeatBadge } from "#app/workshops/view/state-badge.tsx";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { pictureFacts, pictureVersion } from "./picture/picture-facts.ts";
import { CallPanel } from "./workshop/call-panel.tsx";
import { contactView } from "./workshop/contact-view.ts";
import { DaysChoice } from "./workshop/days-choice.tsx";
import { daysView } from "./workshop/days-view.ts";
import { EnrolBar } from "./workshop/enrol-bar.tsx";
import { jsonForScript } from "./workshop/event-data.ts";
import { programmeOf } from "./workshop/programme-of.ts";
import { SeatsAndDeadline } from "./workshop/seats-and-deadline.tsx";
import { workshopSharing } from "./workshop/sharing-view.ts";
import { visitsFor } from "./workshop/visits-for.ts";
import { WorkshopFacts } from "./workshop/workshop-facts.tsx";

const enrolRefusals = ["notOpen", "begun", "bySelection", "frozen", "alreadyEnrolled"] as const;
const refusals = [...enrolRefusals, "tooLate", "over", "notEnrolled"] as const;

export const loader = alikeLoader(async (visit) => {
  const { db, actor, locale, t, at, params, url, context } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const enrolment = actor && (await findEnrolment(db, workshop.id, actor.personId));
  const sessions = await listSessionsOf(db, [workshop.id]);
  const [invites] = await listInstitutions(db, workshop.startsOn, [workshop.hostInstitutionId]);
  const zone = actor?.zone ?? counterpartZone(workshop.zone);
  const refusal = admissionRefusal(workshop, at);
  const reader = {
    isSignedIn: actor !== null,
    mayEnrol: actor !== null && may(actor, "enrolment.create"),
    state: enrolment?.state ?? null,
  };
  const offer = offerTo(reader, workshop.state, refusal);
  const view = workshopView(workshop, { locale, t, at });
  const summary = textIn(workshop.texts.summary, locale);
  const languages = await listLanguages(db, workshop.id);
  const programme = await programmeOf(visit, workshop);
  const host = invites ? { ...textIn(invites.name, locale), acronym: invites.acronym, country: invites.country } : null;
  const clock: ClockChoice = queryChoice(url, "clock", ["mine"]) ?? "venue";
  const isUnfolded = queryChoice(url, "days", ["all"]) !== null;
  const reading = { locale, t, at, zone };
  const picture = pictureVersion(pictureFacts(workshop, invites, reading));
  const told = { view, summary, languages, host, programme, pictureVersion: picture };
  return {
    ...workshopSharing(workshop, told, { locale, appUrl: context.settings.appUrl }),
    workshop: view,
    summary,
    languages: formatList(
      locale,
      languages.map((language) => t(`common:language.${language}`)),
    ),
    requirements: textIn(workshop.texts.requirements, locale),
    programme,
    host,
    mode: workshop.mode,
    contact: contactView(workshop),
    hasCall: await isCallPublished(db, workshop.id),
    minimumAttendance: workshop.minimumAttendance,
    timetable: daysView(sessions, { clock, isUnfolded }, { ...reading, venueZone: workshop.zone }),
    deadline: deadlineView(workshop, await listMilestones(db, workshop.id), reading),
    isMoving: mayNow("moveUp", workshop, at),
    weeks: weekGrids(sessions, gridWords(t, locale, gridClocks(workshop.zone, actor?.zone)), at),
    staff: await announced(visit, workshop, sessions),
    visits: await visitsFor(visit, workshop, { sessions, isSeated: enrolment !== null && isSeated(enrolment.state) }),
    materials: (await listMaterials(db, [workshop.id], lookingAs(actor))).map((material) => ({
      ...materialView(material, { locale, t }),
      session: sessions.find(({ id }) => id === material.sessionId)?.number ?? null,
    })),
    enrolment: enrolment && {
      state: enrolment.state,
      rank: await findRank(db, enrolment),
      ...seatsComing(workshop, at),
      stays: withdrawalRefusal(enrolment.state, workshop, at),
      contacts: await contactsOf(visit, workshop, enrolment.state),
    },
    offer,
    refusal,
    group: actor && (await ownGroup(visit, workshop, { personId: actor.personId, enrolment: enrolment || null })),
    clashes: offer === "enrolment" || offer === "enrolled" ? await clashesOf(visit, workshop) : [],
    refused: queryChoice(url, "refused", refusals),
  };
});

/** Who teaches each session, by its number. */
async function announced({ db, locale }: Reading<Public>, workshop: Workshop, sessions: readonly Session[]) {
  const ids = sessions.map(({ id }) => id);
  const names = await staffNames(db, ids, { locale, on: workshop.startsOn, isShown: isAnnounced });
  return sessions.map(({ id, number }) => ({ number, staff: names.get(id) ?? [] }));
}

/** Whom somebody may write to who has been admitted; nobody else is told their addresses. */
async function contactsOf({ db, locale }: Reading<Public>, { programmeId }: Workshop, state: EnrolmentState) {
  if (isOutside(state)) return [];
  const contacts = await listContacts(db, programmeId);
  return contacts.map((contact) => ({ name: addressedName(contact, locale), email: contact.email }));
}

/** Which of the reader's other workshops are held at the same instants. */
async function clashesOf({ db, actor, locale, t, at }: Reading<Public>, workshop: Workshop) {
  const otherIds = actor ? (await listCommittedTo(db, actor.personId)).filter((id) => id !== workshop.id) : [];
  if (!actor || !otherIds.length) return [];
  const others = await listWorkshopsById(db, otherIds);
  const sessionsOf = await comingSessionsOf(db, [workshop.id, ...otherIds], at);
  const pairs = others.map((other): [Workshop, Workshop] => [workshop, other]);
  return seatClashes(pairs, sessionsOf, { locale, t, zone: actor.zone });
}

export default function WorkshopPage() {
  const { workshop, summary, requirements, timetable, materials, refused, ...rest } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["workshops", "enrolment", "materials", "common"]);
  const ofSession = (number: number | null) => materials.filter(({ session }) => session === number);
  return (
    <Page
      title={workshop.title.text}
      heading={<LocalText value={workshop.title} note />}
      crumbs={[{ to: to.workshops({ locale }), label: t("list.title") }]}
      over={
        <>
          <span className="figures">{workshop.code}</span>
          <SeatBadge state={workshop.state} seatView={workshop.seatView} />
        </>
      }
      notice={refused ? <Notice tone="warn" title={t(`enrolment:refused.${refused}`)} /> : null}
      lead={
        summary.text ? (
          <p className="whitespace-pre-line">
            <LocalText value={summary} note />
          </p>
        ) : null
      }
    >
      <script type="application/ld+json">{jsonForScript(rest.event)}</script>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start print:block">
        <aside className="lg:sticky lg:top-4 lg:col-start-2">
          <SeatClashNotice clashes={rest.clashes} here={workshop.code} />
          <EnrolPanel
            {...rest}
            workshop={workshop}
            facts={<SeatsAndDeadline workshop={workshop} deadline={rest.deadline} isMoving={rest.isMoving} />}
          />
          <WorkshopFacts workshop={workshop} {...rest} />
          {rest.hasCall ? <CallPanel href={to.publicCall({ locale, code: workshop.code })} /> : null}
        </aside>
        <div className="lg:col-start-1 lg:row-start-1">
          <Section
            id="timetable"
            title={t("timetable.title")}
            aside={
              workshop.state === "completed" || workshop.state === "cancelled" ? null : (
                <span className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
                  <a className="link" href={to.calendar({ locale, code: workshop.code })}>
                    {t("timetable.calendar")}
                  </a>
                  <a className="link" href={to.programmeCalendar({ locale, code: rest.programme.code })}>
                    {t("timetable.programmeCalendar")}
                  </a>
                </span>
              )
            }
          >
            <WeekPictures weeks={rest.weeks} />
            <DaysChoice code={workshop.code} view={timetable} />
            <Timetable
              days={timetable.days}
              below={(number) => (
                <>
                  <VisitLines lines={rest.visits.find((one) => one.number === number)?.lines} />
                  <StaffLine staff={rest.staff.find((one) => one.number === number)?.staff ?? []} />
                  <MaterialList code={workshop.code} materials={ofSession(number)} />
                </>
              )}
            />
          </Section>
          {ofSession(null).length ? (
            <Section title={t("materials:title")} id="materials">
              <Panel pad="sides">
                <MaterialList code={workshop.code} materials={ofSession(null)} />
              </Panel>
            </Section>
          ) : null}
          {requirements.text ? (
            <Section title={t("requirements.title")}>
              <p className="max-w-[65ch] whitespace-pre-line">
                <LocalText value={requirements} note />
              </p>
            </Section>
          ) : null}
          {workshop.state === "cancelled" ? null : (
            <Section title={t("certificate.title")}>
              <p className="max-w-[65ch]">{t("certificate.text", { minimum: rest.minimumAttendance })}</p>
            </Section>
          )}
          {rest.offer === "signIn" || rest.offer === "enrolment" ? (
            <EnrolBar seats={workshop.seats} left={rest.deadline?.left ?? ""} />
          ) : null}
        </div>
      </div>
    </Page>
  );
}
