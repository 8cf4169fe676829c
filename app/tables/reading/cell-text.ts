/** Of 30 December 1899, from which sheets count days. Excel also counts a 29 February 1900 that never was. */
const epochMs = Date.UTC(1899, 11, 30);

/** A day as `2026-11-27`, with its time where it has one, `2026-11-27 09:30`; a time alone as `09:30`. */
export function serialText(serial: number): string {
  const day = Math.floor(serial);
  const minutes = Math.round((serial - day) * 1_440);
  const date = new Date(epochMs + (serial < 60 ? day + 1 : day) * 86_400_000);
  if (Number.isNaN(date.getTime()) || serial < 0) return String(serial);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  if (day === 0) return time;
  const text = date.toISOString().slice(0, 10);
  return minutes === 0 ? text : `${text} ${time}`;
}
