import { everywhere } from "#app/access/permissions.ts";
import { mergePeople } from "#app/doubles/merge.commands.ts";
import { findPair } from "#app/doubles/merge.queries.ts";
import type { KeptMerge } from "#app/people/merge/merge.rules.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted, type Deed, type Twins } from "./deeds.ts";
import { listing } from "./people-deeds.ts";

/** Records that were made one: before that there were two, both on the lists on which the one is now. */
export async function mergeDeeds({ read }: Database, twins: Twins): Promise<Deed[]> {
  const merges = await read.selectFrom("personMerge").selectAll().execute();
  return merges.flatMap(({ personId, goneId, mergedAt: at, mergedBy, kept: text }) => {
    const kept = JSON.parse(text ?? "{}") as KeptMerge;
    const facts = Object.fromEntries(Object.keys(kept.taken).map((field) => [field, "gone" as const]));
    const listed = kept.lists.map((list) => ({ at: list.addedAt, perform: listing(kept.gone, list, twins) }));
    const perform = async (trx: Writer) => {
      const ids: [string, string] = [twins.of(personId), twins.of(goneId as Id<"person">)];
      const pair = accepted(await findPair(trx, everywhere, ids), "A merge");
      const merger = { accountId: twins.ofAny(mergedBy), at, mayGrant: false, participants: everywhere };
      const choices = { facts, account: null, enrolments: new Map() };
      accepted(await mergePeople(trx, pair, choices, merger), "A merge");
    };
    return [...listed, { at, perform }];
  });
}
