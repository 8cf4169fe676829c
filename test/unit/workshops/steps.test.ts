import { describe, expect, test } from "vitest";
import type { Instant } from "#app/time/instant.ts";
import { type Moment, moments } from "#app/workshops/moments.rules.ts";
import { states, type WorkshopState, workshopWays } from "#app/workshops/rules.ts";
import { type Gathered, type StepRefusal, stepRefusal, stepsOf } from "#app/workshops/steps.rules.ts";

const timing = {
  zone: "Asia/Tokyo",
  startsOn: "2026-11-26",
  endsOn: "2026-11-26",
  beginsAt: "2026-11-26T00:00:00.000Z",
  endsAt: "2026-11-26T03:00:00.000Z",
} as const;

const instants: Record<Moment, Instant> = {
  ahead: "2026-11-25T14:59:59.999Z",
  firstDay: "2026-11-25T15:00:00.000Z",
  underWay: "2026-11-26T00:00:00.000Z",
  over: "2026-11-26T03:00:00.000Z",
};

const standing = (state: WorkshopState, seatsTaken = 0, reserveCount = 0) => ({
  ...timing,
  ...{ state, seatsTaken, reserveCount },
});

type Facts = Required<Gathered> & { hasPeople: boolean; moment: Moment };

const yesOrNo = [true, false];
const everyFact: Facts[] = moments.flatMap((moment) =>
  yesOrNo.flatMap((isWritten) =>
    yesOrNo.flatMap((isHeld) =>
      yesOrNo.flatMap((hasCertificates) =>
        yesOrNo.flatMap((hasReason) =>
          yesOrNo.flatMap((hasPeople) =>
            yesOrNo.map((isUnnoticed) => ({
              ...{ moment, isWritten, isHeld, hasCertificates, hasReason, hasPeople, isUnnoticed },
            })),
          ),
        ),
      ),
    ),
  ),
);

/** Every way in words, for whom no table was at hand: what is said where it is closed. */
function expected(from: WorkshopState, to: WorkshopState, facts: Facts): StepRefusal | null {
  const { moment, isWritten, isHeld, hasCertificates, hasReason, hasPeople, isUnnoticed } = facts;
  const living = ["draft", "published", "open", "closed", "running"];
  if (to === "cancelled" && living.includes(from)) return null;
  switch (`${from} ${to}`) {
    case "draft published":
      return isWritten ? null : "incomplete";
    case "cancelled draft":
      return isUnnoticed ? null : "noticed";
    case "open published":
    case "published draft":
      return hasPeople ? "hasPeople" : null;
    case "published open":
    case "open closed":
    case "closed open":
      return null;
    case "closed running":
      return moment === "ahead" ? "tooEarlyToStart" : null;
    case "running completed":
      return isHeld && (moment === "underWay" || moment === "over") ? null : "tooEarly";
    case "running closed":
      return hasReason ? null : "noReason";
    case "completed running":
      return hasCertificates ? "certified" : hasReason ? null : "noReason";
    default:
      return "notFromHere";
  }
}

describe("the steps of a workshop", () => {
  test("from every state to every other, whatever is so: open, or closed for the reason that was meant", () => {
    for (const from of states)
      for (const to of states)
        for (const facts of everyFact) {
          const { moment, hasPeople, ...gathered } = facts;
          for (const workshop of hasPeople ? [standing(from, 1), standing(from, 0, 1)] : [standing(from)])
            expect([from, to, facts, stepRefusal(workshop, to, gathered, instants[moment])]).toEqual([
              ...[from, to, facts, expected(from, to, facts)],
            ]);
        }
  });

  test("what nobody has gathered keeps a way closed that depends on it", () => {
    for (const moment of moments) {
      const refusal = (from: WorkshopState, to: WorkshopState) => stepRefusal(standing(from), to, {}, instants[moment]);
      expect(refusal("draft", "published")).toBe("incomplete");
      expect(refusal("running", "completed")).toBe("tooEarly");
      expect(refusal("running", "closed")).toBe("noReason");
      expect(refusal("completed", "running")).toBe("certified");
    }
  });

  test("are offered in this order, also those that are still closed", () => {
    const offered = (state: WorkshopState) => stepsOf(standing(state), {}, instants.ahead).map(({ to }) => to);
    expect(Object.fromEntries(states.map((state) => [state, offered(state)]))).toEqual({
      draft: ["published", "cancelled"],
      published: ["open", "draft", "cancelled"],
      open: ["closed", "published", "cancelled"],
      closed: ["running", "open", "cancelled"],
      running: ["completed", "closed", "cancelled"],
      completed: ["running"],
      cancelled: ["draft"],
    });
  });

  test("lead back only with a reason, and each is told once, by a coordinator", () => {
    const back = states.flatMap((from) =>
      stepsOf(standing(from), {}, instants.over).flatMap(({ to, isBack }) => (isBack ? [`${from} ${to}`] : [])),
    );
    expect(back).toEqual(["running closed", "completed running"]);
    expect(new Set(workshopWays.map(({ from, to }) => `${from} ${to}`)).size).toBe(workshopWays.length);
    expect(new Set(workshopWays.map(({ by }) => by))).toEqual(new Set(["coordinator"]));
  });

  test("lead from a draft to the end", () => {
    const way = ["draft", "published", "open", "closed", "running", "completed"] as const;
    const gathered = { isWritten: true, isHeld: true };
    for (const [i, state] of way.slice(0, -1).entries())
      expect(stepRefusal(standing(state), way[i + 1] as WorkshopState, gathered, instants.underWay)).toBeNull();
  });
});
