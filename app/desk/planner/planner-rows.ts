import { listCoordinators } from "#app/accounts/coordinators.queries.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import { listProgrammes, type Programme } from "#app/programmes/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { placeText } from "#app/timetable/place.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { listPlaceNames } from "#app/venues/places.queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { listWorkshopsDuring } from "#app/workshops/list.queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { type WorkshopRow, workshopRow } from "#app/workshops/view/workshop-view.ts";
import type { Id } from "#db/id.ts";
import { listRoomsOf } from "./clashes/clashes.queries.ts";
import { plannedClashes } from "./clashes/clashes.ts";
import type { PlannerFilter } from "./planner-filter.ts";

type Visit = Pick<Reading, "db" | "actor" | "reach" | "locale" | "t" | "at">;

/** A workshop as the planner knows it. */
export type PlannedRow = WorkshopRow & {
  hostId: Id<"institution">;
  host: Localised;
  programmeCode: string;
  programme: Localised;
  coordinators: { id: Id<"person">; name: string }[];
  /** Empty unless somebody wants to see them by room. */
  rooms: { id: Id<"room">; name: string }[];
  /** What stands against its plan, a sentence each. */
  clashes: string[];
};

/** The workshops of a period within reach, from the first to begin on; and the programmes that one can choose from. */
export async function plannerRows(visit: Visit, filter: PlannerFilter) {
  const { db, reach, locale, at, actor } = visit;
  const programmes = await listProgrammes(db, reach);
  const { programme: code, period, ...sought } = filter;
  const programme = code ? orNotFound(programmes.find((candidate) => candidate.code === code)) : null;
  const workshops = await listWorkshopsDuring(db, reach, period, { ...sought, programmeId: programme?.id ?? null });
  const hostOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const programmeOf = await programmesOf(visit, workshops, programmes);
  const coordinatorsOf = await coordinatorsBy(visit);
  const roomsOf = filter.grouping === "room" ? await roomsBy(visit, workshops) : () => [];
  const clashes = await plannedClashes(visit, workshops, period);
  const rows = workshops.map(
    (workshop): PlannedRow => ({
      ...workshopRow(workshop, visit),
      hostId: workshop.hostInstitutionId,
      host: hostOf(workshop.hostInstitutionId),
      ...programmeOf(workshop.programmeId),
      coordinators: coordinatorsOf(workshop),
      rooms: roomsOf(workshop),
      clashes: clashes.get(workshop.id) ?? [],
    }),
  );
  return { rows, programmes: programmes.map((known) => ({ code: known.code, title: titleOf(known, locale) })) };
}

/** Whoever reaches single workshops has no list of programmes to choose from; theirs are named all the same. */
async function programmesOf({ db, locale, reach }: Visit, workshops: readonly Workshop[], known: Programme[]) {
  const missing = workshops.map(({ programmeId }) => programmeId).filter((id) => known.every((one) => one.id !== id));
  const others = missing.length ? await listProgrammes(db, { ...reach, programmeIds: [...new Set(missing)] }) : [];
  const byId = new Map([...known, ...others].map((programme) => [programme.id, programme]));
  return (id: Id<"programme">) => {
    const programme = byId.get(id);
    return {
      programmeCode: programme?.code ?? "",
      programme: programme ? titleOf(programme, locale) : { text: "", lang: locale },
    };
  };
}

const titleOf = ({ title, code }: Pick<Programme, "title" | "code">, locale: Locale): Localised => {
  const titled = textIn(title, locale);
  return titled.text ? titled : { text: code, lang: locale };
};

/** Those of its programme, and those of the workshop alone. */
async function coordinatorsBy({ db, locale }: Visit) {
  const all = (await listCoordinators(db)).toSorted(nameOrder(locale));
  const named = all.map(({ id, programmeId, workshopId, ...names }) => ({
    ...{ programmeId, workshopId },
    person: { id, name: shownName(names).name },
  }));
  return ({ id, programmeId }: Workshop) => {
    const own = named.filter((grant) =>
      grant.workshopId ? grant.workshopId === id : grant.programmeId === programmeId,
    );
    return [...new Map(own.map(({ person }) => [person.id, person])).values()];
  };
}

/** Rooms in which a workshop has sessions, each with its venue. */
async function roomsBy({ db, locale }: Visit, workshops: readonly Workshop[]) {
  const booked = await listRoomsOf(
    db,
    workshops.map(({ id }) => id),
  );
  const names = await listPlaceNames(db, booked);
  const byWorkshop = Map.groupBy(booked, ({ workshopId }) => workshopId);
  return ({ id }: Workshop) =>
    (byWorkshop.get(id) ?? []).map(({ roomId, venueId }) => {
      const place = { venue: names.venues.get(venueId) ?? {}, room: names.rooms.get(roomId) ?? {} };
      return { id: roomId, name: placeText({ place, room: "" }, locale) };
    });
}
