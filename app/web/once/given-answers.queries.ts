import type { Reader } from "#db/database.ts";

/** An answer as it is kept: without cookies, and with a body only where a program was answered. */
export type Given = { status: number; location: string | null; body: string | null };

/** What was answered when the request of this name was carried out; null where it was not. */
export async function findGivenAnswer(db: Reader, name: string): Promise<Given | null> {
  const given = await db
    .selectFrom("givenAnswer")
    .select(["status", "location", "body"])
    .where("name", "=", name)
    .executeTakeFirst();
  return given ?? null;
}
