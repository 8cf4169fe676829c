import { textIn } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { type SessionTimes, sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { overlaps } from "#app/timetable/rules.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Named = { code: string; title: Localised };

/** Two workshops of one person that are held at the same instants, whatever the clocks of their venues show. */
export type SeatClash = { workshops: [Named, Named]; count: number; first: SessionTimes };

type Visit = Pick<Reading, "locale" | "t"> & { zone: string | null };
type Pair = [Workshop, Workshop];
type SessionsOf = (id: Id<"workshop">) => Session[];

/** Of each pair that clashes: how many times, and when first. */
export const seatClashes = (pairs: readonly Pair[], sessionsOf: SessionsOf, visit: Visit): SeatClash[] =>
  pairs.flatMap(([one, other]) => {
    const common = overlaps(sessionsOf(one.id), sessionsOf(other.id));
    const [first] = common;
    if (!first) return [];
    const { locale, t, zone } = visit;
    const workshops: [Named, Named] = [named(one, visit), named(other, visit)];
    return [{ workshops, count: common.length, first: sessionTimes(first[0], { locale, zone }, t) }];
  });

const named = ({ code, texts }: Workshop, { locale }: Visit): Named => {
  const title = textIn(texts.title, locale);
  return { code, title: title.text ? title : { text: code, lang: locale } };
};

/** The sessions of these workshops that have not ended: what is over clashes with nothing. */
export async function comingSessionsOf(db: Reader, workshopIds: Id<"workshop">[], at: Instant): Promise<SessionsOf> {
  const coming = (await listSessionsOf(db, workshopIds)).filter(({ endsAt }) => endsAt > at);
  const byWorkshop = Map.groupBy(coming, ({ workshopId }) => workshopId);
  return (id) => byWorkshop.get(id) ?? [];
}

/** Each two of a list, once. */
export const pairsOf = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));
