import { useLoaderData } from "@remix-run/react";
import { countMarksByEnrolment } from "#app/attendance/queries.ts";
import { attendanceShare, sessionsSoFar } from "#app/attendance/rules.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { listRoster } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant, formatShare } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Address } from "#app/ui/address.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/guard.ts";
import { deskWorkshop } from "#app/workshops/desk-view.ts";
import { WorkshopFrame } from "#app/workshops/workshop-frame.tsx";

export const loader = guardedLoader("roster.read", async (visit) => {
  const { db, locale, t, actor } = visit;
  const { workshop, frame } = await deskWorkshop(visit, "roster.read");
  const roster = await listRoster(db, workshop.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const countsOf = await countMarksByEnrolment(db, workshop.id, sessionsSoFar(workshop.state));
  let rank = 0;
  return {
    frame,
    city: cityOf(actor.zone, t),
    rows: roster.map((person) => ({
      id: person.id,
      state: person.state,
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

export default function RosterPage() {
  const { frame, rows, city } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["attendance", "workshops", "common"]);
  const { seats, reserves } = frame.workshop;
  return (
    <WorkshopFrame {...frame} title={t("roster.title")}>
      <h2 className="mb-4 text-xl">{t("roster.title")}</h2>
      {rows.length ? (
        <>
          <p className="mb-4">
            <span className="text-hint">{t("workshops:facts.seats")}</span>{" "}
            <strong className="figures text-ink">
              {seats}
              {reserves ? t("common:fact.note", { note: reserves }) : null}
            </strong>
          </p>
          <RosterTable rows={rows} />
          <p className="hint mt-4">{t("roster.attendanceHint")}</p>
          <p className="hint print:hidden">{t("roster.requestedHint", { city })}</p>
        </>
      ) : (
        <Empty title={t("roster.empty.title")}>
          {t(`roster.empty.${frame.workshop.state === "open" ? "open" : "text"}`)}
        </Empty>
      )}
    </WorkshopFrame>
  );
}

function RosterTable({ rows }: Pick<Loaded, "rows">) {
  const { t } = useTranslation(["attendance", "common"]);
  return (
    <div className="panel overflow-x-auto print:overflow-visible">
      <table className="rows rows-cards print:text-sm">
        <thead>
          <tr>
            <th scope="col">{t("roster.name")}</th>
            <th scope="col">{t("roster.institution")}</th>
            <th scope="col">{t("roster.state")}</th>
            <th scope="col">{t("roster.email")}</th>
            <th scope="col" className="print:hidden">
              {t("roster.requested")}
            </th>
            <th scope="col" className="number">
              {t("roster.attendance")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <PersonName value={row.name} />
              </th>
              <td>
                <LocalText value={row.institution} />
                <span className="block text-sm text-hint">
                  {[row.country, row.post].filter(Boolean).join(t("common:fact.between"))}
                </span>
              </td>
              <td>
                <EnrolmentBadge state={row.state} rank={row.rank} />
              </td>
              <td className="text-sm lg:whitespace-nowrap">
                {row.email ? (
                  <a className="link" href={`mailto:${row.email}`}>
                    <Address email={row.email} />
                  </a>
                ) : (
                  "–"
                )}
              </td>
              <td className="whitespace-nowrap text-sm text-hint print:hidden" data-label={t("roster.requested")}>
                {row.requested}
              </td>
              <td className="number" data-label={t("roster.attendance")}>
                {row.attendance}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
