import type { Texts } from "#app/i18n/locales.ts";
import type { VisitField } from "#app/timetable/kinds.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { VisitDetails } from "./visit-view.ts";

/** What whoever goes on visits has to know, by session; a language in which nothing is written is left out. */
export async function listVisits(
  db: Reader,
  sessionIds: readonly Id<"session">[],
): Promise<Map<Id<"session">, VisitDetails>> {
  if (!sessionIds.length) return new Map();
  const rows = await db
    .selectFrom("sessionVisit")
    .selectAll()
    .where("sessionId", "in", [...sessionIds])
    .execute();
  const bySession = Map.groupBy(rows, ({ sessionId }) => sessionId);
  return new Map(
    [...bySession].map(([id, own]) => {
      const inAll = (field: VisitField): Texts => Object.fromEntries(own.map((row) => [row.locale, row[field]]));
      const visit = {
        host: inAll("host"),
        meetingPoint: inAll("meetingPoint"),
        forbidden: inAll("forbidden"),
        vehicle: inAll("vehicle"),
        fallback: inAll("fallback"),
      };
      return [id, visit];
    }),
  );
}
