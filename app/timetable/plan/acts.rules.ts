import { locales } from "#app/i18n/locales.ts";
import { changedParts, type FactPart, factParts, partOf, type SessionFacts, withPart } from "./facts.rules.ts";

/** Parts of a session as they are sent. */
type SentParts = Partial<Record<FactPart, string>>;

/** A session that is planned, as the browser and the server tell each other. */
export type PlannedFacts = SessionFacts & {
  id: string;
  /** Null where it is not saved yet. */
  number: number | null;
  venueId: string | null;
  roomId: string | null;
  /** The names of what is booked; empty where nothing is. */
  booked: string;
};

/**
 * One change of an act. `was` says what its author saw: only what both have changed since is a conflict.
 * A session that is added has its id from the browser, so that later changes can name it before it is saved.
 */
export type SentChange =
  | { id: string; add: SentParts; number: number | null }
  | { id: string; was: SentParts; set: SentParts }
  | { id: string; was: SentParts; remove: true };

/** Two have changed the same parts of a session. `theirs` is null where it is gone. */
export type PlanConflict<Session> = { id: string; parts: FactPart[]; theirs: Session | null };

/** What a change does to what stands now; an act that has been done already does nothing. */
type DecidedChange<Session> =
  | { id: string; kind: "add"; facts: SessionFacts; number: number | null }
  | { id: string; kind: "change"; session: Session; facts: SessionFacts }
  | { id: string; kind: "remove"; session: Session };

const blank: SessionFacts = {
  ...{ startsLocal: "0000-00-00T00:00", endsLocal: "0000-00-00T00:00", zone: "UTC" },
  ...{ kind: "lecture", room: "", isCounted: false, title: {} },
};

export const factsFrom = (parts: SentParts, onto: SessionFacts = blank): SessionFacts =>
  factParts.reduce((facts, part) => (parts[part] === undefined ? facts : withPart(facts, part, parts[part])), onto);

/** Some parts of a session, or all of them. */
export const partsAsSent = (facts: SessionFacts, parts: readonly FactPart[] = factParts): SentParts =>
  Object.fromEntries(parts.map((part) => [part, partOf(facts, part)]));

/** The change that leads from one to the other; null where there is none. */
export function sentChange(before: PlannedFacts | null, after: PlannedFacts | null): SentChange | null {
  if (!before) return after && { id: after.id, add: partsAsSent(after), number: after.number };
  if (!after) return { id: before.id, was: partsAsSent(before), remove: true };
  const parts = changedParts(before, after);
  return parts.length > 0 ? { id: before.id, was: partsAsSent(before, parts), set: partsAsSent(after, parts) } : null;
}

/** Brings an act together with what others have saved: who changed a part alone is right. */
export function decide<Session extends SessionFacts & { id: string }>(
  changes: readonly SentChange[],
  sessions: readonly Session[],
): { decided: DecidedChange<Session>[]; conflicts: PlanConflict<Session>[] } {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const decided: DecidedChange<Session>[] = [];
  const conflicts: PlanConflict<Session>[] = [];
  for (const change of changes) {
    const { id } = change;
    const session = byId.get(id);
    if ("add" in change) {
      if (!session) decided.push({ id, kind: "add", facts: factsFrom(change.add), number: change.number });
      continue;
    }
    const wanted: SentParts = "set" in change ? change.set : {};
    const parts = factParts.filter((part) => change.was[part] !== undefined);
    if (!session) {
      if ("set" in change) conflicts.push({ id, parts, theirs: null });
      continue;
    }
    const disputed = parts.filter((part) => {
      const now = partOf(session, part);
      return now !== change.was[part] && now !== wanted[part];
    });
    if (disputed.length > 0) conflicts.push({ id, parts: disputed, theirs: session });
    else if ("remove" in change) decided.push({ id, kind: "remove", session });
    else decided.push({ id, kind: "change", session, facts: factsFrom(wanted, session) });
  }
  return { decided, conflicts };
}

/** A title may be this long, and a room's name. */
export const longestFacts: Partial<Record<FactPart, number>> = {
  ...Object.fromEntries(locales.map((locale) => [locale, 160])),
  room: 120,
};
