import { to } from "#app/addresses.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import { PersonName } from "#app/people/person-name.tsx";
import type { List } from "#app/tables/list.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { LedgerRow } from "./ledger-view.ts";

/**
 * Who holds which seat of a workshop, and why.
 * @param code of the workshop, where the reader may change enrolments: each name then leads to its own
 */
export const ledgerList = (code: string | null = null): List<LedgerRow> => ({
  name: "quotas",
  title: (t) => t("quotas:list.title"),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn({
      href: ({ id }, locale) => (code ? to.participant({ locale, code, enrolment: id }) : null),
      onPage: { cell: (row) => <Name row={row} code={code} /> },
    }),
    otherNameColumn(),
    {
      name: "group",
      label: (t) => t("quotas:list.group"),
      value: ({ group }) => group,
      width: 36,
      isSortable: true,
      onPage: {},
    },
    institutionColumn({ isSortable: true }),
    {
      name: "state",
      label: (t) => t("attendance:participants.state"),
      value: ({ state }, t) => t(`enrolment:state.${state}`),
      isSortable: true,
      onPage: { cell: (row) => <State row={row} /> },
    },
    { name: "rank", label: (t) => t("tables:column.rank"), kind: "number", value: ({ rank }) => rank },
    { name: "why", label: (t) => t("quotas:list.why"), value: ({ why }) => why, width: 48, onPage: {} },
    { name: "next", label: (t) => t("quotas:list.next"), value: ({ next }) => next, width: 48, onPage: {} },
  ],
});

function Name({ row: { id, name, institution }, code }: { row: LedgerRow; code: string | null }) {
  const { locale } = useTranslation();
  const shown = <PersonName value={name} />;
  return (
    <>
      {code ? (
        <a className="link" href={to.participant({ locale, code, enrolment: id })}>
          {shown}
        </a>
      ) : (
        shown
      )}
      <SecondLine>
        <LocalText value={institution} />
      </SecondLine>
    </>
  );
}

function State({ row: { state, rank } }: { row: LedgerRow }) {
  const { t } = useTranslation("enrolment");
  return (
    <>
      <EnrolmentBadge state={state} />
      {rank ? (
        <SecondLine>
          <strong>{t("state.rank", { rank })}</strong>
        </SecondLine>
      ) : null}
    </>
  );
}
