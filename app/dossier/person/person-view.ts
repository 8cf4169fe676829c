import { formatDate, formatDay } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { dateOf, localDate, timeOf } from "#app/time/wall-time.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findLodging, listJourneysOf } from "../journey/journey.queries.ts";
import { type DossierEntry, type DossierTask, listEntriesOf, listTasks } from "../queries.ts";
import {
  directions,
  erasedOn,
  isOwed,
  journeyEraseDays,
  paidItems,
  taskDueOn,
  taskState,
  taskStates,
} from "../rules.ts";
import { findTerms } from "../terms/terms.queries.ts";
import { isDossierOpen, type Marker, mayMark, maySee } from "./marking.ts";

type Reading = { db: Reader; locale: Locale; t: Translator; at: Instant };
type Whose = { workshop: Workshop; enrolmentId: Id<"enrolment">; marker: Marker };

export type TaskView = ReturnType<typeof taskView>;

/** The tasks of somebody that a reader may see: those they have to do themselves first, what is late before all. */
export async function taskViews({ db, locale, at }: Omit<Reading, "t">, { workshop, enrolmentId, marker }: Whose) {
  const entries = await listEntriesOf(db, enrolmentId);
  return seenTasks(await listTasks(db, workshop.id), entries, { workshop, marker, locale, at });
}

type Seeing = Omit<Whose, "enrolmentId"> & { locale: Locale; at: Instant };

/** The same, of tasks and marks that were read already. */
export function seenTasks(
  tasks: readonly DossierTask[],
  entries: readonly DossierEntry[],
  { at, ...seeing }: Seeing,
): TaskView[] {
  const { workshop, marker } = seeing;
  const entryOf = new Map(entries.map((entry) => [entry.taskId, entry]));
  return tasks
    .filter((task) => maySee(marker, task))
    .map((task) => taskView(task, entryOf.get(task.id), { ...seeing, today: localDate(at, workshop.zone) }))
    .toSorted((a, b) => taskStates.indexOf(a.state) - taskStates.indexOf(b.state));
}

type Standing = { workshop: Workshop; marker: Marker; locale: Locale; today: ReturnType<typeof localDate> };

function taskView(task: DossierTask, entry: DossierEntry | undefined, standing: Standing) {
  const { workshop, marker, locale, today } = standing;
  const dueOn = taskDueOn(workshop, task.dueDays);
  const state = taskState(entry?.state ?? null, dueOn, today);
  const { number, owedBy, holds, seenBy } = task;
  const mayChange = mayMark(marker, task) && isDossierOpen(workshop);
  return {
    ...{ number, owedBy, holds, seenBy, state },
    title: textIn(task.title, locale),
    note: textIn(task.note, locale),
    due: formatDate(locale, dueOn),
    held: entry?.heldOn ? formatDate(locale, entry.heldOn) : (entry?.heldText ?? ""),
    isErased: Boolean(entry?.erasedAt),
    erased: holds === "nothing" ? "" : formatDate(locale, erasedOn(workshop, task.eraseDays)),
    may: {
      mark: mayChange && isOwed(state),
      waive: mayChange && isOwed(state) && marker === "coordination",
      undo: mayChange && (state === "done" || (state === "notNeeded" && marker === "coordination")),
    },
  };
}

/** Who pays what, how somebody travels, and where they stay. */
export async function travelView({ db, locale }: Reading, workshop: Workshop, enrolmentId: Id<"enrolment">) {
  const { payers, meetingPoint } = await findTerms(db, workshop.id);
  const journeys = await listJourneysOf(db, enrolmentId);
  const lodging = await findLodging(db, enrolmentId);
  const day = (on: NonNullable<typeof lodging>["fromOn"]) => (on ? formatDay(locale, on) : "");
  return {
    payers: paidItems.flatMap((item) => (payers[item] ? [{ item, payer: payers[item] }] : [])),
    meetingPoint: textIn(meetingPoint, locale),
    journeys: directions.flatMap((direction) => {
      const own = journeys.find((journey) => journey.direction === direction);
      if (!own) return [];
      const { carrier, place, atLocal } = own;
      return [{ direction, carrier, place, day: formatDay(locale, dateOf(atLocal)), time: timeOf(atLocal) }];
    }),
    lodging: lodging && {
      ...{ name: lodging.name, address: lodging.address, telephone: lodging.telephone },
      ...{ from: day(lodging.fromOn), to: day(lodging.toOn) },
    },
    erased: formatDate(locale, erasedOn(workshop, journeyEraseDays)),
  };
}

export type TravelView = Awaited<ReturnType<typeof travelView>>;
