import type { Reach } from "#app/access/permissions.ts";
import { listCandidates } from "#app/certificates/issue/candidates.ts";
import { listIssued } from "#app/certificates/queries.ts";
import { findOutdated } from "#app/certificates/validity/outdated.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { listSuspects, type Task } from "./tasks.queries.ts";

type Period = { since: LocalDate; at: Instant };

/** Workshops of late whose certificates do not say any more what is so, and how many of each. */
export async function outdatedTasks(db: Reader, reach: Reach, { since, at }: Period): Promise<Task[]> {
  const suspects = await listSuspects(db, reach, since);
  const workshops = await listWorkshopsById(
    db,
    suspects.map(({ id }) => id),
  );
  const tasks: Task[] = [];
  for (const workshop of workshops)
    tasks.push({ code: workshop.code, count: (await lookAt(db, workshop, at)).outdated.length });
  return tasks.filter(({ count }) => count > 0);
}

/** A workshop's certificates and candidates, and those of its certificates that are not so any more. */
export async function lookAt(db: Reader, workshop: Workshop, at: Instant) {
  const candidates = await listCandidates(db, workshop, readFontCoverage());
  const issued = await listIssued(db, workshop.id);
  return { candidates, issued, outdated: await findOutdated(db, { workshop, candidates, issued }, at) };
}
