import { offerEntries } from "#app/enrolment/offers/desk/offer-history.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { addressedName, type ShownName, shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Id } from "#db/id.ts";
import { listHistory, listOvertaken, listPassedOver } from "./history.queries.ts";

export type HistoryEntry = {
  id: string;
  at: string;
  /** What happened, in words. */
  text: string;
  /** Who did it; empty where nobody did. */
  by: string;
  reason: string;
  note: string;
  passedOver: ShownName[];
  isUndone: boolean;
};

type Visit = Pick<Reading, "db" | "locale" | "t" | "actor">;

/** What has happened to an enrolment, the newest first. */
export async function historyOf({ db, locale, t, actor }: Visit, id: Id<"enrolment">): Promise<HistoryEntry[]> {
  const events = await listHistory(db, id);
  const overtaken = await listOvertaken(db, id);
  const passed = await listPassedOver(
    db,
    events.flatMap(({ actId, kind }) => (actId && kind === "overtaken" ? [actId] : [])),
  );
  const at = (instant: Instant) => formatInstant(locale, instant, actor.zone);
  const own = events.map((event) => ({
    when: event.at,
    id: event.id as string,
    at: at(event.at),
    text: t(`behalf:event.${wordOf(event)}`),
    by: event.byAccountId ? nameOf(event, locale) : "",
    reason: event.reason ?? "",
    // what follows from an act for others has not its words
    note: (event.byAccountId && event.note) || "",
    passedOver: passed.filter(({ actId }) => actId === event.actId).map(shownName),
    isUndone: Boolean(event.undoneAt),
  }));
  const others = overtaken.map((act) => ({
    when: act.at,
    id: `over-${act.id}`,
    at: at(act.at),
    text: t("behalf:event.passedOver"),
    by: nameOf(act, locale),
    ...{ reason: "", note: "", passedOver: [] },
    isUndone: Boolean(act.undoneAt),
  }));
  return [...own, ...others, ...(await offerEntries(db, id, { locale, t, actor }))]
    .toSorted((one, other) => one.when.localeCompare(other.when))
    .toReversed()
    .map(({ when: _, ...entry }) => entry);
}

type Named = {
  familyName: string | null;
  givenName: string | null;
  secondSurname: string | null;
  nativeName: string | null;
  country: string | null;
};

const nameOf = ({ familyName, givenName, country, ...names }: Named, locale: Locale) =>
  familyName && givenName && country ? addressedName({ familyName, givenName, country, ...names }, locale) : "";

type Event = { fromState: string | null; toState: string; byAccountId: string | null; kind: string | null };

/** The word for a line of the history. */
function wordOf({ fromState, toState, byAccountId, kind }: Event) {
  const to = toState as EnrolmentState;
  const isOnBehalf = kind !== null && byAccountId !== null;
  // of the one that stays nothing has changed
  if (kind === "merged") return toState === fromState ? "merged" : "becamePart";
  if (to === "completed" || to === "notCompleted") return to;
  if (fromState === "completed" || fromState === "notCompleted") return "reopened";
  if (isOnBehalf && kind === "overtaken") return to === "reserve" ? "putFirst" : "overtaken";
  if (to === "withdrawn") return isOnBehalf ? "removed" : "withdrawn";
  if (fromState === "reserve") return byAccountId ? "seated" : "movedUp";
  if (fromState === "confirmed") return "unseated";
  if (isOnBehalf) return to === "confirmed" ? "added" : "addedReserve";
  return to === "confirmed" ? "enrolled" : "waiting";
}
