import fc from "fast-check";
import { expect, test } from "vitest";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { reactions } from "#app/reactions.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import { noteSessions } from "#app/workshops/commands.ts";
import { offerFreeSeats } from "#app/workshops/seats.commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { addWorkshop } from "#test/support/world.ts";

const origin = "2026-11-23T00:00:00.000Z" as const;
const hour = (hours: number): Instant => plusMinutes(origin, hours * 60);
const people = 5;

/** Hours from the origin. Each step lets time go on; a move of the sessions may bring the beginning back before it. */
type Step =
  | { kind: "enrol"; who: number; wait: number }
  | { kind: "withdraw"; who: number; wait: number }
  | { kind: "resize"; to: number; wait: number }
  | { kind: "move"; begins: number; lasts: number; wait: number };

/** What should happen, in the plainest words: a row of seats, a queue, and a clock. */
class Reference {
  seats: number[] = [];
  queue: number[] = [];
  capacity = 2;
  begins = 10;
  ends = 20;
  now = 0;
  take(step: Step) {
    this.now += step.wait;
    if (step.kind === "enrol") this.enrol(step.who);
    else if (step.kind === "withdraw") this.withdraw(step.who);
    else if (step.kind === "resize") this.capacity = Math.max(step.to, this.seats.length);
    else [this.begins, this.ends] = [step.begins, step.begins + step.lasts];
    const hasBegun = this.now >= this.begins;
    while (!hasBegun && this.seats.length < this.capacity && this.queue.length)
      this.seats.push(this.queue.shift() as number);
  }
  private enrol(who: number) {
    if (this.now >= this.begins || this.seats.includes(who) || this.queue.includes(who)) return;
    if (this.seats.length + this.queue.length < this.capacity) this.seats.push(who);
    else this.queue.push(who);
  }
  private withdraw(who: number) {
    if (this.now < this.ends) this.queue = this.queue.filter((other) => other !== who);
    if (this.now < this.begins) this.seats = this.seats.filter((other) => other !== who);
  }
}

const who = fc.nat(people - 1);
const wait = fc.nat(6);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("enrol" as const), who, wait }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), who, wait }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("resize" as const), to: fc.integer({ min: 1, max: 5 }), wait }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      begins: fc.integer({ min: 0, max: 60 }),
      lasts: fc.integer({ min: 1, max: 12 }),
      wait,
    }),
  },
);

type Person = { personId: Id<"person">; accountId: Id<"account"> };

async function take(database: Database, workshopId: Id<"workshop">, everybody: Person[], one: Step, at: Instant) {
  await database.transact(async (trx) => {
    if (one.kind === "move") {
      const span = { beginsAt: hour(one.begins), endsAt: hour(one.begins + one.lasts) };
      await noteSessions(trx, { workshopId, ...span }, at);
    } else if (one.kind === "resize") {
      const { seatsTaken } = await trx
        .selectFrom("workshop")
        .select("seatsTaken")
        .where("id", "=", workshopId)
        .executeTakeFirstOrThrow();
      const capacity = Math.max(one.to, seatsTaken);
      await trx.updateTable("workshop").set({ capacity }).where("id", "=", workshopId).execute();
      await offerFreeSeats(trx, workshopId, at);
    } else {
      const person = everybody[one.who] as Person;
      const command = one.kind === "enrol" ? enrol : withdraw;
      await command(trx, { ...person, workshopId }, { ...person, at });
    }
  });
  await runDueJobs({ ...jobContext(database, at), reactions });
}

describeDatabases("seats and the queue against a model with a clock", (open) => {
  test("whatever happens in whatever order, nobody waits beside a free seat that may still be given", {
    timeout: 180_000,
  }, async () => {
    const database = await open();
    const everybody: Person[] = [];
    for (let i = 0; i < people; i += 1)
      everybody.push(await addAccount(database, { grants: ["official"], passwordHash: null }));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const model = new Reference();
        const workshopId = await addWorkshop(database, { code: `M-${++run}`, capacity: model.capacity });
        const span = { beginsAt: hour(model.begins), endsAt: hour(model.ends) };
        await database.transact((trx) => noteSessions(trx, { workshopId, ...span }, hour(0)));
        for (const one of steps) {
          model.take(one);
          await take(database, workshopId, everybody, one, hour(model.now));
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
            .map(({ personId }) => everybody.findIndex((one) => one.personId === personId));
        expect(inState("reserve")).toEqual(model.queue);
        expect(inState("confirmed").toSorted()).toEqual(model.seats.toSorted());
      }),
      { numRuns: 10 },
    );
  });
});
