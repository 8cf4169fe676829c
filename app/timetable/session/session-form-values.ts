import { to } from "#app/addresses.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { dateOf, timeOf } from "#app/time/wall-time.ts";
import { counterpartZone } from "#app/time/zones.ts";
import type { Clocks } from "#app/timetable/clocks/other-clock.tsx";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import type { SessionOutcome } from "#app/timetable/commands.ts";
import { sessionTitle, visitTexts } from "#app/timetable/form.ts";
import { visitFields } from "#app/timetable/kinds.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { SessionProblem } from "#app/timetable/rules.ts";
import { listVisits } from "#app/timetable/visits/visits.queries.ts";
import type { FilledMessage } from "#app/ui/form/message.ts";
import type { FieldErrors } from "#app/web/invalid.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

/** The clocks beside a session's form: its own, or its workshop's. */
export function sessionClocks({ zone }: Pick<Workshop, "zone">, t: Translator): Clocks {
  const otherZone = counterpartZone(zone);
  return { zone, city: cityOf(zone, t), other: { zone: otherZone, city: cityOf(otherZone, t) } };
}

/** A stored session as the fields of its form. */
export async function sessionValues(db: Reader, workshop: Pick<Workshop, "zone">, session: Session) {
  const { kind, startsLocal, endsLocal, room, isCounted, title, joinUrl, interpretation } = session;
  const visit = (await listVisits(db, [session.id])).get(session.id);
  return {
    ...{ kind, room, joinUrl, interpretation },
    place: session.roomId ?? session.venueId ?? "",
    zone: session.venueId === null && session.zone !== workshop.zone ? session.zone : "",
    moduleId: session.moduleId ?? "",
    language: session.language ?? "",
    mode: session.mode ?? "",
    date: dateOf(startsLocal),
    startsTime: timeOf(startsLocal),
    endsTime: timeOf(endsLocal),
    startsHour: session.startsHour ?? "",
    endsHour: session.endsHour ?? "",
    endsNextDay: dateOf(endsLocal) === dateOf(startsLocal) ? "" : "1",
    isCounted: isCounted ? "1" : "",
    ...sessionTitle.write(title),
    ...Object.assign({}, ...visitFields.map((field) => visitTexts[field].write(visit?.[field] ?? {}))),
  } as Record<string, string>;
}

/** The field beside which each problem is told. */
const fieldOf: Record<SessionProblem, "date" | "startsTime" | "endsTime" | "startsHour" | "endsHour"> = {
  "startsLocal.twice": "startsHour",
  "endsLocal.twice": "endsHour",
  "startsLocal.unreal": "startsTime",
  "startsLocal.outside": "date",
  "endsLocal.unreal": "endsTime",
  "endsLocal.beforeStart": "endsTime",
  "endsLocal.tooLong": "endsTime",
  "endsLocal.tooLongNight": "endsTime",
};

type Refused = Extract<SessionOutcome, { status: "refused" }> | { status: "refused"; because: "hasMarks" };
type Page = { code: string; locale: Locale; t: Translator };

/** What is said of a session that cannot be saved. A clash names the other one, and leads to it. */
export function sessionErrors(refused: Refused, page: Page): FieldErrors {
  if (refused.because === "over") return { "": "desk:refused.over" };
  if (refused.because === "hasMarks") return { date: "desk:form.session.hasMarks" };
  if (refused.because === "clash") return { startsTime: clashMessage(refused.heldThen, page) };
  if (refused.because === "zone.another") return { zone: "desk:form.session.another" };
  if (refused.because === "place.unknown") return { place: "common:form.choose" };
  if (refused.because === "moduleId.unknown") return { moduleId: "common:form.choose" };
  return { [fieldOf[refused.because]]: `desk:form.session.${refused.because.split(".")[1]}` };
}

function clashMessage(session: Session, { code, locale, t }: Page): FilledMessage {
  const { number } = session;
  const { text } = textIn(session.title, locale);
  const name = t("workshops:session.untitled", { number });
  const values = {
    session: text ? t("workshops:session.named", { name, title: text }) : name,
    time: sessionTimes(session, { locale, zone: null }, t).time,
  };
  const held = t("workshops:session.withTime", values);
  return {
    key: "desk:form.session.clash",
    values: { session: held },
    link: { value: "session", href: to.session({ locale, code, n: number }) },
  };
}
