import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CopyStateBadge } from "#app/messages/message-state-badge.tsx";
import { copyState } from "#app/messages/rules.ts";
import { shownName } from "#app/people/names.ts";
import { nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import { PersonName } from "#app/people/person-name.tsx";
import type { List } from "#app/tables/list.ts";
import type { Zone } from "#app/time/zones.ts";
import { Address } from "#app/ui/address.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import type { Copy } from "./copies.queries.ts";

type Row = ReturnType<typeof copyRow>;

export const copyRow = (copy: Copy) => ({
  id: copy.id,
  name: shownName(copy),
  email: copy.toAddress ?? "",
  locale: copy.locale,
  textLocale: copy.textLocale,
  state: copyState(copy),
  reason: copy.failedAt ? (copy.lastError ?? "") : "",
  sentAt: whenSent(copy),
});

/** A demo sends nothing: there it is when the letter was ready to be read. */
function whenSent({ sentAt, doneAt, composedAt, ...copy }: Copy) {
  return copyState({ doneAt, ...copy }) === "sent" ? (sentAt ?? doneAt ?? composedAt) : null;
}

/** The copies of a message, each with what became of it; instants are in the reader's zone. */
export const copyList = (zone: Zone, locale: Locale): List<Row> => ({
  name: "copies",
  title: (t) => t("messages:copies.caption"),
  keyOf: ({ id }) => id,
  zone,
  columns: [
    nameColumn({
      onPage: { cell: ({ name }) => <PersonName value={name} /> },
    }),
    otherNameColumn(),
    {
      name: "email",
      label: (t) => t("messages:copies.email"),
      value: ({ email }) => email,
      width: 32,
      onPage: { className: "text-sm", cell: ({ email }) => (email ? <Address email={email} /> : "–"), isAlone: true },
    },
    {
      name: "language",
      label: (t) => t("messages:copies.language"),
      value: ({ textLocale }, t) => t(`common:language.${textLocale}`),
      width: 14,
      onPage: { isLabelled: true, cell: (row) => <Language row={row} /> },
    },
    {
      name: "reads",
      label: (t) => t("messages:copies.reads"),
      value: ({ locale: own }, t) => t(`common:language.${own}`),
      width: 18,
    },
    {
      name: "state",
      label: (t) => t("messages:list.state"),
      value: ({ state }, t) => t(`messages:copy.${state}`),
      width: 16,
      onPage: {
        label: (t) => t("messages:copies.state", { city: cityOf(zone, t) }),
        isLabelled: true,
        cell: (row) => <State row={row} zone={zone} locale={locale} />,
      },
    },
    {
      name: "sentAt",
      label: (t) => t("messages:list.at", { city: cityOf(zone, t) }),
      kind: "instant",
      value: ({ sentAt }) => sentAt,
    },
    { name: "reason", label: (t) => t("messages:copies.because"), value: ({ reason }) => reason, width: 28 },
  ],
  after: (t) => [
    {
      name: "resend",
      label: t("messages:copies.resend"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      cell: (row) => <Resend row={row} />,
    },
  ],
});

function Language({ row: { locale, textLocale } }: { row: Row }) {
  const { t } = useTranslation("messages");
  return (
    <>
      <span lang={textLocale}>{endonyms[textLocale]}</span>
      {locale === textLocale ? null : <SecondLine>{t(`copies.fallback.${locale}`)}</SecondLine>}
    </>
  );
}

type StateProps = { row: Row; zone: Zone; locale: Locale };

function State({ row: { state, sentAt, reason }, zone, locale }: StateProps) {
  const { t } = useTranslation("messages");
  return (
    <>
      <CopyStateBadge state={state} />
      {sentAt ? <SecondLine>{formatInstant(locale, sentAt, zone)}</SecondLine> : null}
      {state === "failed" && reason ? <SecondLine>{t("copies.reason", { reason })}</SecondLine> : null}
    </>
  );
}

/** What is on its way already needs no second press. */
function Resend({ row: { id, state, name } }: { row: Row }) {
  const { t } = useTranslation("messages");
  if (state === "waiting") return null;
  return (
    <PostButton fields={{ deed: "resend", copy: id }} look="plain" isSmall>
      {t("copies.resend")}
      <span className="sr-only">{t("copies.resendTo", { name: name.name })}</span>
    </PostButton>
  );
}
