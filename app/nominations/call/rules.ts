import type { Country } from "#app/institutions/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { daysBetween, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { mayNow, type Timing } from "#app/workshops/moments.rules.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";
import { type CallQuestion, liveQuestions } from "./questions/rules.ts";

/** What a call says, in the order in which it is read. */
export const callTexts = ["aim", "who", "requirements", "how"] as const;
type CallText = (typeof callTexts)[number];

/** Texts by language; what is not written is empty. */
type Texts = Partial<Record<"es" | "ja" | "en", string>>;

/** The nominee's own part closes before that of whoever sends them: both at the end of their day, where the host is. */
type Deadlines = { nomineeClosesOn: LocalDate; closesOn: LocalDate };

/** Everything that a version freezes. */
export type CallContent = Deadlines & {
  texts: Record<CallText, Texts>;
  institutionIds: Id<"institution">[];
  countries: Country[];
  hasPartA: boolean;
  /** How many people each sender may nominate. */
  nomineesMax: number;
  zone: Zone;
  /** What its nominees fill in. Calls that were published before there were forms say nothing of it. */
  applicationFormId?: Id<"applicationForm"> | null;
  /** What the workshop asks beside that form; calls of former versions say nothing of it. */
  questions?: CallQuestion[];
};

/** So many people a sender may nominate by default, by the seats that are meant for it. */
export const usualNominees = (share: number) => Math.max(2, 2 * share + 1);

/** Days before the first one on which the two parts close: with journeys to prepare, and without. */
export const deadlineProfiles = { long: { nominee: 112, sender: 105 }, short: { nominee: 23, sender: 20 } } as const;
export type DeadlineProfile = keyof typeof deadlineProfiles;
export const deadlineProfileNames = Object.keys(deadlineProfiles) as DeadlineProfile[];

/** The days that a profile offers; null where they lie behind. */
export function offeredDeadlines(
  profile: DeadlineProfile,
  { firstDay, today }: { firstDay: LocalDate; today: LocalDate },
): Deadlines | null {
  const { nominee, sender } = deadlineProfiles[profile];
  const days = { nomineeClosesOn: plusLocalDays(firstDay, -nominee), closesOn: plusLocalDays(firstDay, -sender) };
  return days.nomineeClosesOn < today ? null : days;
}

/** The instant of the last minute of a day: 23:59 on the host's clock. */
export const closingInstant = (day: LocalDate, zone: Zone): Instant =>
  wallToInstant(`${day}T23:59`, zone) ?? `${day}T23:59:00.000Z`;

/** Whether a day is not over yet, as the host counts days. */
export const isStillOpen = (day: LocalDate, zone: Zone, at: Instant) => localDate(at, zone) <= day;

/** Whole days until a day: none left on the day itself. */
export const daysLeft = (day: LocalDate, zone: Zone, at: Instant) => daysBetween(localDate(at, zone), day);

export type CallProblem = {
  field: "nomineeClosesOn" | "closesOn";
  because: "past" | "order" | "tooLate" | "earlier";
};

/**
 * What speaks against the days of a call. Whoever has read a published one counts on its days: they come no nearer.
 * @param published those of the version that was published last; null before the first
 */
export function deadlineProblem(
  days: Deadlines,
  published: Deadlines | null,
  { zone, firstDay, at }: { zone: Zone; firstDay: LocalDate; at: Instant },
): CallProblem | null {
  const today = localDate(at, zone);
  for (const field of ["nomineeClosesOn", "closesOn"] as const) {
    if (published && days[field] < published[field]) return { field, because: "earlier" };
    if (days[field] === published?.[field]) continue;
    if (days[field] < today) return { field, because: "past" };
    if (days[field] >= firstDay) return { field, because: "tooLate" };
  }
  return days.nomineeClosesOn < days.closesOn ? null : { field: "nomineeClosesOn", because: "order" };
}

/** Whether either day has moved: then everybody who is invited is told. */
export const isExtended = (before: Deadlines, after: Deadlines) =>
  after.closesOn > before.closesOn || after.nomineeClosesOn > before.nomineeClosesOn;

export const publicationRefusals = ["notPublic", "over", "noText", "noSender", "noForm", "past"] as const;
export type PublicationRefusal = (typeof publicationRefusals)[number];

type Standing = Timing & { state: WorkshopState };

/** Why a call cannot be published; null where it can. Each text has to be there in one language at least. */
export function publicationRefusal(
  { texts, institutionIds, countries, nomineeClosesOn, zone, ...asked }: CallContent,
  workshop: Standing,
  at: Instant,
): PublicationRefusal | null {
  if (workshop.state === "draft") return "notPublic";
  if (!mayNow("nominate", workshop, at)) return "over";
  if (callTexts.some((text) => !Object.values(texts[text]).some(Boolean))) return "noText";
  if (institutionIds.length + countries.length === 0) return "noSender";
  if (liveQuestions(asked.questions).length && !asked.applicationFormId) return "noForm";
  return isStillOpen(nomineeClosesOn, zone, at) ? null : "past";
}

/** Which reminder is due, so many days before the end: that of a week, then that of two days; null for none. */
export function dueReminder(left: number): 7 | 2 | null {
  if (left < 0 || left > 7) return null;
  return left > 2 ? 7 : 2;
}

/** The same call: its words, days, numbers and senders are as they were. */
export const isSameCall = (a: CallContent, b: CallContent) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

function ordered({ texts, institutionIds, countries, ...rest }: CallContent) {
  const words = callTexts.map((text) => (["es", "ja", "en"] as const).map((locale) => texts[text][locale] ?? ""));
  const { hasPartA, nomineesMax, nomineeClosesOn, closesOn, zone } = rest;
  return [
    words,
    institutionIds.toSorted(),
    countries.toSorted(),
    hasPartA,
    nomineesMax,
    nomineeClosesOn,
    closesOn,
    zone,
    rest.applicationFormId ?? null,
  ];
}
