import { listEntriesAbout } from "#app/audit/queries.ts";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { listLanguages } from "#app/workshops/languages.queries.ts";
import {
  dueDay,
  isStepReached,
  type LifeStep,
  lifeSteps,
  type MissedBecause,
  sessionsBeginOn,
} from "#app/workshops/life/life.rules.ts";
import { listMilestones, type StoredMilestone } from "#app/workshops/life/queries.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { StaffView } from "../staff-view.ts";
import { checklistOf } from "./checklist.rules.ts";

export type LifePoint = {
  step: WorkshopState;
  place: "done" | "here" | "ahead";
  /** When it was, or is to be; empty where nobody has said. */
  when: string;
  isByItself: boolean;
  /** Why it did not happen on its day; null where nothing was missed. */
  missed: MissedBecause | null;
};

type Page = Pick<Reading, "db" | "locale" | "at">;
type Found = {
  workshop: WholeWorkshop;
  sessions: readonly Session[];
  staff: Pick<StaffView, "people" | "answered" | "isOpenAfterNo">;
};

/** The steps of a workshop with their days, and what the next one needs. */
export async function lifeView({ db, locale, at }: Page, { workshop, sessions, staff }: Found) {
  const { people, answered, isOpenAfterNo } = staff;
  const stored = await listMilestones(db, workshop.id);
  const reached = await listReached(db, workshop);
  const steps: WorkshopState[] = workshop.state === "cancelled" ? [...reached.keys()] : [...lifeSteps];
  const languages = await listLanguages(db, workshop.id);
  const isPlanned = ["open", "closed"].every((step) => stored.some((one) => one.step === step));
  return {
    points: steps.map((step) => pointOf(step, { workshop, stored, reached, locale })),
    checklist: checklistOf({
      state: workshop.state,
      texts: workshop.texts,
      titles: sessions.map(({ title }) => title),
      languages: locales.filter((one) => languages.includes(one)),
      isPlanned: isPlanned || isStepReached(workshop.state, "closed"),
      hasFaculty: people > 0 && answered === people && !isOpenAfterNo,
    }),
    faculty: {
      people: formatNumber(locale, people),
      answered: formatNumber(locale, answered),
      isNamed: people > 0,
      isOpenAfterNo,
    },
    mayPostpone: mayNow("postpone", workshop, at),
    mayPlan: !isStepReached(workshop.state, "running") && workshop.state !== "cancelled",
  };
}

export type LifeView = Awaited<ReturnType<typeof lifeView>>;

type Reached = Map<WorkshopState, { on: string; isByItself: boolean }>;

/** When a workshop came into each state, the last time, as its venue counts days; in the order of time. */
async function listReached(db: Reading["db"], { id, zone }: WholeWorkshop): Promise<Reached> {
  const reached: Reached = new Map();
  const actions = ["workshop.planned", "workshop.stateChanged"] as const;
  for (const { at, details } of await listEntriesAbout(db, { actions: [...actions], subjectId: id })) {
    const to = (details.to ?? "draft") as WorkshopState;
    reached.delete(to);
    reached.set(to, { on: localDate(at, zone), isByItself: details.isByItself === true });
  }
  return reached;
}

type Known = { workshop: WholeWorkshop; stored: StoredMilestone[]; reached: Reached; locale: Locale };

function pointOf(step: WorkshopState, { workshop, stored, reached, locale }: Known): LifePoint {
  const { state } = workshop;
  const place =
    step === state ? "here" : state === "cancelled" || isStepReached(state, step as LifeStep) ? "done" : "ahead";
  const milestone = stored.find((one) => one.step === step);
  const was = place === "ahead" ? undefined : reached.get(step);
  const day = was?.on ?? (place === "ahead" ? plannedDay(step, workshop, milestone) : null);
  return {
    step,
    place,
    when: day === null ? "" : formatDate(locale, day as `${number}-${number}-${number}`),
    isByItself: was?.isByItself ?? (place === "ahead" && milestone !== undefined && milestone.outcome === null),
    missed: place === "ahead" && milestone?.outcome === "missed" ? (milestone.because as MissedBecause) : null,
  };
}

/** On which day a step is to be taken. The start and the end have theirs by the plan. */
function plannedDay(step: WorkshopState, workshop: WholeWorkshop, milestone: StoredMilestone | undefined) {
  if (milestone) return dueDay(milestone, workshop);
  if (step === "running") return sessionsBeginOn(workshop);
  return step === "completed" ? workshop.endsOn : null;
}
