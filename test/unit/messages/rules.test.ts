import { describe, expect, test } from "vitest";
import {
  audienceOf,
  copyState,
  coverage,
  halfWritten,
  lackOf,
  mayMove,
  messageStates,
  textLocaleFor,
  timeRefusal,
  writtenIn,
} from "#app/messages/rules.ts";
import { plusDays } from "#app/time/instant.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-11-20T15:00:00.000Z" as const;

describe("whom a message is for", () => {
  const member = (name: string, state: "confirmed" | "reserve" | "withdrawn" | "completed") => ({
    enrolmentId: id("enrolment", name),
    state,
  });
  const members = [
    member("ana", "confirmed"),
    member("haruka", "reserve"),
    member("oscar", "withdrawn"),
    member("takumi", "completed"),
  ];
  const picks = {
    absent: new Set([id("enrolment", "ana"), id("enrolment", "oscar")]),
    chosen: new Set([id("enrolment", "haruka"), id("enrolment", "oscar")]),
  };

  test.each([
    ["all", ["ana", "haruka", "takumi"]],
    ["seated", ["ana", "takumi"]],
    ["reserve", ["haruka"]],
    ["absent", ["ana"]],
    ["chosen", ["haruka"]],
  ] as const)("%s leaves out whoever has withdrawn", (audience, names) => {
    const found = audienceOf(members, audience, picks).map(({ enrolmentId }) => enrolmentId);
    expect(found).toEqual(names.map((name) => id("enrolment", name)));
  });
});

describe("the languages of a message", () => {
  test("one counts that has both its subject and its text", () => {
    const texts = { subject: { es: "Aviso", ja: "お知らせ" }, body: { es: "Mañana", ja: " " } };
    expect(writtenIn(texts)).toEqual(["es"]);
    expect(halfWritten(texts)).toBe("body.ja");
    expect(halfWritten({ subject: {}, body: { en: "Tomorrow" } })).toBe("subject.en");
    expect(halfWritten({ subject: { es: "Aviso" }, body: { es: "Mañana" } })).toBeNull();
  });

  test("a reader without theirs gets Spanish, English or Japanese, in that order", () => {
    expect(textLocaleFor(["ja", "en"], "es")).toBe("en");
    expect(textLocaleFor(["ja"], "es")).toBe("ja");
    expect(textLocaleFor([], "es")).toBeNull();
  });

  test("what is missing is counted by those who read it", () => {
    const readers = [{ locale: "ja" as const }, { locale: "ja" as const }, { locale: "es" as const }];
    expect(coverage(readers, ["es"])).toEqual([
      { locale: "es", readers: 1, isWritten: true, instead: null },
      { locale: "ja", readers: 2, isWritten: false, instead: "es" },
      { locale: "en", readers: 0, isWritten: false, instead: "es" },
    ]);
  });
});

describe("what a message lacks", () => {
  const whole = { subject: { es: "Aviso" }, body: { es: "Mañana" } };
  const half = { subject: { es: "Aviso", ja: "お知らせ" }, body: { es: "Mañana" } };
  const session = id("session", "first");

  test.each([
    ["noText", { subject: {}, body: {} }, "all", null, 0],
    ["halfText", half, "all", null, 0],
    ["noSession", whole, "absent", null, 0],
    ["noReaders", whole, "absent", session, 0],
    ["noReaders", whole, "reserve", null, 0],
    [null, whole, "absent", session, 1],
    [null, whole, "chosen", null, 1],
  ] as const)("%s comes first", (lack, texts, audience, sessionId, readers) => {
    expect(lackOf({ texts, audience, sessionId }, readers)).toBe(lack);
  });
});

describe("the state of a message", () => {
  test("what has gone stays so, whatever is asked", () => {
    for (const to of messageStates) expect(mayMove("sent", to, { isReady: true })).toBe(false);
  });

  test("what waits is stopped before it is thrown away", () => {
    expect(mayMove("scheduled", "draft", { isReady: true })).toBe(true);
    expect(mayMove("scheduled", "cancelled", { isReady: true })).toBe(false);
    expect(mayMove("draft", "sent", { isReady: false })).toBe(false);
  });

  test("it waits for a time that exists, lies ahead, and is not too far", () => {
    expect(timeRefusal(null, at)).toBe("unreal");
    expect(timeRefusal(at, at)).toBe("past");
    expect(timeRefusal(plusDays(at, 180), at)).toBeNull();
    expect(timeRefusal(plusDays(at, 181), at)).toBe("far");
  });
});

describe("what became of a copy", () => {
  const jobId = id("outbox", "job");
  const copy = { jobId, waitsIn: jobId, doneAt: null, failedAt: null, lastError: null };

  test.each([
    ["waiting", copy],
    ["sent", { ...copy, doneAt: at }],
    ["sent", { ...copy, waitsIn: null }],
    ["failed", { ...copy, failedAt: at, lastError: "EENVELOPE 550" }],
    ["noAddress", { ...copy, failedAt: at, lastError: "AccountDisabled" }],
    ["noAddress", { ...copy, jobId: null, waitsIn: null }],
  ] as const)("%s", (state, given) => {
    expect(copyState(given)).toBe(state);
  });
});
