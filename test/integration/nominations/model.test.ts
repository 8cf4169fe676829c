import fc from "fast-check";
import { expect, test } from "vitest";
import { moveNominee, nominate } from "#app/nominations/nomination/commands.ts";
import { listNominationHistory } from "#app/nominations/nomination/queries.ts";
import { isReadyToSend } from "#app/nominations/nomination/rules.ts";
import { endorse, returnNomination, withdrawNomination } from "#app/nominations/nomination/steps.commands.ts";
import { plusSeconds } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { afterClosing } from "./calling.ts";
import { code, handIn, listFor, nominateAt, nominatingWorld, type World } from "./nominating.ts";

/** So many may be nominated, of five who could be. */
const [most, people] = [3, 5];

type Leaver = "sender" | "nominee" | "host";
type Act =
  | { kind: "nominate"; whom: number[] }
  | { kind: "send" }
  | { kind: "return" | "correct"; who: number }
  | { kind: "withdraw"; who: number; by: Leaver }
  | { kind: "move"; who: number; step: "up" | "down" };
type Step = Act & { isLate: boolean };

const bugs = ["offByOne", "gap", "ahead", "lostStep", "lateMove", "hostTakesDraft"] as const;
type Bug = (typeof bugs)[number];

/** What should happen, in the plainest words: people in a row, null where a place is empty, and what became of each. */
class Reference {
  row: (number | null)[] = [];
  lives: string[][] = Array.from({ length: people }, () => []);
  private bug: Bug | null;
  constructor(bug: Bug | null) {
    this.bug = bug;
  }
  private state = (who: number) => (this.row.includes(who) ? (this.lives[who]!.at(-1) ?? "") : "out");
  private become = (who: number, state: string) => void this.lives[who]!.push(state);
  take(step: Step) {
    const isIn = "who" in step && this.row.includes(step.who);
    if (step.kind === "nominate") {
      const fits = this.row.length + step.whom.length <= most + (this.bug === "offByOne" ? 1 : 0);
      if (step.isLate || !fits || step.whom.some((who) => this.row.includes(who))) return;
      this.row = this.bug === "ahead" ? [...step.whom, ...this.row] : [...this.row, ...step.whom];
      for (const who of step.whom) this.become(who, "draft");
    } else if (step.kind === "send") {
      const ready = this.row.filter((who) => who !== null && this.state(who) !== "endorsed") as number[];
      if (step.isLate && ready.some((who) => this.state(who) === "draft")) return;
      for (const who of ready) this.become(who, "endorsed");
    } else if (!isIn) return;
    else if (step.kind === "return") {
      if (this.state(step.who) === "endorsed") this.become(step.who, this.bug === "lostStep" ? "endorsed" : "returned");
    } else if (step.kind === "correct") {
      if (this.state(step.who) === "returned") this.become(step.who, "endorsed");
    } else if (step.kind === "withdraw") {
      if (step.by === "host" && this.state(step.who) === "draft" && this.bug !== "hostTakesDraft") return;
      this.become(step.who, "withdrawn");
      this.row = this.row.map((who) => (who === step.who ? null : who));
      if (this.bug !== "gap") this.row = this.row.filter((who) => who !== null);
    } else if (step.kind === "move" && (!step.isLate || this.bug === "lateMove")) {
      const from = this.row.indexOf(step.who);
      const other = this.row[from + (step.step === "up" ? -1 : 1)];
      if (other !== undefined)
        this.row = this.row.map((who) => (who === step.who ? other : who === other ? step.who : who));
    }
  }
}

const who = fc.nat(people - 1);
const whom = fc.uniqueArray(who, { minLength: 1, maxLength: 3 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("nominate" as const), whom }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("send" as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("return" as const, "correct" as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ kind: fc.constant("withdraw" as const), who },
      by: fc.constantFrom<Leaver>("sender", "nominee", "host"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ kind: fc.constant("move" as const), who },
      step: fc.constantFrom("up" as const, "down" as const),
    }),
  },
);
/** Some acts while the call is open, and some after it has closed. */
const runs = fc
  .tuple(fc.array(act, { minLength: 6, maxLength: 16 }), fc.array(act, { maxLength: 7 }))
  .map(([before, after]): Step[] => [
    ...before.map((one) => ({ ...one, isLate: false })),
    ...after.map((one) => ({ ...one, isLate: true })),
  ]);

