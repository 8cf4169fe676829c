import { sql } from "kysely";
import { everywhere } from "#app/access/permissions.ts";
import type { Choices } from "#app/doubles/form.ts";
import { type Merger, mergePeople, undoMerge } from "#app/doubles/merge.commands.ts";
import { findPair } from "#app/doubles/merge.queries.ts";
import type { PersonRecord } from "#app/people/merge/merge.rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import { asId, type Id } from "#db/id.ts";
import { at, by } from "#test/integration/desk/people-desk.ts";

/** Every row of every table but those of the audit and of merges, in an order. */
export async function everything({ read }: Database) {
  const tables = (await read.introspection.getTables()).filter(
    ({ name }) => !/^(audit|migration|person_merge)/.test(name),
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(read);
      return [name, rows.map((row) => JSON.stringify(row, Object.keys(row as object).sort())).sort()] as const;
    }),
  );
  return Object.fromEntries(found);
}

export const nothingChosen: Choices = { facts: {}, account: null, enrolments: new Map() };
/** An administrator. */
export const merger: Merger = { ...by, mayGrant: true, participants: everywhere };

/** As the page does it; where it is refused, nothing has happened. */
export async function merge(
  database: Database,
  ids: readonly [string, string],
  choices: Partial<Choices> = {},
  whose: Merger = merger,
) {
  const people = ids.map(asId<"person">);
  return undoingRefusals(database, async (trx) => {
    await hold(trx, "person", ...people);
    const pair = await findPair(trx, everywhere, [...ids]);
    return mergePeople(trx, pair as NonNullable<typeof pair>, { ...nothingChosen, ...choices }, whose);
  });
}

export const undo = (database: Database, kept: Id<"person">, when: Instant = at) =>
  undoingRefusals(database, async (trx) => {
    await hold(trx, "person", kept);
    const record = await trx.selectFrom("person").selectAll().where("id", "=", kept).executeTakeFirstOrThrow();
    return undoMerge(trx, record as PersonRecord, { ...by, at: when });
  });

/** A refusal ends a page's transaction. */
async function undoingRefusals<Outcome extends { status: string }>(
  database: Database,
  work: (trx: Writer) => Promise<Outcome>,
): Promise<Outcome> {
  let refused: Outcome | undefined;
  try {
    return await database.transact(async (trx) => {
      const outcome = await work(trx);
      if (outcome.status !== "refused") return outcome;
      refused = outcome;
      throw new Error("refused");
    });
  } catch (error) {
    if (refused) return refused;
    throw error;
  }
}
