import { daysBetween, type LocalDate } from "#app/time/wall-time.ts";

/** From the result that lies furthest away to what a programme makes itself, as in a logical framework. */
export const levels = ["goal", "purpose", "output"] as const;
export type Level = (typeof levels)[number];

/** What is typed in, and what the figures of the programme's workshops already know. */
export const measures = [
  "typed",
  "workshops",
  "people",
  "certificates",
  "attendance",
  "personHours",
  "womenShare",
] as const;
export type Measure = (typeof measures)[number];

/** Of the decimal numbers in which values are kept. */
export const valueDigits = 2;
/** More than any indicator of a programme of three years has. */
export const maxTargets = 8;

/** Values are in hundredths of the indicator's unit. */
export type Target = { dueOn: LocalDate; value: number };
/** From where an indicator sets out, when, and where it is to be by then. Targets come in the order of their days. */
export type Course = { startsOn: LocalDate; baseline: number; targets: readonly Target[] };

/** The target that counts on a day: the next one that is due, or the last. */
export const targetOn = ({ targets }: Pick<Course, "targets">, day: LocalDate): Target | null =>
  targets.find(({ dueOn }) => dueOn >= day) ?? targets.at(-1) ?? null;

/** Where an indicator would be on a day if it went from one target to the next at an even pace. */
export function expectedOn({ startsOn, baseline, targets }: Course, day: LocalDate): number {
  let former: Target = { dueOn: startsOn, value: baseline };
  for (const target of targets) {
    if (target.dueOn > day) {
      const days = daysBetween(former.dueOn, target.dueOn);
      const passed = Math.max(0, daysBetween(former.dueOn, day));
      return days > 0 ? former.value + ((target.value - former.value) * passed) / days : former.value;
    }
    former = target;
  }
  return former.value;
}

type CourseStanding = "reached" | "onCourse" | "behind" | "unknown" | "noTarget";

/** Of the way to the target: a gap of a tenth asks for no explanation. */
const tolerance = 0.1;

/** How far an indicator has come on its way to the target of a day, and how far time has, as shares up to 1. */
export type Advance = { target: Target | null; done: number | null; elapsed: number | null; standing: CourseStanding };

/** @param value in hundredths; null where nothing has been measured */
export function advanceOn(course: Course, value: number | null, day: LocalDate): Advance {
  const target = targetOn(course, day);
  if (!target) return { target, done: null, elapsed: null, standing: "noTarget" };
  const elapsed = bounded(shareOfWay(course, target, expectedOn(course, day)));
  if (value === null) return { target, done: null, elapsed, standing: "unknown" };
  const done = shareOfWay(course, target, value);
  return { target, done: bounded(done), elapsed, standing: standingOf(done, elapsed) };
}

/** A target below the baseline is reached from above. Where the two are one, it is to be kept. */
function shareOfWay({ baseline }: Course, { value: goal }: Target, value: number): number {
  if (goal === baseline) return value >= goal ? 1 : 0;
  return (value - baseline) / (goal - baseline);
}

function standingOf(done: number, elapsed: number): CourseStanding {
  if (done >= 1) return "reached";
  return done + tolerance >= elapsed ? "onCourse" : "behind";
}

const bounded = (share: number) => Math.min(1, Math.max(0, share));

/** What has been agreed about an indicator, as each of its versions keeps it. */
const agreedParts = [
  "code",
  "level",
  "measure",
  "baseline",
  "targets",
  "name",
  "definition",
  "unit",
  "verification",
] as const;
type AgreedPart = (typeof agreedParts)[number];
export type Agreed = Partial<Record<AgreedPart, unknown>>;

/** What a version has changed of the one before. */
export const partsAgreedAnew = (before: Agreed, after: Agreed): AgreedPart[] =>
  agreedParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
