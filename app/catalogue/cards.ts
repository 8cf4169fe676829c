import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import { counterpartZone } from "#app/time/zones.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { listNextSessions } from "#app/timetable/queries.ts";
import { listMilestonesOf } from "#app/workshops/life/queries.ts";
import { type CatalogueFilter, listWorkshops } from "#app/workshops/list.queries.ts";
import { deadlineView } from "#app/workshops/view/deadline-view.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import type { Reader } from "#db/database.ts";
import type { CardView } from "./workshop-card.tsx";

type For = { locale: Locale; zone: Zone | null; at: Instant };

/** A page of the public catalogue, with each workshop's next session in two clocks. */
export async function listCards(db: Reader, filter: CatalogueFilter, { locale, zone, at }: For, t: Translator) {
  const { workshops, ...list } = await listWorkshops(db, "public", filter);
  const ids = workshops.map(({ id }) => id);
  const next = await listNextSessions(db, ids, at);
  const milestones = await listMilestonesOf(db, ids);
  const cards: CardView[] = workshops.map((workshop) => {
    const session = workshop.state === "cancelled" ? undefined : next.get(workshop.id);
    const reader = { locale, zone: zone ?? counterpartZone(workshop.zone) };
    return {
      ...workshopView(workshop, { locale, t, at }),
      next: session ? sessionTimes(session, reader, t) : null,
      deadline: deadlineView(workshop, milestones.get(workshop.id) ?? [], { ...reader, t, at }),
    };
  });
  return { cards, ...list };
}
