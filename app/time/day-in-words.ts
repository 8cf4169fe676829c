import { isLocalDate } from "./wall-time.ts";

/** How a language writes a day, so that a browser can write it as the server does, without its own idea of it. */
export type DayWords = {
  /** `{weekday} {day} de {month} de {year}` */
  pattern: string;
  /** From January on. */
  months: readonly string[];
  /** From Sunday on. */
  weekdays: readonly string[];
};

/** The day of a date field in words; empty while it holds no day. */
export function dayInWords(date: string, { pattern, months, weekdays }: DayWords): string {
  if (!isLocalDate(date)) return "";
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const parts: Record<string, string | number | undefined> = {
    year,
    day,
    month: months[month - 1],
    weekday: weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()],
  };
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(parts[name] ?? ""));
}
