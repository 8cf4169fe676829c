import fc from "fast-check";
import { expect, test } from "vitest";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { enrolmentWays } from "#app/enrolment/rules.ts";
import { moveUp } from "#app/enrolment/seats.commands.ts";
import { type Instant, plusSeconds } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";
import { add, change, standing, undo } from "./on-behalf.ts";

const origin = "2026-11-01T12:00:00.000Z" as const;
const people = 6;

type ByOne = "enrol" | "withdraw" | "withdrawn" | "seated" | "overtaken" | "unseated";
type Step =
  | { kind: ByOne; who: number }
  | { kind: "added"; whom: number[] }
  | { kind: "capacity"; to: number }
  | { kind: "undo"; back: number }
  | { kind: "wait" };

type Place = { state: "out" | "queue" | "seat"; key: number };
/** Of each place: what it was, under which stamp, and the stamp under which it was left. */
type Touched = { who: number; before: Place; stamp: number; left: number };

/** What should happen, in the plainest words: a row of seats, a queue in an order, and the acts of a coordinator. */
class Reference {
  places: Place[] = Array.from({ length: people }, () => ({ state: "out", key: 0 }));
  stamps: number[] = Array(people).fill(0);
  acts: { at: number; touched: Touched[]; isUndone: boolean }[] = [];
  now = 0;
  private last = 0;
  private stamp = 0;
  capacity: number;
  constructor(capacity: number) {
    this.capacity = capacity;
  }
  get seats() {
    return this.in("seat").toSorted((a, b) => a - b);
  }
  get queue() {
    return this.in("queue").toSorted((a, b) => this.places[a]!.key - this.places[b]!.key);
  }
  private in(state: Place["state"]) {
    return [...this.places.keys()].filter((who) => this.places[who]!.state === state);
  }
  take(step: Step) {
    this.now += step.kind === "wait" ? 61 : 1;
    if (step.kind === "enrol") this.come(step.who, []);
    else if (step.kind === "withdraw") {
      if (this.places[step.who]!.state !== "out") this.put(step.who, { state: "out", key: 0 }, []);
    } else if (step.kind === "capacity") this.capacity = step.to < this.seats.length ? this.capacity : step.to;
    else if (step.kind === "undo") this.undo(step.back);
    else if (step.kind === "added") this.add(step.whom);
    else if (step.kind !== "wait") this.act(step);
    this.fill([]);
  }
  private add(whom: number[]) {
    if (whom.some((who) => this.places[who]!.state !== "out")) return;
    const touched: Touched[] = [];
    for (const who of whom) this.come(who, touched);
    this.keep(touched);
  }
  private act({ kind, who }: Extract<Step, { who: number }>) {
    const touched: Touched[] = [];
    const { state } = this.places[who]!;
    const isWaiting = state === "queue" && this.queue[0] !== who;
    if (kind === "withdrawn" && state !== "out") this.put(who, { state: "out", key: 0 }, touched);
    // nobody ever waits beside a free seat here: whoever is put first waits for the next one
    else if (kind === "overtaken" && isWaiting) this.put(who, { state: "queue", key: -++this.last }, touched);
    else if (kind === "unseated" && state === "seat" && this.queue.length)
      this.put(who, { state: "queue", key: ++this.last }, touched);
    else return;
    this.keep(touched);
  }
  private keep(touched: Touched[]) {
    this.fill(touched);
    this.acts.push({ at: this.now, touched, isUndone: false });
  }
  private undo(back: number) {
    const act = this.acts.at(-1 - back);
    if (!act || act.isUndone || this.now - act.at >= 60) return;
    if (act.touched.some(({ who, left }) => this.stamps[who] !== left)) return;
    const held = (places: Place[]) => places.filter(({ state }) => state === "seat").length;
    const gained =
      held(act.touched.map(({ before }) => before)) - held(act.touched.map(({ who }) => this.places[who]!));
    if (this.seats.length + gained > this.capacity) return;
    // as if it had never been: an act before it can be undone then, too
    for (const { who, before, stamp } of act.touched) {
      this.places[who] = before;
      this.stamps[who] = stamp;
    }
    act.isUndone = true;
  }
  private come(who: number, touched: Touched[]) {
    if (this.places[who]!.state !== "out") return;
    const isFree = this.seats.length + this.queue.length < this.capacity;
    this.put(who, { state: isFree ? "seat" : "queue", key: ++this.last }, touched);
  }
  private put(who: number, place: Place, touched: Touched[]) {
    const [stamp, left] = [this.stamps[who]!, ++this.stamp];
    touched.push({ who, before: this.places[who]!, stamp, left });
    this.stamps[who] = left;
    this.places[who] = place;
  }
  private fill(touched: Touched[]) {
    while (this.seats.length < this.capacity && this.queue.length) {
      const who = this.queue[0] as number;
      this.put(who, { ...this.places[who]!, state: "seat" }, touched);
    }
  }
}

