import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listStanding, type Sender } from "./queries.ts";

export async function closeUp(trx: Writer, sender: Sender): Promise<void> {
  await rankInOrder(trx, await listStanding(trx, sender));
}

/** From one on, without gaps. By way of numbers that nobody has: no two ever have the same. */
export async function rankInOrder(
  trx: Writer,
  order: readonly { id: Id<"nomination">; rank: number }[],
): Promise<void> {
  const moved = order.map(({ id, rank }, index) => ({ id, rank, to: index + 1 })).filter(({ rank, to }) => rank !== to);
  for (const sign of [-1, 1])
    for (const { id, to } of moved)
      await trx
        .updateTable("nomination")
        .set({ rank: sign * to })
        .where("id", "=", id)
        .execute();
}
