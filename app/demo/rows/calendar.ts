import { mexico2017 } from "#app/demo/workshops/workshop-2017.ts";
import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { manzanillo, tokyoWarning, yokohama } from "#app/demo/workshops/workshops-completed.ts";
import { kobe, nuevoLaredo, veracruz } from "#app/demo/workshops/workshops-open.ts";
import { tokyoFlood } from "#app/demo/workshops/workshops-open-japan.ts";
import { cenapredDraft, manzanilloCancelled, tijuana, tokyoMutual } from "#app/demo/workshops/workshops-planned.ts";
import { kashiwaImages, mexicoRisk, online } from "#app/demo/workshops/workshops-under-way.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { offsetMinutes } from "#app/time/offset.ts";
import { instantToWall, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";

/** `days` are the workshop's working days, in order. */
export type PlannedWorkshop = { content: WorkshopContent; state: WorkshopState; days: LocalDate[] };

/** Which day of the running workshop is today. */
const runningDay = 2;

export function planWorkshops(at: Instant): PlannedWorkshop[] {
  const [running, closed] = isAfternoonInMexico(at) ? [mexicoRisk, kashiwaImages] : [kashiwaImages, mexicoRisk];
  const beginning = (content: WorkshopContent, state: WorkshopState, days: number): PlannedWorkshop => ({
    content,
    state,
    days: workingDays(mondayAfter(plusLocalDays(localDate(at, content.zone), days)), dayCount(content)),
  });
  return [
    { content: mexico2017, state: "completed", days: ["2017-09-11", "2017-09-12", "2017-09-13", "2017-09-14"] },
    beginning(manzanillo, "completed", -76),
    beginning(tokyoWarning, "completed", -48),
    {
      content: yokohama,
      state: "completed",
      days: daysBefore(plusLocalDays(localDate(at, yokohama.zone), -6), dayCount(yokohama)),
    },
    { content: running, state: "running", days: daysAround(localDate(at, running.zone), dayCount(running)) },
    beginning(closed, "closed", 9),
    beginning(manzanilloCancelled, "cancelled", 16),
    beginning(online, "open", 24),
    beginning(veracruz, "open", 37),
    beginning(kobe, "open", 51),
    beginning(nuevoLaredo, "open", 65),
    beginning(tokyoFlood, "open", 79),
    beginning(tokyoMutual, "published", 100),
    beginning(cenapredDraft, "draft", 128),
    planAcrossClockChange(tijuana, at),
  ];
}

/**
 * Office hours begin at 15:00 UTC in Mexico City and at midnight UTC in Tokyo: one of them has always had sessions
 * today.
 */
const isAfternoonInMexico = (at: Instant) => at.slice(11, 13) >= "15";

/** Half of its days lie before the next change of the clocks, half after. */
function planAcrossClockChange(content: WorkshopContent, at: Instant): PlannedWorkshop {
  const change = nextClockChange(plusLocalDays(localDate(at, content.zone), 10), content.zone);
  const half = dayCount(content) / 2;
  const days = [...daysBefore(change, half), ...workingDays(change, half)];
  return {
    content,
    state: (days[0] as LocalDate) > localDate(plusDays(at, 75), content.zone) ? "published" : "open",
    days,
  };
}

function nextClockChange(from: LocalDate, zone: Zone): LocalDate {
  const offset = (date: LocalDate) => {
    const evening: Instant = `${date}T20:00:00.000Z`;
    return offsetMinutes(evening, instantToWall(evening, zone));
  };
  for (let date = from; date < plusLocalDays(from, 366); date = plusLocalDays(date, 1)) {
    if (offset(date) !== offset(plusLocalDays(date, -1))) return date;
  }
  throw new Error(`The clocks of ${zone} do not change.`);
}

const dayCount = ({ sessions }: WorkshopContent) =>
  Math.max(...sessions.map(([when]) => Number(when.split(" ", 1)[0]))) + 1;

/** A running workshop meets today even on a Sunday: its participants are far from home. */
function daysAround(today: LocalDate, count: number): LocalDate[] {
  return [...daysBefore(today, runningDay), today, ...workingDays(plusLocalDays(today, 1), count - runningDay - 1)];
}

export function workingDays(from: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = from; days.length < count; date = plusLocalDays(date, 1)) if (isWorkingDay(date)) days.push(date);
  return days;
}

export function daysBefore(end: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = plusLocalDays(end, -1); days.length < count; date = plusLocalDays(date, -1))
    if (isWorkingDay(date)) days.unshift(date);
  return days;
}

/** The first Monday on or after a date. */
const mondayAfter = (date: LocalDate) => plusLocalDays(date, (8 - weekday(date)) % 7);

const isWorkingDay = (date: LocalDate) => weekday(date) >= 1 && weekday(date) <= 5;

/** 0 is Sunday. */
const weekday = (date: LocalDate) => new Date(`${date}T12:00:00Z`).getUTCDay();
