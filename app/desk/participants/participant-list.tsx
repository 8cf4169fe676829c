import { to } from "#app/addresses.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import { PersonName } from "#app/people/person-name.tsx";
import type { List } from "#app/tables/list.ts";
import type { Zone } from "#app/time/zones.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { MailLink } from "./mail-link.tsx";
import type { ParticipantRow } from "./participants-view.ts";

/**
 * A workshop's participants; instants are in the reader's zone.
 * @param code of the workshop, where the reader may change enrolments: each name then leads to its own
 */
export const participantList = (zone: Zone, code: string | null = null): List<ParticipantRow> => ({
  name: "participants",
  title: (t) => t("attendance:participants.title"),
  keyOf: ({ id }) => id,
  zone,
  columns: [
    nameColumn({
      isSortable: true,
      compare: (a, b) => a.place - b.place,
      href: ({ id }, locale) => (code ? to.participant({ locale, code, enrolment: id }) : null),
      onPage: { cell: (row) => <Name row={row} code={code} /> },
    }),
    otherNameColumn(),
    { name: "kana", label: (t) => t("people:field.kana"), value: ({ kana }) => kana, isExtra: true, width: 28 },
    institutionColumn({
      isSortable: true,
      onPage: {
        label: (t) => t("attendance:participants.institution"),
        cell: ({ institution, country, post }) => (
          <>
            <LocalText value={institution} />
            <SecondLine>
              <CountryMark {...country} /> {post}
            </SecondLine>
          </>
        ),
      },
    }),
    {
      name: "country",
      label: (t) => t("people:field.country"),
      value: ({ country }) => country.name,
      width: 14,
      isSortable: true,
    },
    { name: "post", label: (t) => t("people:field.post"), value: ({ post }) => post, width: 32 },
    {
      name: "state",
      label: (t) => t("attendance:participants.state"),
      value: ({ state }, t) => t(`enrolment:state.${state}`),
      isSortable: true,
      onPage: { cell: (row) => <State row={row} /> },
    },
    { name: "rank", label: (t) => t("tables:column.rank"), kind: "number", value: ({ rank }) => rank },
    {
      name: "answerBy",
      label: (t) => t("offers:desk.column"),
      kind: "day",
      value: ({ answerByOn }) => answerByOn,
    },
    {
      name: "requestedAt",
      label: (t) => t("tables:column.requestedAt", { city: cityOf(zone, t) }),
      kind: "instant",
      value: ({ requestedAt }) => requestedAt,
      isSortable: true,
    },
    {
      name: "clashes",
      label: (t) => t("tables:column.clashes"),
      value: ({ clashes }) => clashes,
    },
    {
      name: "email",
      label: (t) => t("people:field.email"),
      value: ({ email }) => email,
      width: 32,
      href: ({ email }) => `mailto:${email}`,
      onPage: {
        label: (t) => t("attendance:participants.email"),
        hasHiddenLabel: true,
        isOnScreenOnly: true,
        cell: ({ email }) => (email ? <MailLink email={email} /> : "–"),
      },
    },
    {
      name: "attendance",
      label: (t) => t("attendance:participants.attendance"),
      kind: "share",
      value: ({ share }) => share,
      isSortable: true,
      onPage: {},
    },
  ],
});

function Name({ row: { id, name }, code }: { row: ParticipantRow; code: string | null }) {
  const { locale } = useTranslation();
  if (!code) return <PersonName value={name} />;
  return (
    <a className="link" href={to.participant({ locale, code, enrolment: id })}>
      <PersonName value={name} />
    </a>
  );
}

function State({ row: { state, rank, requested, clashes, answerBy } }: { row: ParticipantRow }) {
  const { t } = useTranslation(["attendance", "enrolment", "offers"]);
  return (
    <>
      <EnrolmentBadge state={state} />
      {answerBy ? (
        <SecondLine>
          <strong>{t("offers:desk.open", { date: answerBy })}</strong>
        </SecondLine>
      ) : null}
      <SecondLine>
        {rank ? <strong>{t("enrolment:state.rank", { rank })} </strong> : null}
        <span className="print:hidden">{t("participants.requested", { at: requested })}</span>
      </SecondLine>
      {clashes ? <SecondLine>{t("participants.clash", { workshops: clashes })}</SecondLine> : null}
    </>
  );
}
