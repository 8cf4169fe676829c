import { attendanceSheet } from "./attendance/sheet/sheet.client.ts";
import { planner } from "./desk/planner/chart/planner.client.ts";
import { boxFilter } from "./messages/compose/box-filter.client.ts";
import { insertWords } from "./messages/compose/insert-words.client.ts";
import { rankKeys } from "./nominations/sender/rank-keys.client.ts";
import { searchKey, searchKeySwitch } from "./shell/search/search-key.client.ts";
import { otherClock } from "./timetable/clocks/other-clock.client.ts";
import { sessionBlocks } from "./timetable/session/blocks.client.ts";
import { kindCounts } from "./timetable/session/kind-counts.client.ts";
import { dateInWords } from "./web/date-field.client.ts";
import { printButton } from "./web/print-button.client.ts";
import { unsavedText } from "./web/unsaved/unsaved-text.client.ts";
import { workProgress } from "./web/work/work-progress.client.ts";

/** It is large, and on one page alone. */
async function timetableEditor(part: HTMLElement): Promise<void> {
  const { editTimetable } = await import("./timetable/editor/timetable-editor.client.ts");
  editTimetable(part);
}

/**
 * All that runs in the browser, by the `data-live` of the part of a page that it serves. Each page works without it.
 */
const parts: Record<string, (part: HTMLElement) => void | Promise<void>> = {
  attendanceSheet,
  boxFilter,
  dateInWords,
  insertWords,
  kindCounts,
  otherClock,
  planner,
  printButton,
  rankKeys,
  searchKey,
  searchKeySwitch,
  sessionBlocks,
  timetableEditor,
  unsavedText,
  workProgress,
};

for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) parts[part.dataset.live ?? ""]?.(part);
