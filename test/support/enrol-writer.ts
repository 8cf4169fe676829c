import { writeSync } from "node:fs";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { openDatabase } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";

/** Enrols and withdraws without end, and tells of each change once it is committed, as a page would. */
const [url = "", workshop = "", ...people] = process.argv.slice(2);
const workshopId = asId<"workshop">(workshop);
const personIds = people.map(asId<"person">);
const at = "2026-11-01T12:00:00.000Z" as const;
const database = openDatabase(url);

writeSync(1, "ready\n");
for (let turn = 0; ; turn += 1) {
  const personId = personIds[turn % personIds.length] as Id<"person">;
  const request = { personId, workshopId, accountId: null, at };
  const outcome = await database.transact(async (trx) => {
    const left = await withdraw(trx, request, request);
    return left.status === "withdrawn" ? left : enrol(trx, request, request);
  });
  writeSync(1, `${personId} ${outcome.status}\n`);
}
