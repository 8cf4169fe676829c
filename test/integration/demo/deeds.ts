import type { Grant } from "#app/access/permissions.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** Something that somebody did through a command, and when. */
export type Deed = { at: Instant; perform(trx: Writer): Promise<unknown> };

/** What a seeded row is called by its id, and the id of what the commands have made in its place. */
export class Twins {
  readonly #ids = new Map<Id, Id>();

  pair<Table extends string>(seeded: Id<Table>, made: Id<Table> | null | undefined): void {
    if (!made) throw new Error(`The commands have left nothing in the place of ${seeded}.`);
    this.#ids.set(seeded, made);
  }

  of<Table extends string>(seeded: Id<Table>): Id<Table> {
    const made = this.#ids.get(seeded) as Id<Table> | undefined;
    if (!made) throw new Error(`Something was done with ${seeded} before it was there.`);
    return made;
  }

  /** Null where nobody, or no place, is named. */
  ofAny<Table extends string>(seeded: Id<Table> | null): Id<Table> | null {
    return seeded === null ? null : this.of(seeded);
  }
}

/** As the doors see somebody at this moment: by what they have been granted. Nobody at all has nothing. */
export async function actorOf(trx: Writer, accountId: Id<"account"> | null): Promise<{ grants: Grant[] }> {
  if (!accountId) return { grants: [] };
  const grants = await trx
    .selectFrom("roleGrant")
    .select(["role", "programmeId", "workshopId", "institutionId"])
    .where("accountId", "=", accountId)
    .execute();
  return { grants };
}

/** @throws where a command refuses: then the seed has what nobody could have done */
export function accepted<Outcome>(outcome: Outcome, what: string): NonNullable<Outcome> {
  const isRefused = typeof outcome === "object" && outcome && "status" in outcome && outcome.status === "refused";
  if (outcome === null || outcome === undefined || outcome === false || isRefused)
    throw new Error(`${what} is refused: ${JSON.stringify(outcome)}`);
  return outcome;
}
