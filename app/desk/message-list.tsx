import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { listWorkshopMail } from "#app/mail/queries.ts";
import type { List } from "#app/tables/list.ts";
import type { Zone } from "#app/time/zones.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge } from "#app/ui/badge.tsx";

type Mail = Awaited<ReturnType<typeof listWorkshopMail>>["rows"][number];
type Row = ReturnType<typeof messageRow>;

export const messageRow = ({ id, toAddress, subject, locale, composedAt, sentAt }: Mail) => ({
  ...{ id, subject, locale, composedAt },
  to: toAddress,
  isSent: sentAt !== null,
});

/** The messages about a workshop; instants are in the reader's zone. */
export const messageList = (zone: Zone, locale: Locale): List<Row> => ({
  name: "messages",
  title: (t) => t("enrolment:messages.sent"),
  keyOf: ({ id }) => id,
  zone,
  columns: [
    {
      name: "composedAt",
      label: (t) => t("enrolment:messages.at", { city: cityOf(zone, t) }),
      kind: "instant",
      value: ({ composedAt }) => composedAt,
      width: 22,
      onPage: {
        className: "whitespace-nowrap",
        cell: ({ composedAt }) => formatInstant(locale, composedAt, zone),
        isAlone: true,
      },
    },
    {
      name: "to",
      label: (t) => t("enrolment:messages.to"),
      value: ({ to }) => to,
      width: 32,
      onPage: { className: "text-sm", cell: ({ to }) => <Address email={to} />, isAlone: true },
    },
    {
      name: "subject",
      label: (t) => t("enrolment:messages.subject"),
      value: ({ subject, locale: lang }) => ({ text: subject, lang }),
      width: 56,
      isHeading: true,
      onPage: {
        cell: ({ subject, locale: lang }) => (
          <span lang={lang}>
            {subject} <span className="text-sm font-normal text-hint">({endonyms[lang]})</span>
          </span>
        ),
      },
    },
    {
      name: "language",
      label: (t) => t("tables:column.language"),
      value: ({ locale: lang }, t) => t(`common:language.${lang}`),
      width: 12,
    },
    {
      name: "state",
      label: (t) => t("enrolment:messages.state"),
      value: ({ isSent }, t) => t(isSent ? "enrolment:messages.isSent" : "enrolment:messages.isKept"),
      onPage: { cell: ({ isSent }) => <Sent isSent={isSent} />, isAlone: true },
    },
  ],
});

function Sent({ isSent }: Pick<Row, "isSent">) {
  const { t } = useTranslation("enrolment");
  return <Badge tone={isSent ? "good" : "quiet"}>{t(isSent ? "messages.isSent" : "messages.isKept")}</Badge>;
}
