import { type Locale, locales, type Texts } from "#app/i18n/locales.ts";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { SessionKind } from "#app/timetable/kinds.ts";

/** What a timetable plans of a session. Whatever else is known of it stays as it is. */
export type SessionFacts = {
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
  if (part === "when") return `${facts.startsLocal} ${facts.endsLocal} ${facts.zone}`;
  if (part === "isCounted") return facts.isCounted ? "1" : "";
  return isTitle(part) ? (facts.title[part] ?? "") : facts[part];
}

export const changedParts = (before: SessionFacts, after: SessionFacts): FactPart[] =>
  factParts.filter((part) => partOf(before, part) !== partOf(after, part));

/** `onto`, with these parts as they are in `from`. */
export function withParts<Facts extends SessionFacts>(
  onto: Facts,
  from: SessionFacts,
  parts: readonly FactPart[],
): Facts {
  const next = { ...onto, title: { ...onto.title } };
  for (const part of parts) {
    if (part === "when")
      Object.assign(next, { startsLocal: from.startsLocal, endsLocal: from.endsLocal, zone: from.zone });
    else if (part === "isCounted") next.isCounted = from.isCounted;
    else if (part === "kind") next.kind = from.kind;
    else if (part === "room") next.room = from.room;
    else next.title[part] = from.title[part] ?? "";
  }
  return next;
}
