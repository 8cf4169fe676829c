import type { Reach } from "#app/access/permissions.ts";
import { listCandidates } from "#app/certificates/issue/candidates.ts";
import { listIssued } from "#app/certificates/queries.ts";
import { findOutdated } from "#app/certificates/validity/outdated.ts";
import { mostTasks, type Task } from "#app/desk/attention/tasks.queries.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { type Counted, countedWithin, waitingIn } from "#app/statistics/cells.ts";
import { upToDate } from "#app/statistics/memory.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { listSuspects } from "./suspects.queries.ts";

/** Workshops that ended on `since` or later, and who in each could have a certificate and has none. */
export async function certifiableTasks(db: Reader, reach: Reach, since: LocalDate): Promise<Task[]> {
  const { workshops } = await upToDate(db);
  return certifiableAmong(completedAmong(workshops.values(), reach, since));
}

/** The same of workshops whose figures are known. */
export const certifiableAmong = (completed: readonly Counted[]): Task[] =>
  completed
    .map((workshop) => ({ code: workshop.code, count: waitingIn(workshop, "certifiable") }))
    .filter(({ count }) => count > 0)
    .slice(0, mostTasks);

/** Of workshops that ended on `since` or later those whose certificates are not so any more, and how many of each. */
export async function outdatedAmong(
  db: Reader,
  completed: Counted[],
  { since, at }: { since: LocalDate; at: Instant },
): Promise<Task[]> {
  const suspects = await listSuspects(db, completed, since);
  const tasks: Task[] = [];
  for (const workshop of await listWorkshopsById(db, suspects.slice(0, mostTasks)))
    tasks.push({ code: workshop.code, count: (await lookAt(db, workshop, at)).outdated.length });
  return tasks.filter(({ count }) => count > 0);
}

export const completedAmong = (all: Iterable<Counted>, reach: Reach, since: LocalDate): Counted[] =>
  countedWithin(all, reach, ({ state, endsOn }) => state === "completed" && endsOn >= since);

/** A workshop's certificates and candidates, and those of its certificates that are not so any more. */
export async function lookAt(db: Reader, workshop: Workshop, at: Instant) {
  const candidates = await listCandidates(db, workshop, readFontCoverage());
  const issued = await listIssued(db, workshop.id);
  return { candidates, issued, outdated: await findOutdated(db, { workshop, candidates, issued }, at) };
}
