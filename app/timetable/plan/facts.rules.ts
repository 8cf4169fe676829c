import { type Locale, locales, type Texts } from "#app/i18n/locales.ts";
import type { WallTime } from "#app/time/wall-time.ts";
import { type RepeatedHour, repeatedHours } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { SessionKind } from "#app/timetable/kinds.ts";
import type { RepeatedHours } from "#app/timetable/rules.ts";

/** What a timetable plans of a session. Whatever else is known of it stays as it is. */
export type SessionFacts = RepeatedHours & {
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  kind: SessionKind;
  room: string;
  isCounted: boolean;
  title: Texts;
};

/**
 * What two coordinators change independently of each other. A time is one part: half of one and half of another is
 * nobody's plan.
 */
export const factParts = ["when", "kind", "room", "isCounted", ...locales] as const;
export type FactPart = (typeof factParts)[number];

const isTitle = (part: FactPart): part is Locale => locales.includes(part as Locale);

/** A part as it can be compared, and sent. */
export function partOf(facts: SessionFacts, part: FactPart): string {
  if (part === "when") return whenOf(facts);
  if (part === "isCounted") return facts.isCounted ? "1" : "";
  return isTitle(part) ? (facts.title[part] ?? "") : facts[part];
}

/** The hours of a night on which clocks go back are named only where somebody has said which are meant. */
function whenOf({ startsLocal, endsLocal, zone, startsHour, endsHour }: SessionFacts): string {
  const hours = startsHour || endsHour ? [startsHour ?? unsaid, endsHour ?? unsaid] : [];
  return [startsLocal, endsLocal, zone, ...hours].join(" ");
}

const unsaid = "-";
const hourOf = (text: string | undefined): RepeatedHour | null => repeatedHours.find((hour) => hour === text) ?? null;

/** Whether these are the hours of a time as `partOf` writes it. */
export const areHours = (texts: readonly string[]) =>
  texts.length === 0 || (texts.length === 2 && texts.every((text) => text === unsaid || hourOf(text) !== null));

export const changedParts = (before: SessionFacts, after: SessionFacts): FactPart[] =>
  factParts.filter((part) => partOf(before, part) !== partOf(after, part));

/** The same with one part as it was written by `partOf`. */
export function withPart<Facts extends SessionFacts>(facts: Facts, part: FactPart, text: string): Facts {
  if (part === "isCounted") return { ...facts, isCounted: text !== "" };
  if (isTitle(part)) return { ...facts, title: { ...facts.title, [part]: text } };
  if (part !== "when") return { ...facts, [part]: text };
  const [startsLocal, endsLocal, zone, startsHour, endsHour] = text.split(" ");
  return {
    ...facts,
    startsLocal,
    endsLocal,
    zone,
    startsHour: hourOf(startsHour),
    endsHour: hourOf(endsHour),
  } as Facts;
}

/** `onto`, with these parts as they are in `from`. */
export const withParts = <Facts extends SessionFacts>(
  onto: Facts,
  from: SessionFacts,
  parts: readonly FactPart[],
): Facts => parts.reduce((facts, part) => withPart(facts, part, partOf(from, part)), onto);