const who = fc.nat(people - 1);
const one = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind), who });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: one("enrol") },
  { weight: 2, arbitrary: one("withdraw") },
  { weight: 3, arbitrary: one("withdrawn") },
  { weight: 1, arbitrary: one("seated") },
  { weight: 4, arbitrary: one("overtaken") },
  { weight: 3, arbitrary: one("unseated") },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("added" as const),
      whom: fc.uniqueArray(who, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("undo" as const), back: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("capacity" as const), to: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait" as const) }) },
);

type Person = { personId: Id<"person">; accountId: Id<"account"> };

/** @returns the act, where there was one */
async function take(
  database: Database,
  { workshopId, at, acts }: { workshopId: Id<"workshop">; at: Instant; acts: Id<"enrolmentAct">[] },
  everybody: Person[],
  step: Step,
): Promise<Id<"enrolmentAct"> | null> {
  const where = { workshopId, accountId: everybody[0]!.accountId, at };
  if (step.kind === "wait") return null;
  if (step.kind === "undo") {
    const actId = acts.at(-1 - step.back);
    if (actId) await undo(database, actId, where);
    return null;
  }
  return database.transact(async (trx) => {
    if (step.kind === "capacity") {
      const grown = trx.updateTable("workshop").set({ capacity: step.to }).where("id", "=", workshopId);
      await grown.where("seatsTaken", "<=", step.to).execute();
      await moveUp(trx, workshopId, at);
      return null;
    }
    if (step.kind === "added") {
      const outcome = await add(
        trx,
        step.whom.map((index) => everybody[index]!),
        where,
      );
      return outcome.status === "done" ? outcome.actId : null;
    }
    const person = everybody[step.who]!;
    if (step.kind === "enrol" || step.kind === "withdraw") {
      await (step.kind === "enrol" ? enrol : withdraw)(trx, { ...person, workshopId }, { ...person, at });
      return null;
    }
    const outcome = await change(trx, person, step.kind, where);
    return outcome.status === "done" ? outcome.actId : null;
  });
}

/** Lines of the histories that no way of the table tells of. */
async function strayMoves({ read }: Database, workshopId: Id<"workshop">) {
  const moves = await read
    .selectFrom("enrolmentEvent")
    .innerJoin("enrolment", "enrolment.id", "enrolmentEvent.enrolmentId")
    .select(["fromState", "toState", "byAccountId", "actId"])
    .where("workshopId", "=", workshopId)
    .execute();
  return moves.filter(({ fromState, toState, byAccountId, actId }) => {
    const doer = byAccountId ? (actId ? "onBehalf" : "official") : "system";
    return !enrolmentWays.some(({ from, to, by }) => from === fromState && to === toState && by === doer);
  });
}

/** Letters that would tell of what has been undone. */
async function strayLetters({ read }: Database, workshopId: Id<"workshop">) {
  const undone = await read
    .selectFrom("enrolmentAct")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("undoneAt", "is not", null)
    .execute();
  const letters = await read.selectFrom("outbox").select("payload").where("workshopId", "=", workshopId).execute();
  return letters.filter(({ payload }) => undone.some(({ id }) => payload.includes(id)));
}

describeDatabases("acts of a coordinator against their model", (open) => {
  test("in any order with enrolling, withdrawing and resizing, and undone again: the same seats, the same queue", {
    timeout: 240_000,
  }, async () => {
    const database = await open();
    const everybody: Person[] = [];
    for (let i = 0; i < people; i += 1)
      everybody.push(await addPerson(database, { locale: "es", email: `p${i}@demo.example` }));
    let run = 0;
    const check = fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { minLength: 6, maxLength: 25 }),
      async (capacity, steps) => {
        const workshopId = await addWorkshop(database, { code: `M-${++run}`, capacity });
        const model = new Reference(capacity);
        const acts: Id<"enrolmentAct">[] = [];
        for (const one of steps) {
          model.take(one);
          const act = await take(database, { workshopId, at: plusSeconds(origin, model.now), acts }, everybody, one);
          if (act) acts.push(act);
          const { seats, queue } = model;
          const counters = { seatsTaken: seats.length, reserveCount: queue.length };
          expect(await standing(database, workshopId, everybody)).toEqual({ seats, queue, ...counters });
        }
        expect(acts).toHaveLength(model.acts.length);
        expect(await strayMoves(database, workshopId)).toEqual([]);
        expect(await strayLetters(database, workshopId)).toEqual([]);
      },
    );
    await fc.assert(check, { numRuns: 40 });
  });
});
