import type { Instant } from "#app/time/instant.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { WorkState } from "./rules.ts";

/** How far work has come, for whoever began it. */
export type WorkProgress = {
  id: Id<"work">;
  state: WorkState;
  unitsDone: number;
  unitsTotal: number | null;
  title: FormMessage;
  note: FormMessage | null;
  resultPath: string | null;
  isStopAsked: boolean;
  changedAt: Instant;
};

const progressRows = (db: Reader) =>
  db
    .selectFrom("work")
    .select(["id", "state", "unitsDone", "unitsTotal", "title", "note", "resultPath", "isStopAsked", "changedAt"]);

type Row = Omit<WorkProgress, "title" | "note"> & { title: string; note: string | null };

const progressOf = ({ title, note, ...row }: Row): WorkProgress => ({
  ...row,
  title: JSON.parse(title) as FormMessage,
  note: note === null ? null : (JSON.parse(note) as FormMessage),
});

/** Null where there is none, and where somebody else began it. */
export async function findOwnWork(
  db: Reader,
  { id, accountId }: { id: Id<"work">; accountId: Id<"account"> },
): Promise<WorkProgress | null> {
  const row = await progressRows(db).where("id", "=", id).where("accountId", "=", accountId).executeTakeFirst();
  return row ? progressOf(row) : null;
}

export async function listProgress(db: Reader, ids: Id<"work">[]): Promise<WorkProgress[]> {
  if (ids.length === 0) return [];
  return (await progressRows(db).where("id", "in", ids).execute()).map(progressOf);
}

/** A desk shows so much. */
const mostShown = 20;

/** What somebody has begun and what has not ended, first what was begun first. */
export async function listOwnWorkUnderWay(db: Reader, accountId: Id<"account">): Promise<WorkProgress[]> {
  const rows = await progressRows(db)
    .where("accountId", "=", accountId)
    .where("endedAt", "is", null)
    .orderBy("createdAt")
    .limit(mostShown)
    .execute();
  return rows.map(progressOf);
}
