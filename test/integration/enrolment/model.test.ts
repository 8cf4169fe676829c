import fc from "fast-check";
import { expect, test } from "vitest";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { enrolmentWays } from "#app/enrolment/rules.ts";
import { moveUp } from "#app/enrolment/seats.commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T12:00:00.000Z" as const;
const people = 6;

type Step = { kind: "enrol"; who: number } | { kind: "withdraw"; who: number } | { kind: "capacity"; to: number };

/** What should happen, in the plainest words: a row of seats and a queue. */
class Reference {
  seats: number[] = [];
  queue: number[] = [];
  capacity: number;
  constructor(capacity: number) {
    this.capacity = capacity;
  }
  enrol(who: number) {
    if (this.seats.includes(who) || this.queue.includes(who)) return;
    if (this.seats.length + this.queue.length < this.capacity) this.seats.push(who);
    else this.queue.push(who);
  }
  withdraw(who: number) {
    this.seats = this.seats.filter((other) => other !== who);
    this.queue = this.queue.filter((other) => other !== who);
    this.fill();
  }
  resize(to: number) {
    if (to < this.seats.length) return;
    this.capacity = to;
    this.fill();
  }
  private fill() {
    while (this.seats.length < this.capacity && this.queue.length) this.seats.push(this.queue.shift() as number);
  }
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("enrol" as const), who: fc.nat(people - 1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), who: fc.nat(people - 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("capacity" as const), to: fc.integer({ min: 1, max: people }) }),
  },
);

async function take(
  database: Database,
  workshopId: Id<"workshop">,
  ids: { personId: Id<"person">; accountId: Id<"account"> }[],
  one: Step,
) {
  if (one.kind === "capacity") {
    await database.transact(async (trx) => {
      await trx
        .updateTable("workshop")
        .set({ capacity: one.to })
        .where("id", "=", workshopId)
        .where("seatsTaken", "<=", one.to)
        .execute();
      await moveUp(trx, workshopId, at);
    });
    return;
  }
  const request = { ...ids[one.who]!, workshopId, at };
  await database.transact(
    async (trx) =>
      void (one.kind === "enrol" ? await enrol(trx, request, request) : await withdraw(trx, request, request)),
  );
}

/** Lines of the histories that no way of the table tells of, by whoever wrote them. */
async function strayMoves(database: Database, workshopId: Id<"workshop">) {
  const moves = await database.read
    .selectFrom("enrolmentEvent")
    .innerJoin("enrolment", "enrolment.id", "enrolmentEvent.enrolmentId")
    .select(["fromState", "toState", "byAccountId"])
    .where("workshopId", "=", workshopId)
    .execute();
  const isKnown = ({ fromState, toState, byAccountId }: (typeof moves)[number]) =>
    enrolmentWays.some(
      ({ from, to, by }) => from === fromState && to === toState && by === (byAccountId ? "official" : "system"),
    );
  return moves.filter((move) => !isKnown(move));
}

describeDatabases("enrolment against its model", (open) => {
  test("any order of enrolling, withdrawing and resizing gives the same seats and the same queue", {
    timeout: 120_000,
  }, async () => {
    const database = await open();
    const ids: { personId: Id<"person">; accountId: Id<"account"> }[] = [];
    for (let i = 0; i < people; i += 1)
      ids.push(await addPerson(database, { locale: "es", email: `p${i}@demo.example` }));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async (capacity, steps) => {
          const workshopId = await addWorkshop(database, { code: `M-${++run}`, capacity });
          const model = new Reference(capacity);
          for (const one of steps) {
            await take(database, workshopId, ids, one);
            if (one.kind === "enrol") model.enrol(one.who);
            else if (one.kind === "withdraw") model.withdraw(one.who);
            else model.resize(one.to);
          }
          const rows = await database.read
            .selectFrom("enrolment")
            .select(["personId", "state"])
            .where("workshopId", "=", workshopId)
            .orderBy("ticket")
            .execute();
          const inState = (state: string) =>
            rows
              .filter((row) => row.state === state)
              .map(({ personId }) => ids.findIndex((id) => id.personId === personId));
          expect(inState("reserve")).toEqual(model.queue);
          expect(inState("confirmed").toSorted()).toEqual(model.seats.toSorted());
          const counters = await database.read
            .selectFrom("workshop")
            .select(["seatsTaken", "reserveCount"])
            .where("id", "=", workshopId)
            .executeTakeFirst();
          expect(counters).toEqual({ seatsTaken: model.seats.length, reserveCount: model.queue.length });
          expect(await strayMoves(database, workshopId)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
