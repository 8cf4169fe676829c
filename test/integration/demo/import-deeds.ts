import { noteImport, noteRow, receiveImport, storeRows } from "#app/imports/commands.ts";
import { listRowsFrom } from "#app/imports/rows.queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Deed, Twins } from "./deeds.ts";

/** Lists of people that somebody has sent: what was read of them, and what came of it. */
export async function importDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const lists = await read.selectFrom("peopleImport").selectAll().execute();
  const deeds = lists.map(async ({ id: seeded, createdAt, appliedAt, state, facts, ...sent }): Promise<Deed[]> => {
    const { fileName } = sent;
    const [accountId, programmeId] = [() => twins.of(sent.accountId), () => twins.of(sent.programmeId)];
    const rows = await listRowsFrom(read, seeded, 0, 1_000);
    const end = appliedAt ?? createdAt;
    const received: Deed = {
      at: createdAt,
      async perform(trx) {
        const list = { programmeId: programmeId(), workshopId: null, fileName };
        const id = await receiveImport(trx, list, { accountId: accountId(), at: createdAt });
        await noteImport(trx, id, createdAt, { state: "checked", facts: JSON.parse(facts) });
        twins.pair(seeded, id);
      },
    };
    const gone: Deed = {
      at: end,
      async perform(trx) {
        const id = twins.of(seeded);
        const own = rows.map((row) => withTwins(row, twins));
        await storeRows(
          trx,
          id,
          own.map(({ isAdded: _, isListed: __, before: ___, choice: ____, ...row }) => row),
        );
        for (const { number, isAdded, isListed, before } of own)
          await noteRow(trx, id, number, { isAdded, isListed, before });
        await noteImport(trx, id, end, { state, appliedAt });
      },
    };
    return [received, gone];
  });
  return (await Promise.all(deeds)).flat();
}

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same row about those who were made in the place of the others. */
const withTwins = <Row>(row: Row, twins: Twins): Row =>
  JSON.parse(JSON.stringify(row).replace(ids, (id) => twins.of(id as Id)));
