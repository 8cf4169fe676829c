import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EnrolmentState,
  enrolmentStates,
  enrolmentWays,
  isOutside,
  nextState,
  seatedStates,
} from "#app/enrolment/rules.ts";

const froms = [null, ...enrolmentStates];
const actors = ["official", "coordinator", "system"] as const;
/** Those that only a coordinator who acts for somebody asks are below. */
const conditions = ["admitted", "seatFree", "mayLeave", "stillComing", "isOver", "attended"] as const;

type Holding = Partial<Record<(typeof conditions)[number], boolean>>;

/** Every combination of what is so, what is not, and what nobody has told. */
const everyHolding = [...Array(3 ** conditions.length).keys()].map((number) => {
  const told = conditions.map((condition, place) => [condition, Math.floor(number / 3 ** place) % 3] as const);
  return Object.fromEntries(told.filter(([, is]) => is < 2).map(([condition, is]) => [condition, is === 1])) as Holding;
});

/** The same in words, for whom no table was at hand. */
function expected(
  from: EnrolmentState | null,
  by: (typeof actors)[number],
  { admitted, seatFree, mayLeave, stillComing, isOver, attended }: Holding,
): EnrolmentState[] {
  const found: EnrolmentState[] = [];
  const isOut = from === null || from === "withdrawn";
  const isIn = from === "reserve" || from === "confirmed";
  if (by === "official" && isOut && admitted && seatFree !== undefined) found.push(seatFree ? "confirmed" : "reserve");
  if (by === "official" && isIn && mayLeave) found.push("withdrawn");
  if (by === "system" && from === "reserve" && stillComing && seatFree) found.push("confirmed");
  if (by === "coordinator" && isOver && attended === true && (from === "confirmed" || from === "notCompleted"))
    found.push("completed");
  if (by === "coordinator" && isOver && attended === false && (from === "confirmed" || from === "completed"))
    found.push("notCompleted");
  if (by === "coordinator" && isOver === false && (from === "completed" || from === "notCompleted"))
    found.push("confirmed");
  return found;
}

describe("the enrolmentWays of an enrolment", () => {
  test("from every state, for everybody, whatever is so: at most one, and the one that was meant", () => {
    for (const from of froms)
      for (const by of actors)
        for (const holds of everyHolding) {
          const found = expected(from, by, holds);
          expect(found.length).toBeLessThanOrEqual(1);
          expect([from, by, holds, nextState(from, by, holds)]).toEqual([from, by, holds, found[0] ?? null]);
        }
  });

  test("reach every state, and nobody goes where they stand already, but whoever is put first in the queue", () => {
    expect([...new Set(enrolmentWays.map(({ to }) => to))].sort()).toEqual([...enrolmentStates].sort());
    expect(enrolmentWays.filter(({ from, to }) => from === to).map(({ to, by }) => [to, by])).toEqual([
      ["reserve", "onBehalf"],
    ]);
    expect(new Set(enrolmentWays.map((way) => JSON.stringify(way))).size).toBe(enrolmentWays.length);
  });

  test("a seat is lost by nobody's decision but their own, or by a coordinator's for them or for their sender", () => {
    const isSeat = (state: EnrolmentState | null) => (seatedStates as readonly unknown[]).includes(state);
    const lost = enrolmentWays.filter(({ from, to }) => isSeat(from) && !isSeat(to));
    expect(lost.map(({ from, to, by }) => [from, to, by])).toEqual([
      ["confirmed", "withdrawn", "official"],
      ["confirmed", "withdrawn", "onBehalf"],
      ["confirmed", "reserve", "onBehalf"],
      ["confirmed", "withdrawn", "merger"],
      ["completed", "withdrawn", "merger"],
      ["notCompleted", "withdrawn", "merger"],
      // it passes to somebody else by the same act, as their sender has asked
      ["confirmed", "withdrawn", "substitution"],
    ]);
  });

  test("what is settled is settled again, and open again once the workshop goes on", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (attended) => {
        let state: EnrolmentState = "confirmed";
        for (const one of attended) state = nextState(state, "coordinator", { isOver: true, attended: one }) ?? state;
        expect(state).toBe(attended.at(-1) ? "completed" : "notCompleted");
        expect(nextState(state, "coordinator", { isOver: false })).toBe("confirmed");
      }),
    );
  });

  test("only who is outside can enrol", () => {
    expect(froms.filter(isOutside)).toEqual([null, "withdrawn"]);
  });
});
