import { attendanceSheet } from "./attendance/sheet.client.ts";
import { otherClock } from "./timetable/other-clock.client.ts";

/** All that runs in the browser: what a part of a page does while one works, by its `data-live`. Each page works without. */
const parts: Record<string, (part: HTMLElement) => void> = { attendanceSheet, otherClock };

for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) parts[part.dataset.live ?? ""]?.(part);
