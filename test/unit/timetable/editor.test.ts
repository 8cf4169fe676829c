import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthOf, movedFacts, roomMadeFor, wallAt } from "#app/timetable/editor/moving/moves.rules.ts";
import { appliedAct, createHistory, type PlanChange } from "#app/timetable/editor/saving/history.rules.ts";
import { newSessionId } from "#app/timetable/editor/saving/new-session-id.ts";
import { decide, type PlannedFacts, sentChange } from "#app/timetable/plan/acts.rules.ts";

const session = (id: string, from: number, to: number): PlannedFacts => ({
  ...{ id, number: 1, zone: "America/Mexico_City", kind: "lecture", room: "", isCounted: true, title: { es: id } },
  ...{ venueId: null, roomId: null, booked: "", startsHour: null, endsHour: null },
  ...{ startsLocal: wallAt("2026-11-23", from), endsLocal: wallAt("2026-11-23", to) },
});

const minute = fc.integer({ min: 0, max: 80 }).map((step) => step * 15);
const length = fc.integer({ min: 1, max: 8 }).map((step) => step * 15);
const some = fc
  .uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1, maxLength: 6 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.tuple(minute, length).map(([from, long]) => session(id, from, from + long)))),
  );

describe("history", () => {
  test("undone as a whole, everything is as it was; done again, as it became", () => {
    const move = fc.tuple(fc.nat(), fc.integer({ min: -8, max: 8 }), fc.constantFrom("move", "add", "remove", "title"));
    fc.assert(
      fc.property(some, fc.array(move, { maxLength: 12 }), (start, acts) => {
        const sessions = new Map(start.map((one) => [one.id, one]));
        const history = createHistory();
        const write = (changes: readonly PlanChange[]) => {
          for (const { id, after } of changes) after ? sessions.set(id, after) : sessions.delete(id);
        };
        for (const [index, by, kind] of acts) {
          const before = [...sessions.values()][index % Math.max(1, sessions.size)] ?? null;
          const fresh = session(`new${index}`, 0, 60);
          const after = {
            move: before && movedFacts(before, { minutes: by * 15 }),
            title: before && { ...before, title: { es: String(by) } },
          };
          const change =
            kind === "add"
              ? [{ id: fresh.id, before: null, after: fresh }]
              : before
                ? [{ id: before.id, before, after: kind === "remove" ? null : after[kind as "move"] }]
                : [];
          if (change.some(({ id, before }) => before === null && sessions.has(id))) continue;
          history.did({ name: kind, changes: change });
          write(change);
        }
        const end = new Map(sessions);
        for (let act = history.undo(); act; act = history.undo()) write(appliedAct(act, sessions));
        expect(sessions).toEqual(new Map(start.map((one) => [one.id, one])));
        for (let act = history.redo(); act; act = history.redo()) write(appliedAct(act, sessions));
        expect(new Map([...sessions].sort())).toEqual(new Map([...end].sort()));
      }),
    );
  });
});

describe("room that is made", () => {
  test("leaves no two sessions at the same time, and each as long as it was", () => {
    fc.assert(
      fc.property(some, ([placed, ...resting]) => {
        const moved = roomMadeFor([placed!], resting);
        if (!moved) return;
        const all = [placed!, ...resting.map((one) => moved.find(({ id }) => id === one.id) ?? one)];
        for (const [index, a] of all.entries())
          for (const b of all.slice(index + 1))
            expect(a.startsLocal < b.endsLocal && b.startsLocal < a.endsLocal).toBe(false);
        for (const one of moved) expect(lengthOf(one)).toBe(lengthOf(resting.find(({ id }) => id === one.id)!));
      }),
    );
  });
});

describe("two who change the same plan", () => {
  test("keep what only one of them changed; what both changed is a conflict, in either order", () => {
    const change = fc.record({
      minutes: fc.constantFrom(0, 15, 30),
      title: fc.constantFrom("a", "b", "c"),
      room: fc.constantFrom("", "1"),
    });
    fc.assert(
      fc.property(change, change, (mine, theirs) => {
        const start = { ...session("a", 540, 600), title: { es: "a" } };
        const made = ({ minutes, title, room }: typeof mine) => ({
          ...movedFacts(start, { minutes }),
          title: { es: title },
          room,
        });
        const [one, other] = [made(mine), made(theirs)];
        const sent = sentChange(start, one);
        if (!sent) return;
        const { decided, conflicts } = decide([sent], [other]);
        const isBoth = (["minutes", "title", "room"] as const).some(
          (part) => mine[part] !== theirs[part] && made(mine) && isChanged(part, mine) && isChanged(part, theirs),
        );
        expect(conflicts.length > 0).toBe(isBoth);
        if (isBoth) return;
        const [result] = decided;
        const merged = result?.kind === "change" ? result.facts : other;
        expect(merged.title.es).toBe(isChanged("title", mine) ? mine.title : theirs.title);
        expect(merged.room).toBe(isChanged("room", mine) ? mine.room : theirs.room);
      }),
    );
  });
  const unchanged = { minutes: 0, title: "a", room: "" };
  const isChanged = (part: keyof typeof unchanged, { [part]: value }: Record<keyof typeof unchanged, unknown>) =>
    value !== unchanged[part];
});

test("an id is one of version 7, and another each time", () => {
  const ids = Array.from({ length: 1_000 }, newSessionId);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
