import type { Recipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { calendarFor, type EnrolmentOf } from "#app/enrolment/letter-parts.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact, type MailChange, type MailParameters, type MailSession } from "#app/mail/compose.ts";
import type { Message } from "#app/mail/deliver.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import type { ChangedFact, PlanChanges, SessionChange } from "./changes.rules.ts";
import { type ToldPlan, type ToldSession, toldPlace } from "./plan.ts";

/** More than these are in the calendar file and on the page. */
const changesShown = 20;

type Plans = { before: ToldPlan; now: ToldPlan };

type Telling = Plans & {
  enrolment: EnrolmentOf;
  sessions: Parameters<typeof calendarFor>[1];
  reader: Recipient;
  appUrl: string;
  /** Why the workshop takes place later; null where it was not postponed. */
  postponedBecause: string | null;
};

/**
 * One letter about all that has changed for somebody. Whoever has a seat gets their calendar anew. Where the workshop
 * was postponed, it says so first, and why.
 */
export function changeLetter(
  changes: PlanChanges,
  { enrolment, sessions, reader, appUrl, postponedBecause, ...plans }: Telling,
): Message {
  const { workshop, state } = enrolment;
  const { locale, name, email, personId, hasAccount } = reader;
  const act = postponedBecause === null ? ("replanned" as const) : ("postponed" as const);
  const kind = `enrolment.${act}${isSeated(state) ? "" : "Reserve"}` as const;
  const letter = compose(locale, kind, {
    name,
    hasAccount,
    values: { workshop: textIn(workshop.texts.title, locale).text || workshop.code },
    facts: [
      ...workshopFacts(workshop, locale),
      ...(postponedBecause ? [{ label: "reason" as const, text: postponedBecause }] : []),
    ],
    ...changesInWords(changes, plans, { ...reader, isSeated: isSeated(state) }),
    link: appUrl + to.workshop({ locale, code: workshop.code }),
  });
  const calendar = isSeated(state) ? calendarFor(enrolment, sessions, { locale, appUrl }) : undefined;
  return { ...letter, to: email, personId, workshopId: workshop.id, locale, kind, calendar };
}

/** What has changed, in its reader's words and on both clocks. */
function changesInWords(
  changes: PlanChanges,
  plans: Plans,
  reader: Hearer,
): Pick<MailParameters, "changes" | "furtherChanges"> {
  const t = translator(reader.locale);
  const all = [
    ...changes.facts.map((fact) => factInWords(fact, plans, reader.locale, t)),
    ...changes.sessions.map((change) => sessionInWords(change, reader, t)),
  ];
  return { changes: all.slice(0, changesShown), furtherChanges: Math.max(0, all.length - changesShown) };
}

/** Who reads, and whether they take part: others are not told where to join. */
type Hearer = Pick<Recipient, "locale" | "zone"> & { isSeated: boolean };

type Said = { text: string; lang?: Locale };

const labels: Record<ChangedFact, LetterFact["label"]> = {
  title: "workshop",
  dates: "dates",
  closing: "closing",
  venue: "venue",
  mode: "mode",
  zone: "zone",
};

function factInWords(fact: ChangedFact, { before, now }: Plans, locale: Locale, t: Translator): MailChange {
  const said: Record<ChangedFact, (plan: ToldPlan) => Said> = {
    title: ({ title }) => textIn(title, locale),
    dates: ({ startsOn, endsOn }) => ({ text: formatPeriod(locale, startsOn, endsOn) }),
    closing: ({ closesOn, zone }) => ({
      text: closesOn ? t("mail:changes.closing", { date: formatDate(locale, closesOn), city: cityOf(zone, t) }) : "",
    }),
    venue: ({ venue }) => textIn(venue, locale),
    mode: ({ mode }) => ({ text: t(`workshops:mode.${mode}`) }),
    zone: ({ zone }) => ({ text: cityOf(zone, t) }),
  };
  return { fact: labels[fact], before: said[fact](before), now: said[fact](now) };
}

function sessionInWords({ before, now }: SessionChange, reader: Hearer, t: Translator): MailChange {
  const { text, lang } = textIn((now ?? (before as ToldSession)).title, reader.locale);
  return {
    title: text || t("mail:changes.session"),
    lang,
    before: before && onBothClocks(before, reader, t),
    now: now && onBothClocks(now, reader, t),
  };
}

function onBothClocks(session: ToldSession, reader: Hearer, t: Translator): MailSession {
  const { text, lang } = textIn(session.title, reader.locale);
  return {
    title: text,
    lang,
    room: toldPlace(session, reader.locale),
    joinUrl: reader.isSeated ? session.joinUrl : "",
    times: sessionTimes(session, reader, t),
  };
}
