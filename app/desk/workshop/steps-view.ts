import { cityOf } from "#app/i18n/city-of.ts";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { areAllHeld, completableFrom } from "#app/timetable/rules.ts";
import { isAllowed, momentOf } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { peopleIn } from "#app/workshops/rules.ts";
import { stepsOf } from "#app/workshops/steps.rules.ts";

type Sessions = Parameters<typeof completableFrom>[0];
type Found = {
  sessions: Sessions;
  isWritten: boolean;
  hasCertificates: boolean;
  /** A draft in which nobody was ever enrolled. */
  isRemovable: boolean;
  /** Cancelled, and nobody was told. */
  isUnnoticed: boolean;
};
type Visit = { locale: Locale; t: Translator; at: Instant };

/** What can be done next with a workshop, and from when on where it is too early. */
export function stepsView(workshop: Workshop, { sessions, isRemovable, ...gathered }: Found, { locale, t, at }: Visit) {
  const { zone, startsOn, beginsAt } = workshop;
  const from = completableFrom(sessions);
  // why a step back is taken is asked on a page of its own
  const steps = stepsOf(workshop, { ...gathered, isHeld: areAllHeld(sessions, at), hasReason: true }, at);
  return {
    /** A press of a step means this state, and no other. */
    state: workshop.state,
    // to cancel would leave in every list what nobody has seen
    steps: steps.filter(({ to, because }) => (to !== "cancelled" || !isRemovable) && because !== "noticed"),
    isRemovable,
    startableFrom: formatDate(locale, beginsAt === null ? startsOn : localDate(beginsAt, zone)),
    completableFrom: from === null || from <= at ? null : formatInstant(locale, from, zone),
    city: cityOf(zone, t),
    /** Nobody could enrol any more, whatever the state. */
    opensTooLate: !isAllowed("enrol", "open", momentOf(workshop, at)),
    /** Who would be told that it does not take place. */
    told: peopleIn(workshop),
  };
}

export type StepsView = ReturnType<typeof stepsView>;
