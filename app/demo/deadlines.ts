import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { saveMilestones } from "#app/workshops/life/commands.ts";
import type { Writer } from "#db/database.ts";
import type { Rows } from "./rows/rows.ts";

/** So many days before a workshop enrolment closes, and so many before that it opens. */
const closesBefore = 15;
const opensBefore = 60;

/** Says until when one may enrol in what is open, and from when on in what is to come: by the room's command. */
export async function setDeadlines(trx: Writer, rows: Rows, at: Instant): Promise<void> {
  const coordinator = rows.account.find(({ email }) => email === "coordinator@demo.example");
  const by: By = { accountId: coordinator?.id ?? null, at: plusDays(at, -30) };
  const soon = plusLocalDays(localDate(at, "UTC"), 2);
  const ahead = (day: typeof soon) => (day < soon ? soon : day);
  for (const { code, state, startsOn } of rows.workshop) {
    if (state !== "open" && state !== "published") continue;
    const held = await holdWorkshop(trx, code, everywhere);
    if (!held) throw new Error(`The demo has no workshop ${code}.`);
    const open = state === "published" ? ahead(plusLocalDays(startsOn, -opensBefore)) : null;
    const closed = ahead(plusLocalDays(startsOn, -closesBefore));
    const outcome = await saveMilestones(trx, held, { open, closed, running: false }, by);
    if (outcome.status === "refused") throw new Error(`${code} takes no deadline: ${outcome.because}.`);
  }
}
