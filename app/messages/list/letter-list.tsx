import { to } from "#app/addresses.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { List } from "#app/tables/list.ts";
import type { Zone } from "#app/time/zones.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { type LetterState, letterState } from "./letter-state.rules.ts";
import type { listLetters } from "./letters.queries.ts";

type Letter = Awaited<ReturnType<typeof listLetters>>["rows"][number];
type Row = ReturnType<typeof letterRow>;

export const letterRow = (letter: Letter) => ({
  id: letter.id,
  composedAt: letter.composedAt,
  to: letter.toAddress,
  subject: letter.subject,
  language: letter.textLocale ?? letter.locale,
  kind: letter.kind,
  state: letterState(letter),
  messageId: letter.messageId,
});

const tones: Record<LetterState, Tone> = { sent: "good", waiting: "quiet", failed: "bad" };

/** Every letter about a workshop, whoever wrote it; instants are in the reader's zone. */
export const letterColumns = (code: string, zone: Zone, locale: Locale): List<Row> => ({
  name: "messages",
  title: (t) => t("messages:list.letters"),
  keyOf: ({ id }) => id,
  zone,
  columns: [
    {
      name: "composedAt",
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
      onPage: { cell: (row) => <Subject code={code} {...row} /> },
    },
    {
      name: "language",
      label: (t) => t("tables:column.language"),
      value: ({ language }, t) => t(`common:language.${language}`),
      width: 12,
    },
    {
      name: "state",
      label: (t) => t("messages:list.state"),
      value: ({ state }, t) => t(`messages:copy.${state}`),
      onPage: { cell: ({ state }) => <State state={state} />, isAlone: true },
    },
  ],
});

/** What somebody wrote leads to its page; other letters have none. */
function Subject({ code, subject, language, messageId }: Row & { code: string }) {
  const { locale } = useTranslation("messages");
  return (
    <span lang={language}>
      {messageId ? (
        <a className="link" href={to.message({ locale, code, message: messageId })}>
          {subject}
        </a>
      ) : (
        subject
      )}{" "}
      <span className="text-sm font-normal whitespace-nowrap text-hint">({endonyms[language]})</span>
    </span>
  );
}

function State({ state }: Pick<Row, "state">) {
  const { t } = useTranslation("messages");
  return <Badge tone={tones[state]}>{t(`copy.${state}`)}</Badge>;
}
