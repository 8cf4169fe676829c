import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { attendanceShare, sessionsSoFar } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { listParticipants, type Participant } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant, formatShare } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { paging } from "#app/web/paging.ts";
import { queryChoice, queryPage } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { clashingSeats } from "./clashing-seats.ts";

export const loader = guardedLoader("participant.read", async (visit) => {
  const { db, locale, t, actor, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const participants = await listParticipants(db, workshop.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const countsOf = await countMarksByEnrolment(db, workshop.id, sessionsSoFar(workshop.state));
  const clashesOf = await clashingSeats(visit, workshop);
  const roster = ranked(participants.toSorted(inRoster(locale)));
  const isWhole = queryChoice(url, "all", ["1"]) !== null;
  const { page, pages } = paging(roster.length, isWhole ? roster.length : pageSize, queryPage(url));
  return {
    frame,
    city: cityOf(actor.zone, t),
    page,
    pages,
    total: roster.length,
    isWhole,
    rows: (isWhole ? roster : roster.slice((page - 1) * pageSize, page * pageSize)).map(({ rank, ...person }) => ({
      id: person.id,
      state: person.state,
      clashes: clashesOf(person.id),
      rank,
      name: shownName(person),
      institution: institutionOf(person.institutionId),
      country: { code: person.country, name: countryName(person.country, locale, t) },
      post: person.post ?? "",
      email: person.email ?? "",
      requested: formatInstant(locale, person.requestedAt, actor.zone),
      attendance: isSeated(person.state) ? formatShare(locale, attendanceShare(countsOf(person.id))) : "–",
    })),
  };
});

/** A large workshop has several hundred: a page shows some, and all on demand, to print. */
const pageSize = 100;

/** With the place in the queue of those who wait. */
function ranked(roster: Participant[]) {
  let rank = 0;
  return roster.map((person) => ({ ...person, rank: person.state === "reserve" ? ++rank : null }));
}

/** Who has a seat, by name; then the reserve, as it moves up; then who withdrew, by name. */
function inRoster(locale: Locale): (a: Participant, b: Participant) => number {
  const byName = nameOrder(locale);
  const place = ({ state }: Participant) => (isSeated(state) ? 0 : state === "reserve" ? 1 : 2);
  return (a, b) => place(a) - place(b) || (a.state === "reserve" ? a.ticket - b.ticket : byName(a, b));
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ParticipantsPage() {
  const { frame, rows, city, page, pages, total, isWhole } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["attendance", "workshops", "common"]);
  const { seats, reserves } = frame.workshop;
  return (
    <WorkshopFrame {...frame} title={t("participants.title")} hasList={rows.length > 0}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl">{t("participants.title")}</h2>
        <PapersLink code={frame.workshop.code} />
      </div>
      {rows.length ? (
        <>
          <p className="mb-4">
            <span className="text-hint">{t("workshops:facts.seats")}</span>{" "}
            <strong className="figures text-ink">
              {seats}
              {reserves ? t("common:fact.note", { note: reserves }) : null}
            </strong>
          </p>
          <ParticipantTable rows={rows} isFirst={page === 1} />
          <Pagination page={page} pages={pages} />
          <Whole code={frame.workshop.code} {...{ total, page, isWhole }} />
          <Hint className="mt-4">{t("participants.attendanceHint")}</Hint>
          <Hint className="print:hidden">{t("participants.requestedHint", { city })}</Hint>
        </>
      ) : (
        <Empty title={t("participants.empty.title")}>
          {t(`participants.empty.${frame.workshop.state === "open" ? "open" : "text"}`)}
        </Empty>
      )}
    </WorkshopFrame>
  );
}

function PapersLink({ code }: { code: string }) {
  const { t, locale } = useTranslation("attendance");
  return (
    <a className="link print:hidden" href={to.papers({ locale, code })}>
      {t("participants.papers")}
    </a>
  );
}

/** From a page of a large roster to all of it, and back. On paper a page says of how many it is a part. */
function Whole({ code, total, page, isWhole }: Pick<Loaded, "total" | "page" | "isWhole"> & { code: string }) {
  const { t, locale } = useTranslation("attendance");
  if (total <= pageSize) return null;
  const part = { from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total), total };
  const href = to.participants({ locale, code }, isWhole ? {} : { all: "1" });
  return (
    <p className="mt-4">
      <a className="link print:hidden" href={href}>
        {isWhole ? t("participants.paged") : t("participants.all", { count: total })}
      </a>
      {isWhole ? null : <span className="hidden print:inline">{t("participants.part", part)}</span>}
    </p>
  );
}

function ParticipantTable({ rows, isFirst }: Pick<Loaded, "rows"> & { isFirst: boolean }) {
  const { t } = useTranslation(["attendance", "enrolment", "common"]);
  const columns: Column<Loaded["rows"][number]>[] = [
    { name: "name", label: t("participants.name"), isHeading: true, cell: ({ name }) => <PersonName value={name} /> },
    {
      name: "institution",
      label: t("participants.institution"),
      cell: ({ institution, country, post }) => (
        <>
          <LocalText value={institution} />
          <SecondLine>
            <CountryMark {...country} /> {post}
          </SecondLine>
        </>
      ),
    },
    {
      name: "state",
      label: t("participants.state"),
      cell: ({ state, rank, requested, clashes }) => (
        <>
          <EnrolmentBadge state={state} />
          <SecondLine>
            {rank ? <strong>{t("enrolment:state.rank", { rank })} </strong> : null}
            <span className="print:hidden">{t("participants.requested", { at: requested })}</span>
          </SecondLine>
          {clashes ? <SecondLine>{t("participants.clash", { workshops: clashes })}</SecondLine> : null}
        </>
      ),
    },
    {
      name: "email",
      label: t("participants.email"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      cell: ({ email }) => (email ? <MailLink email={email} /> : "–"),
    },
    {
      name: "attendance",
      label: t("participants.attendance"),
      isLabelled: true,
      isNumber: true,
      cell: ({ attendance }) => attendance,
    },
  ];
  return (
    <Table
      caption={t("participants.title")}
      id="list"
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      isDense
      // a number on paper counts from the roster's beginning
      isNumbered={isFirst}
    />
  );
}

/** An envelope; the address itself is for whoever hears the page, or rests the pointer on it. */
function MailLink({ email }: { email: string }) {
  const { t } = useTranslation("attendance");
  return (
    <a
      className="link -my-3 inline-flex size-11 items-center justify-center rounded-lg align-middle"
      title={email}
      href={`mailto:${email}`}
    >
      <svg aria-hidden="true" viewBox="0 0 20 16" className="w-5 fill-none stroke-current stroke-2">
        <path d="M1 1h18v14H1zl9 8 9-8" />
      </svg>
      <span className="sr-only">{t("participants.writeTo", { email })}</span>
    </a>
  );
}
