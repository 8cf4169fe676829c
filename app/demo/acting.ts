import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { mergePeople } from "#app/doubles/merge.commands.ts";
import { findPair } from "#app/doubles/merge.queries.ts";
import { forgetStanding } from "#app/enrolment/behalf/act/undo.commands.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { findStanding } from "#app/enrolment/behalf/behalf.queries.ts";
import { versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { changeOnBehalf } from "#app/enrolment/behalf/participant/change.commands.ts";
import { plusDays } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted } from "./accepted.ts";
import type { DemoAct, DemoAdding, DemoMerge } from "./content/acts.ts";

type Placed<Deed> = Omit<Deed, "workshop" | "hours"> & { by: By };

/** What the demo's coordinator does for others, in the order of time. */
export type ActingForOthers = {
  acts: (Placed<DemoAct> & { workshopId: Id<"workshop">; enrolmentId: Id<"enrolment"> })[];
  addings: (Placed<DemoAdding> & { workshopId: Id<"workshop">; personId: Id<"person"> })[];
  merges: (Placed<DemoMerge> & { ids: [Id<"person">, Id<"person">] })[];
};

/** Acts as the rooms' commands do, each at its time; nobody is told of what has long happened. */
export async function actForOthers(trx: Writer, { acts, addings, merges }: ActingForOthers): Promise<void> {
  for (const act of acts) await change(trx, act);
  for (const { by, email: _, ...adding } of addings) {
    const asked = { ...adding, personIds: [adding.personId], seats: 1 };
    accepted(await addOnBehalf(trx, asked, by));
  }
  for (const { by, ids, facts } of merges) {
    const pair = await findPair(trx, everywhere, ids);
    if (!pair) throw new Error("The demo has nobody to merge.");
    const choices = { facts, account: null, enrolments: new Map() };
    accepted(await mergePeople(trx, pair, choices, { ...by, mayGrant: false, participants: everywhere }));
  }
  // as an hour later: letters do not go out, and nothing is kept of before
  const [{ by }] = acts as [ActingForOthers["acts"][number]];
  await forgetStanding(trx, plusDays(by.at, 1), 1_000);
  await trx.deleteFrom("outbox").where("event", "like", "enrolment.%").execute();
}

async function change(trx: Writer, { by, place: _, ...asked }: ActingForOthers["acts"][number]): Promise<void> {
  const found = await findStanding(trx, asked.workshopId, asked.enrolmentId);
  if (!found) throw new Error("The demo has no such enrolment.");
  const seen = { version: versionOf(found.enrolment), passedOver: found.ahead.map(({ id }) => id) };
  accepted(await changeOnBehalf(trx, { ...asked, seen }, by));
}
