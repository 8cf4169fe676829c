import type { Locale, Texts } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";

export type Session = Awaited<ReturnType<typeof rowsOf>>[number] & { title: Texts };

/** The sessions of one or several workshops, by time. */
export async function listSessionsOf(db: Reader, workshopIds: string[]): Promise<Session[]> {
  if (!workshopIds.length) return [];
  return withTitles(db, await rowsOf(db, workshopIds));
}

export async function findSession(db: Reader, workshopId: string, number: number): Promise<Session | null> {
  const rows = await db.selectFrom("session").selectAll().where("workshopId", "=", workshopId).where("number", "=", number).execute();
  const [session] = await withTitles(db, rows);
  return session ?? null;
}

/** The next session of each workshop that has not ended yet. */
export async function listNextSessions(db: Reader, workshopIds: string[], at: Instant): Promise<Map<string, Session>> {
  const sessions = await listSessionsOf(db, workshopIds);
  const next = new Map<string, Session>();
  for (const session of sessions) {
    if (session.endsAt > at && !next.has(session.workshopId)) next.set(session.workshopId, session);
  }
  return next;
}

/** The n-th of an address; anything but a small whole number is no session. */
export const sessionNumber = (text: string | undefined) => (text && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0);

const rowsOf = (db: Reader, workshopIds: string[]) =>
  db.selectFrom("session").selectAll().where("workshopId", "in", workshopIds).orderBy("startsAt").orderBy("number").execute();

async function withTitles(db: Reader, rows: Awaited<ReturnType<typeof rowsOf>>) {
  if (!rows.length) return [];
  const titles = await db
    .selectFrom("sessionText")
    .innerJoin("session", "session.id", "sessionText.sessionId")
    .select(["sessionText.sessionId", "sessionText.locale", "sessionText.title"])
    .where("session.workshopId", "in", [...new Set(rows.map(({ workshopId }) => workshopId))])
    .execute();
  return rows.map((row) => ({
    ...row,
    title: Object.fromEntries(
      titles.filter(({ sessionId }) => sessionId === row.id).map(({ locale, title }) => [locale as Locale, title]),
    ) as Texts,
  }));
}
