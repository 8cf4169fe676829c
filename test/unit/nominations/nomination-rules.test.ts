import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waysFrom } from "#app/access/transitions.ts";
import {
  isReadyToSend,
  mayBecome,
  type NominationState,
  nominatingRefusal,
  nominationStates,
  nominationWays,
  reordered,
  standingStates,
  toldOfWithdrawal,
} from "#app/nominations/nomination/rules.ts";

const all = {
  ...{ isOpen: true, isOpenToNominees: true, isCorrectable: true },
  ...{ hasLetter: true, isSendersOwn: true, isAhead: true },
};
const from = (
  state: NominationState | null,
  by: "nominee" | "sender" | "host" | "merger" | "system",
  holds: object = all,
) => nominationStates.filter((to) => mayBecome(to, { from: state, by, holds })).join(" ");

describe("the ways of a nomination", () => {
  test.each([
    [null, "sender", "draft"],
    [null, "nominee", "draft"],
    [null, "host", ""],
    ["draft", "sender", "endorsed withdrawn"],
    ["draft", "host", ""],
    ["submitted", "sender", "endorsed returned withdrawn"],
    ["submitted", "host", "returned withdrawn"],
    ["endorsed", "sender", "withdrawn"],
    ["endorsed", "host", "returned withdrawn"],
    ["returned", "sender", "endorsed withdrawn"],
    ["returned", "host", "withdrawn"],
    ["withdrawn", "sender", ""],
    ["withdrawn", "merger", ""],
  ] as const)("from %s by %s: %s", (state, by, to) => {
    expect(from(state, by)).toBe(to);
  });

  test("lead to the host by a letter, and in time", () => {
    for (const state of ["draft", "submitted"] as const) {
      expect(from(state, "sender", { ...all, hasLetter: false })).not.toContain("endorsed");
      expect(from(state, "sender", { ...all, isOpen: false })).not.toContain("endorsed");
    }
    // what was returned may be put right after the end
    expect(from("returned", "sender", { ...all, isOpen: false })).toContain("endorsed");
    expect(from("returned", "sender", { ...all, isOpen: false, isCorrectable: false })).toBe("withdrawn");
    // what a sender has begun is not the nominee's to send
    expect(from("draft", "nominee", { ...all, isSendersOwn: false })).toBe("submitted withdrawn");
    expect(from("draft", "nominee")).toBe("withdrawn");
  });

  test("end nowhere but in a state that stands or was withdrawn", () => {
    for (const { to, from: state } of nominationWays) {
      expect(nominationStates).toContain(to);
      if (state) expect(standingStates as readonly string[]).toContain(state);
    }
    expect(waysFrom(nominationWays, { from: "withdrawn", by: "sender", holds: all })).toEqual([]);
  });
});

test("nobody but the system ends a substitute's nomination whose seat can no longer change hands", () => {
  for (const state of ["draft", "submitted", "endorsed", "returned"] as const) {
    expect(from(state, "system", { ...all, isOutdated: true })).toBe("withdrawn");
    expect(from(state, "system")).toBe("");
  }
  for (const state of ["selected", "notSelected", "withdrawn"] as const)
    expect(from(state, "system", { ...all, isOutdated: true })).toBe("");
});

test.each([
  ["endorsed", "sender", "sender", "nominee host"],
  ["endorsed", "host", "sender", "nominee sender"],
  ["endorsed", "nominee", "nominee", "nominee sender host"],
  ["returned", "nominee", "sender", "nominee sender host"],
  ["submitted", "nominee", "nominee", "nominee sender"],
  ["submitted", "sender", "nominee", "nominee"],
  ["draft", "sender", "sender", ""],
  ["draft", "nominee", "sender", "sender"],
  ["draft", "nominee", "nominee", "nominee"],
  ["endorsed", "merger", "sender", ""],
  ["endorsed", "system", "sender", ""],
] as const)("a withdrawal out of %s by %s, where %s had begun: %s are told", (state, who, begunBy, readers) => {
  const told = toldOfWithdrawal({ from: state, who, begunBy });
  expect((["nominee", "sender", "host"] as const).filter((one) => told[one]).join(" ")).toBe(readers);
});

test("a sender sends what they have begun, and what came back", () => {
  const ready = nominationStates.filter((state) => isReadyToSend({ state, begunBy: "sender", inPlaceOfId: null }));
  expect(ready).toEqual(["draft", "returned"]);
  expect(nominationStates.some((state) => isReadyToSend({ state, begunBy: "nominee", inPlaceOfId: null }))).toBe(false);
});

test("ranks have no gaps however they are moved, as a list that is spliced", () => {
  const moves = fc.array(fc.tuple(fc.nat(6), fc.constantFrom("up" as const, "down" as const)), { maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), moves, (count, steps) => {
      const model = Array.from({ length: count }, (_, index) => `n${index}`);
      let items = model.map((id, index) => ({ id, rank: index + 1 }));
      for (const [place, step] of steps) {
        const id = items[place]?.id ?? "gone";
        const order = reordered(items, id, step);
        const at = model.indexOf(id);
        const to = step === "up" ? at - 1 : at + 1;
        if (at >= 0 && to >= 0 && to < model.length) model.splice(to, 0, ...model.splice(at, 1));
        else expect(order).toBeNull();
        if (order) items = order.map((one, index) => ({ ...one, rank: index + 1 }));
        expect(items.map((one) => one.id)).toEqual(model);
      }
    }),
  );
});

test("nobody is left out in silence: all may be nominated, or there is a reason", () => {
  const person = fc.record({ isOwn: fc.boolean(), isEnrolled: fc.boolean(), isNominated: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 6 }),
      fc.nat(6),
      fc.nat(6),
      fc.boolean(),
      (people, standing, most, isOpen) => {
        const refusal = nominatingRefusal(people, { isOpen, standing, most });
        const isFit = people.every((one) => one.isOwn && !one.isEnrolled && !one.isNominated);
        expect(refusal === null).toBe(isOpen && isFit && standing + people.length <= most);
      },
    ),
  );
});
