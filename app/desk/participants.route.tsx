import { useLoaderData } from "@remix-run/react";
import { attendanceShare, sessionsSoFar } from "#app/attendance/measures.rules.ts";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { listParticipants } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant, formatShare } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Address } from "#app/ui/address.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { clashingSeats } from "./clashing-seats.ts";

export const loader = guardedLoader("participant.read", async (visit) => {
  const { db, locale, t, actor } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const participants = await listParticipants(db, workshop.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const countsOf = await countMarksByEnrolment(db, workshop.id, sessionsSoFar(workshop.state));
  const clashesOf = await clashingSeats(visit, workshop);
  let rank = 0;
  return {
    frame,
    city: cityOf(actor.zone, t),
    rows: participants.map((person) => ({
      id: person.id,
      state: person.state,
      clashes: clashesOf(person.id),
      rank: person.state === "reserve" ? ++rank : null,
      name: shownName(person),
      institution: institutionOf(person.institutionId),
      country: countryName(person.country, locale, t),
      post: person.post ?? "",
      email: person.email ?? "",
      requested: formatInstant(locale, person.requestedAt, actor.zone),
      attendance: isSeated(person.state) ? formatShare(locale, attendanceShare(countsOf(person.id))) : "–",
    })),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ParticipantsPage() {
  const { frame, rows, city } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["attendance", "workshops", "common"]);
  const { seats, reserves } = frame.workshop;
  return (
    <WorkshopFrame {...frame} title={t("participants.title")}>
      <h2 className="mb-4 text-xl">{t("participants.title")}</h2>
      {rows.length ? (
        <>
          <p className="mb-4">
            <span className="text-hint">{t("workshops:facts.seats")}</span>{" "}
            <strong className="figures text-ink">
              {seats}
              {reserves ? t("common:fact.note", { note: reserves }) : null}
            </strong>
          </p>
          <ParticipantTable rows={rows} />
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

function ParticipantTable({ rows }: Pick<Loaded, "rows">) {
  const { t } = useTranslation(["attendance", "common"]);
  const columns: Column<Loaded["rows"][number]>[] = [
    { name: "name", label: t("participants.name"), isHeading: true, cell: ({ name }) => <PersonName value={name} /> },
    {
      name: "institution",
      label: t("participants.institution"),
      cell: ({ institution, country, post }) => (
        <>
          <LocalText value={institution} />
          <SecondLine>{[country, post].filter(Boolean).join(t("common:fact.between"))}</SecondLine>
        </>
      ),
    },
    {
      name: "state",
      label: t("participants.state"),
      cell: ({ state, rank, clashes }) => (
        <>
          <EnrolmentBadge state={state} rank={rank} />
          {clashes ? <SecondLine>{t("participants.clash", { workshops: clashes })}</SecondLine> : null}
        </>
      ),
    },
    {
      name: "email",
      label: t("participants.email"),
      className: "text-sm lg:whitespace-nowrap",
      cell: ({ email }) => (email ? <MailLink email={email} /> : "–"),
    },
    {
      name: "requested",
      label: t("participants.requested"),
      isLabelled: true,
      isOnScreenOnly: true,
      className: "whitespace-nowrap text-sm text-hint",
      cell: ({ requested }) => requested,
    },
    {
      name: "attendance",
      label: t("participants.attendance"),
      isLabelled: true,
      isNumber: true,
      cell: ({ attendance }) => attendance,
    },
  ];
  return <Table columns={columns} rows={rows} keyOf={({ id }) => id} isDense />;
}

function MailLink({ email }: { email: string }) {
  return (
    <a className="link" href={`mailto:${email}`}>
      <Address email={email} />
    </a>
  );
}
