import { cityOf } from "#app/i18n/city-of.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { dateOf, timeOf } from "#app/time/wall-time.ts";
import { counterpartZone } from "#app/time/zones.ts";
import type { Clocks } from "#app/timetable/clocks/other-clock.tsx";
import { sessionTitle } from "#app/timetable/form.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { SessionProblem } from "#app/timetable/rules.ts";
import type { FieldErrors } from "#app/web/invalid.ts";
import type { Workshop } from "#app/workshops/queries.ts";

/** The clocks beside a session's form. */
export function sessionClocks({ zone }: Workshop, t: Translator): Clocks {
  const otherZone = counterpartZone(zone);
  return { zone, city: cityOf(zone, t), other: { zone: otherZone, city: cityOf(otherZone, t) } };
}

export function sessionValues({ kind, startsLocal, endsLocal, room, isCounted, title }: Session) {
  return {
    ...{ kind, room },
    date: dateOf(startsLocal),
    startsTime: timeOf(startsLocal),
    endsTime: timeOf(endsLocal),
    endsNextDay: dateOf(endsLocal) === dateOf(startsLocal) ? "" : "1",
    isCounted: isCounted ? "1" : "",
    ...sessionTitle.write(title),
  };
}

/** The field beside which each problem is told. */
const fieldOf: Record<SessionProblem, "date" | "startsTime" | "endsTime"> = {
  "startsLocal.unreal": "startsTime",
  "startsLocal.outside": "date",
  "startsLocal.clash": "startsTime",
  "endsLocal.unreal": "endsTime",
  "endsLocal.beforeStart": "endsTime",
  "endsLocal.tooLong": "endsTime",
  "endsLocal.tooLongNight": "endsTime",
};

export function sessionError(problem: SessionProblem | "over" | "hasMarks"): FieldErrors {
  if (problem === "over") return { "": "desk:refused.over" };
  if (problem === "hasMarks") return { date: "desk:form.session.hasMarks" };
  return { [fieldOf[problem]]: `desk:form.session.${problem.split(".")[1]}` };
}
