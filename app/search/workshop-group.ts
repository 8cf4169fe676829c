import { covers, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { foundGroup, type Group, type Hit, type Searching, shownAlone, shownAtOnce } from "./hits.ts";

/** Workshops of the catalogue, and those of one's desk, which lead there. */
export async function workshopGroup(sought: Searching): Promise<Group[]> {
  const { db, actor, locale, typed, q, only } = sought;
  const reach = reachOf(actor, "desk.read");
  const size = only ? shownAlone : shownAtOnce;
  const { workshops, total } = await listWorkshops(db, { publicAnd: reach }, { q, size });
  const hits = workshops.map((workshop) => {
    const isDesk = covers(reach, { programmeId: workshop.programmeId, workshopId: workshop.id });
    return workshopHit(workshop, isDesk, sought);
  });
  const all = total > hits.length && !only ? to.search({ locale }, { q: typed, in: "workshops" }) : null;
  return foundGroup({ name: "workshops", total: { count: total, isMore: false }, hits, all });
}

function workshopHit(workshop: Workshop, isDesk: boolean, { locale, mark }: Searching): Hit {
  const { code, texts, state, startsOn, endsOn } = workshop;
  const title = textIn(texts.title, locale);
  const venue = textIn(texts.venue, locale);
  return {
    key: code,
    to: isDesk ? to.overview({ locale, code }) : to.workshop({ locale, code }),
    code: mark.text(code),
    title: title.text ? mark.localised(title) : mark.text(code),
    notes: [mark.text(formatPeriod(locale, startsOn, endsOn)), ...(venue.text ? [mark.localised(venue)] : [])],
    links: [],
    badge: { of: "workshop", state },
    knownBy: [code, ...Object.values(texts.title)],
  };
}
