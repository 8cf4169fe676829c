import { instantsOf, repeatedHours } from "#app/time/zoned-time.ts";
import type { Misfit } from "#app/timetable/plan/misfits.rules.ts";
import type { RepeatedHours, WallTimes } from "#app/timetable/rules.ts";

const sides = ["startsHour", "endsHour"] as const;
export type HourSide = (typeof sides)[number];

/** The field that says which of two hours a row begins or ends in. */
export const hourField = (key: string, side: HourSide) => `hour.${key}.${side}`;

/** What was answered, by the key of its row. */
type HourAnswers = ReadonlyMap<string, RepeatedHours>;

export function hoursIn(fields: Record<string, unknown>): HourAnswers {
  const answers = new Map<string, RepeatedHours>();
  for (const [name, value] of Object.entries(fields)) {
    const [, key, side] = /^hour\.([\w-]{1,64})\.(startsHour|endsHour)$/.exec(name) ?? [];
    const hour = repeatedHours.find((one) => one === value);
    if (key && side && hour) answers.set(key, { ...answers.get(key), [side]: hour });
  }
  return answers;
}

const askingMisfits: readonly Misfit["because"][] = ["startsLocal.twice", "endsLocal.twice"];

/** Whether all that is in the way is a question. */
export const isOnlyAsked = (misfits: readonly Misfit[]) =>
  misfits.length > 0 && misfits.every(({ because }) => askingMisfits.includes(because));

/** Which ends of a session have to be told apart, where that is what is in its way. */
export function hoursAsked(misfit: Misfit | undefined, { startsLocal, endsLocal, zone }: WallTimes): HourSide[] {
  if (!misfit || !isOnlyAsked([misfit])) return [];
  const walls = { startsHour: startsLocal, endsHour: endsLocal };
  return sides.filter((side) => instantsOf(walls[side], zone).length > 1);
}
