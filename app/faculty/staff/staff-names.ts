import type { Locale } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { addressedName } from "#app/people/names.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listStaff, type SessionStaff } from "./staff.queries.ts";

/** Somebody in a session, as a reader of some language calls them, and where they work. */
export type StaffName = { name: string; lang: Locale | undefined; institution: Localised; role: SessionStaff["role"] };

/** Whom everybody may read of: those who teach and have agreed to it. */
export const isAnnounced = ({ role, state }: SessionStaff) => role === "instructor" && state === "accepted";

/** Who is in some sessions, by session; on a day, as institutions have had other names before. */
export async function staffNames(
  db: Reader,
  sessionIds: readonly Id<"session">[],
  { locale, on, isShown }: { locale: Locale; on: LocalDate; isShown: (staff: SessionStaff) => boolean },
): Promise<Map<Id<"session">, StaffName[]>> {
  const staff = (await listStaff(db, sessionIds)).filter(isShown);
  if (!staff.length) return new Map();
  const institutionOf = await institutionNames(db, on, locale);
  const named = staff.map((row) => {
    const name = addressedName(row, locale);
    const institution = institutionOf(row.institutionId);
    return { sessionId: row.sessionId, named: { name, lang: langOfName(name), institution, role: row.role } };
  });
  return new Map(
    [...Map.groupBy(named, ({ sessionId }) => sessionId)].map(([id, own]) => [id, own.map((one) => one.named)]),
  );
}
