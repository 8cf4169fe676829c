import type { Instant } from "#app/time/instant.ts";
import { daysBetween, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { sessionsBeginOn, sessionsEndOn } from "#app/workshops/life/life.rules.ts";
import type { Timing } from "#app/workshops/moments.rules.ts";
import type { Id } from "#db/id.ts";

/** Who has a task to do. */
export const owers = ["participant", "sender", "host", "funder"] as const;
export type Ower = (typeof owers)[number];

/** What a task keeps of somebody beside the fact that it is done. */
export const heldKinds = ["nothing", "date", "text"] as const;
export type HeldKind = (typeof heldKinds)[number];

/** Who sees what it keeps, beside the person: the coordinators alone, or their own institution too. */
export const taskAudiences = ["coordination", "sender"] as const;
export type TaskAudience = (typeof taskAudiences)[number];

/** How many days before or behind the first one a task may be due. */
export const dueRange = { from: -365, to: 30 } as const;
/** How many days behind the last one what it keeps is erased. */
export const eraseRange = { from: 1, to: 365 } as const;
/** More tasks than this nobody reads. */
export const mostDossierTasks = 40;
/** Characters of what a task keeps. */
export const heldLength = 200;

/** The day on which a task is due, as the venue counts days. */
export const taskDueOn = (workshop: Timing, dueDays: number): LocalDate =>
  plusLocalDays(sessionsBeginOn(workshop), dueDays);

/** The day that begins without what a task has kept. */
export const erasedOn = (workshop: Timing, eraseDays: number): LocalDate =>
  plusLocalDays(sessionsEndOn(workshop), eraseDays);

/** Flights and lodging are of use while people travel home, and for a question or two afterwards. */
export const journeyEraseDays = 30;

export const entryStates = ["done", "notNeeded"] as const;
export type EntryState = (typeof entryStates)[number];

/** How a task stands for somebody. `soon`: it is due within a week. */
export const taskStates = ["overdue", "soon", "owed", "done", "notNeeded"] as const;
export type TaskState = (typeof taskStates)[number];

const soonDays = 7;

/** A task is late from the day after the one on which it is due. */
export function taskState(entry: EntryState | null, dueOn: LocalDate, today: LocalDate): TaskState {
  if (entry) return entry;
  const days = daysBetween(today, dueOn);
  if (days < 0) return "overdue";
  return days <= soonDays ? "soon" : "owed";
}

export const isOwed = (state: TaskState) => state !== "done" && state !== "notNeeded";

/** A week before the day, the day before it, and the day after it. */
export const reminderSteps = ["week", "eve", "late"] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** Days before the day that is due; a step whose own day nothing was sent on is caught up with for two days. */
const reminderDays: Record<ReminderStep, readonly number[]> = {
  week: [7, 6, 5],
  eve: [1, 0],
  late: [-1, -2, -3],
};

/** The reminder that falls on this day; null where none does. */
export const reminderOn = (dueOn: LocalDate, today: LocalDate): ReminderStep | null =>
  reminderSteps.find((step) => reminderDays[step].includes(daysBetween(today, dueOn))) ?? null;

/** A list that somebody is still writing reminds nobody: its day has to be over, as the venue counts days. */
export const isSettled = (changedAt: Instant, zone: Timing["zone"], today: LocalDate) =>
  localDate(changedAt, zone) < today;

/** What costs money, and who may pay it. */
export const paidItems = ["ticket", "lodging", "meals", "localTransport", "perDiem"] as const;
export type PaidItem = (typeof paidItems)[number];
export const itemPayers = ["jica", "amexcid", "host", "sender", "participant"] as const;
export type ItemPayer = (typeof itemPayers)[number];

export const directions = ["arrival", "departure"] as const;
export type Direction = (typeof directions)[number];

/** What has become part of another enrolment's dossier: with it, they can be two again. */
export type MovedDossier = { taskIds: Id<"dossierTask">[]; directions: Direction[]; hasLodging: boolean };

type Marked = { holds: HeldKind; heldOn: LocalDate | null; heldText: string | null };

/** A task that keeps a date or a text is done once it has one. */
export const isWhole = ({ holds, heldOn, heldText }: Marked) =>
  holds === "nothing" || (holds === "date" ? heldOn !== null : Boolean(heldText));
