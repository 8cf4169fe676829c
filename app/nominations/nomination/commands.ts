import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { recordStep } from "./history.commands.ts";
import { isCallOpen } from "./known.queries.ts";
import { listNominable, listStanding, type Nomination } from "./queries.ts";
import { rankInOrder } from "./ranks.commands.ts";
import { type NominatingRefusal, nominatingRefusal, reordered } from "./rules.ts";

/** Everything below is done with the workshop held: its call and all of its nominations stay as they are read. */
type Place = { workshop: HeldWorkshop; institutionId: Id<"institution"> };

type Nominated =
  | { status: "nominated"; ids: Id<"nomination">[] }
  | { status: "refused"; because: NominatingRefusal; personIds: Id<"person">[]; left: number };

/** Nominates people behind those who are nominated already: all of them, or nobody. */
export async function nominate(
  trx: Writer,
  { workshop, institutionId }: Place,
  personIds: readonly Id<"person">[],
  by: By,
): Promise<Nominated> {
  const sender = { workshopId: workshop.id, institutionId };
  const call = await findCall(trx, workshop.id);
  const standing = await listStanding(trx, sender);
  const ids = [...new Set(personIds)];
  const candidates = (await listNominable(trx, workshop.id, ids)).map((one) => ({
    ...one,
    isOwn: one.institutionId === institutionId,
  }));
  const most = call?.content.nomineesMax ?? 0;
  const isOpen = isCallOpen(call, workshop, by.at);
  const missing = ids.length - candidates.length;
  const because = missing
    ? "otherInstitution"
    : nominatingRefusal(candidates, { isOpen, standing: standing.length, most });
  if (because) {
    const at = candidates.filter((one) =>
      because === "enrolled" ? one.isEnrolled : because === "already" ? one.isNominated : false,
    );
    const left = Math.max(0, most - standing.length);
    return { status: "refused", because, personIds: at.map(({ id }) => id), left };
  }
  const added = ids.map((personId, index) => ({
    ...{ id: newId<"nomination">(), ...sender, personId, rank: standing.length + index + 1 },
    ...{ state: "draft" as const, begunBy: "sender" as const, createdAt: by.at, changedAt: by.at },
  }));
  await trx.insertInto("nomination").values(added).execute();
  for (const { id } of added) await recordStep(trx, { id, from: null, to: "draft", who: "sender" }, by);
  return { status: "nominated", ids: added.map(({ id }) => id) };
}

/** Moves a nominee by one place. At either end they stay, and after the deadline as well. */
export async function moveNominee(
  trx: Writer,
  workshop: HeldWorkshop,
  nomination: Nomination,
  direction: "up" | "down",
  by: By,
): Promise<"moved" | "closed"> {
  const call = await findCall(trx, workshop.id);
  if (!isCallOpen(call, workshop, by.at)) return "closed";
  const order = reordered(await listStanding(trx, nomination), nomination.id, direction);
  if (!order) return "moved";
  await rankInOrder(trx, order);
  const details = { direction };
  await audit(trx, by.at, { accountId: by.accountId, action: "nomination.moved", subjectId: nomination.id, details });
  return "moved";
}
