import { formatList } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Teachers } from "#app/timetable/calendar-ics.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { isAnnounced, staffNames } from "./staff-names.ts";

/** Who teaches in some sessions, as a public calendar says it: whoever has agreed to it, and nobody else. */
export async function calendarTeachers(
  db: Reader,
  sessions: readonly { id: Id<"session"> }[],
  reader: { locale: Locale; on: LocalDate },
): Promise<Teachers> {
  const ids = sessions.map(({ id }) => id);
  const named = await staffNames(db, ids, { ...reader, isShown: isAnnounced });
  return new Map(
    [...named].map(([id, own]) => [
      id,
      formatList(
        reader.locale,
        own.map(({ name }) => name),
      ),
    ]),
  );
}
