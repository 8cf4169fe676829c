import { cityOf } from "#app/i18n/city-of.ts";
import { formalDay } from "#app/i18n/formal-dates.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { offsetText } from "#app/time/offset.ts";
import { dateOf, isLocalDate } from "#app/time/wall-time.ts";
import { placeText } from "#app/timetable/place.ts";
import { listSessionsOf, type Session, sessionNumber } from "#app/timetable/queries.ts";
import { headOf, labelled, type Making } from "./compose.ts";
import type { PaperData } from "./paper-source.ts";
import { listPrinted } from "./people/people.ts";
import { asWritten, type Spoken, textsIn, timeIn, wordsIn } from "./spoken.ts";

/** Which sheets: of one session, of one day, or of every day. */
export type Choice = { session: number } | { day: string } | "everyDay";

/** @throws 404 for what can be no session, 400 for what can be no day */
export function sheetChoice(url: URL): Choice {
  const [session, day] = [url.searchParams.get("session"), url.searchParams.get("day")];
  if (session !== null) return { session: sessionNumber(session) };
  if (day === null || day === "all") return "everyDay";
  if (!isLocalDate(day)) throw new Response(null, { status: 400 });
  return { day };
}

/** What follows the workshop's code in a file's name. */
export const nameOfChoice = (choice: Choice): string => {
  if (choice === "everyDay") return "sign-in";
  return "session" in choice ? `sign-in-${choice.session}` : `sign-in-${choice.day}`;
};

/** More columns would be too narrow to sign in. */
const mostColumns = 5;
/** For those who come without being expected: at least so many lines. */
const blank = 3;

/**
 * The lines to sign; null where the workshop has no sessions yet.
 * @throws 404 for a session or a day that it does not have
 */
export async function signInPaper(making: Making, choice: Choice): Promise<PaperData | null> {
  const { db, workshop, options } = making;
  const { languages } = options;
  const sessions = await listSessionsOf(db, [workshop.id]);
  if (sessions.length === 0 && choice === "everyDay") return null;
  const sheets = sheetsOf(sessions, choice);
  if (sheets.length === 0) throw new Response(null, { status: 404 });
  const label = (column: Parameters<typeof labelled>[1]) => labelled(languages, column);
  const rows = await listPrinted(db, workshop, options);
  return {
    ...headOf(making, "signIn"),
    rows: rows.map(({ code, names, institution, post }) => ({
      code,
      names,
      place: [institution.slice(0, 1), post].filter(isWritten),
    })),
    sheets: sheets.map((sheet) => ({ blank, ...sheetView(sheet, making) })),
    labels: {
      ...{ number: label("number"), code: label("code"), name: label("name"), place: label("place") },
      ...{ signature: label("signature"), instructor: label("instructor"), keeper: label("keeper") },
    },
    notice: wordsIn(languages, (t) => t("papers:notice")),
  };
}

/** A sheet for a session alone, or for those of a day side by side: several where they are too many for one. */
function sheetsOf(sessions: Session[], choice: Choice): Session[][] {
  if (typeof choice === "object" && "session" in choice)
    return sessions.filter(({ number }) => number === choice.session).map((session) => [session]);
  const byDay = [...Map.groupBy(sessions, ({ startsLocal }) => dateOf(startsLocal))];
  const chosen = byDay.filter(([day]) => choice === "everyDay" || day === choice.day);
  return chosen.flatMap(([, ofDay]) => sharedOut(ofDay));
}

function sharedOut(ofDay: Session[]): Session[][] {
  const each = Math.ceil(ofDay.length / Math.ceil(ofDay.length / mostColumns));
  return Array.from({ length: Math.ceil(ofDay.length / each) }, (_, i) => ofDay.slice(i * each, (i + 1) * each));
}

function sheetView(sheet: Session[], { workshop, options: { languages } }: Making) {
  const [first] = sheet as [Session, ...Session[]];
  const isOne = sheet.length === 1;
  const when = wordsIn(languages, (_, locale) => formalDay(locale, dateOf(first.startsLocal)));
  const [main = "es"] = languages;
  const room = isOne ? placeText(first, main) : "";
  const isElsewhere = isOne && first.place.venue !== null;
  const place = [...(room ? [asWritten(room)] : []), ...(isElsewhere ? [] : textsIn(languages, workshop.texts.venue))];
  return {
    what: isOne ? titledIn(languages, first) : when,
    when: isOne ? when : [],
    time: isOne ? { lang: main, text: timeIn(first, main) } : null,
    line: [clockOf(first, main), ...place],
    columns: isOne
      ? [[]]
      : sheet.map((session) => [
          [{ lang: main, text: timeIn(session, main) }],
          [{ ...textIn(session.title, main), text: `${session.number}. ${textIn(session.title, main).text}` }],
        ]),
  };
}

const titledIn = (languages: readonly Locale[], { number, title }: Session): Spoken[] =>
  wordsIn(languages, (t, locale) => {
    const { text } = textIn(title, locale);
    return text ? t("papers:session", { number, title: text }) : t("workshops:session.untitled", { number });
  });

/** Whose clock shows these times, and how far it is from UTC. */
function clockOf({ zone, startsAt, startsLocal }: Session, lang: Locale): Spoken {
  const t = translator(lang);
  return { lang, text: t("workshops:clock", { city: cityOf(zone, t), offset: offsetText(startsAt, startsLocal) }) };
}

const isWritten = (texts: Spoken[]) => texts.length > 0;
