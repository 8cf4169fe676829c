import { to } from "#app/addresses.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import type { Zone } from "#app/time/zones.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { LetterRow } from "./letter-row.ts";
import type { LetterState } from "./letter-state.rules.ts";

const tones: Record<LetterState, Tone> = { sent: "good", waiting: "quiet", failed: "bad" };

/** What the list is told: the workshop's code, and the reader's clocks. */
type Reader = { code: string; zone: Zone; locale: Locale };

/** Every letter about a workshop, whoever wrote it. */
export const letterList = ({ code, zone, locale }: Reader): List<LetterRow> => ({
  name: "messages",
  title: (t) => t("messages:list.letters"),
  keyOf: ({ id }) => id,
  zone,
  columns: [
    {
      name: "at",
      label: (t) => t("messages:list.at", { city: cityOf(zone, t) }),
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
      label: (t) => t("messages:list.to"),
      value: ({ to: email }) => email,
      width: 32,
      onPage: { className: "text-sm", cell: ({ to: email }) => <Address email={email} />, isAlone: true },
    },
    {
      name: "subject",
      label: (t) => t("messages:list.subject"),
      value: ({ subject, language }) => ({ text: subject, lang: language }),
      width: 56,
      isHeading: true,
      href: ({ messageId }) => (messageId ? to.message({ locale, code, message: messageId }) : null),
      onPage: { cell: (row) => <Subject row={row} code={code} /> },
    },
    {
      name: "language",
      label: (t) => t("tables:column.language"),
      value: ({ language }, t) => t(`common:language.${language}`),
      width: 12,
    },
    {
      name: "kind",
      label: (t) => t("messages:list.kind"),
      value: ({ kind }, t) => kind && t(`messages:kind.${kind}`),
      width: 32,
    },
    {
      name: "state",
      label: (t) => t("messages:list.state"),
      value: ({ state }, t) => t(`messages:copy.${state}`),
      onPage: { cell: ({ state }) => <State state={state} />, isAlone: true },
    },
  ],
});

function Subject({ row: { subject, language, messageId }, code }: { row: LetterRow; code: string }) {
  const { locale } = useTranslation();
  return (
    <span lang={language}>
      {messageId ? (
        <a className="link" href={to.message({ locale, code, message: messageId })}>
          {subject}
        </a>
      ) : (
        subject
      )}{" "}
      <span className="text-sm font-normal text-hint">({endonyms[language]})</span>
    </span>
  );
}

function State({ state }: Pick<LetterRow, "state">) {
  const { t } = useTranslation("messages");
  return <Badge tone={tones[state]}>{t(`copy.${state}`)}</Badge>;
}
