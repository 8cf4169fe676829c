import { fold } from "#app/i18n/fold.ts";

/** Longer texts say something else. */
const longestTyped = 60;

/** A beginning may lie after midnight of its day, up to six in the morning. */
const latestMinutes = 1800;

/**
 * Minutes since midnight of a time as people write it: 9:00, 900, ９：００, 9.00, 9 h, 9:00 p.m., 午後1時30分, 翌0:30, 24:00.
 * Null where it is none.
 */
export function typedMinutes(typed: string): number | null {
  if (typed.length > longestTyped) return null;
  const text = fold(typed).replace(/\s/g, "");
  const bare = /^(\d{1,2})(\d{2})$/.exec(text);
  if (bare) return within(Number(bare[1]), Number(bare[2]));
  const found = /^(翌日?|午前|午後)?(\d{1,2})(?:[:.時h](\d{2})?分?)?(?::00)?(a\.?m\.?|p\.?m\.?|hrs?\.?)?$/.exec(text);
  if (!found) return null;
  const [, ahead = "", hour = "", minute = "0", half = ""] = found;
  const isLate = ahead === "午後" || half.startsWith("p");
  const isMorning = half.startsWith("a") || ahead === "午前";
  const ofHalf = (isLate && Number(hour) < 12 ? 12 : 0) - (isMorning && Number(hour) === 12 ? 12 : 0);
  return within(Number(hour) + ofHalf + (ahead.startsWith("翌") ? 24 : 0), Number(minute));
}

function within(hours: number, minutes: number): number | null {
  const all = hours * 60 + minutes;
  return minutes < 60 && all <= latestMinutes ? all : null;
}