type Cast = World & { everybody: Id<"person">[] };

/** A refusal undoes its transaction, as at the doors. */
const take = (database: Database, cast: Cast, step: Step, second: number) =>
  database
    .transact(async (trx) => {
      if ((await carryOut(trx, database, cast, step, second)) === "refused") throw new Error("refused");
    })
    .catch((error: Error) => expect(error.message).toBe("refused"));

async function carryOut(trx: Writer, database: Database, cast: Cast, step: Step, second: number) {
  const at = plusSeconds(step.isLate ? afterClosing : nominateAt, second);
  const by = { accountId: null, at };
  const workshop = await held(trx, { code });
  const list = await listFor({ ...database, read: trx }, cast, cast.mexico);
  if (step.kind === "nominate") {
    const place = { workshop, institutionId: cast.mexico };
    return (
      await nominate(
        trx,
        place,
        step.whom.map((index) => cast.everybody[index]!),
        by,
      )
    ).status;
  }
  if (step.kind === "send") return (await endorse(trx, workshop, list.filter(isReadyToSend), by)).status;
  const one = list.find(({ personId, rank }) => personId === cast.everybody[step.who] && rank !== null);
  if (!one) return "refused";
  if (step.kind === "return")
    return (await returnNomination(trx, workshop, one, { who: "host", reason: "Falta", correctByOn: "2027-03-20" }, by))
      .status;
  if (step.kind === "correct")
    return one.state === "returned" ? (await endorse(trx, workshop, [one], by)).status : "refused";
  if (step.kind === "withdraw")
    return (await withdrawNomination(trx, workshop, one, { who: step.by, because: "workload", note: "" }, by)).status;
  return step.kind === "move" ? moveNominee(trx, workshop, one, step.step, by) : "refused";
}

/** Who stands where, and what each has been through: every step from where the one before it ended. */
async function foundIn(database: Database, cast: Cast) {
  const list = await listFor(database, cast, cast.mexico);
  const row: (number | null)[] = [];
  const lives: string[][] = cast.everybody.map(() => []);
  for (const { id, personId, rank, state } of list.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const index = cast.everybody.indexOf(personId);
    if (rank !== null) row[rank - 1] = index;
    const history = (await listNominationHistory(database.read, id)).toReversed();
    history.forEach(({ fromState }, place) => expect(fromState).toBe(history[place - 1]?.toState ?? null));
    expect(history.at(-1)?.toState).toBe(state);
    lives[index]!.push(...history.map(({ toState }) => toState));
  }
  return { row: Array.from(row, (index) => index ?? null), lives };
}

describeDatabases("nominations against their model", (open) => {
  const world = async () => {
    const database = await open();
    const nominating = await nominatingWorld(database);
    const { mexico, ana, beto, carla, hector } = nominating;
    const { personId } = await addAccount(database, { person: { familyName: "Díaz", institutionId: mexico } });
    const cast = { ...nominating, everybody: [ana, beto, carla, hector.personId, personId] };
    await handIn(database, mexico);
    return (bug: Bug | null) =>
      fc.asyncProperty(runs, async (steps) => {
        await database.transact(async (trx) => {
          await trx.deleteFrom("nominationEvent").execute();
          await trx.deleteFrom("nomination").execute();
        });
        const model = new Reference(bug);
        for (const [index, step] of steps.entries()) {
          await take(database, cast, step, index);
          model.take(step);
          expect(await foundIn(database, cast)).toEqual({ row: model.row, lives: model.lives });
        }
      });
  };

  test("any order of acts gives the same ranks without gaps, the same states, and the whole history", {
    timeout: 240_000,
  }, async () => {
    const property = await world();
    await fc.assert(property(null), { numRuns: 40 });
  });

  test("a plan gone wrong is seen: over the limit, a gap, a step left out, a move too late, and others", {
    timeout: 240_000,
  }, async () => {
    const property = await world();
    for (const bug of bugs) {
      const details = await fc.check(property(bug), { numRuns: 60, endOnFailure: true });
      expect([bug, details.failed]).toEqual([bug, true]);
    }
  });
});
