import { describe, expect, test } from "vitest";
import { failureCode } from "#app/outbox/failure.ts";
import { PermanentFailure, payloadOf } from "#app/outbox/job.ts";
import { maximumAttempts, retryAt } from "#app/outbox/rules.ts";

const at = "2026-11-23T15:00:00.000Z" as const;

describe("a failed job", () => {
  test.each([
    [1, "2026-11-23T15:01:00.000Z"],
    [2, "2026-11-23T15:05:00.000Z"],
    [3, "2026-11-23T15:30:00.000Z"],
    [4, "2026-11-23T17:00:00.000Z"],
    [5, "2026-11-23T21:00:00.000Z"],
    [6, "2026-11-24T03:00:00.000Z"],
    [7, "2026-11-24T15:00:00.000Z"],
  ])("tries again after attempt %i at %s", (attempts, expected) => {
    expect(retryAt(attempts, at)).toBe(expected);
  });

  test("gives up after its last attempt, and stays so", () => {
    for (const attempts of [maximumAttempts, maximumAttempts + 1, 1000]) expect(retryAt(attempts, at)).toBeNull();
  });
});

describe("a failure's code", () => {
  test.each([
    [
      Object.assign(new Error("550 5.1.1 <taro@example.jp> unknown"), { code: "EENVELOPE", responseCode: 550 }),
      "EENVELOPE 550",
    ],
    [Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "ECONNREFUSED"],
    [new TypeError("taro@example.jp is not iterable"), "TypeError"],
    [Object.assign(new Error("x"), { code: "taro@example.jp", name: "taro@example.jp" }), "Error"],
    [new PermanentFailure("NoAddress"), "NoAddress"],
    ["taro@example.jp", "Error"],
    [null, "Error"],
    [undefined, "Error"],
  ])("of %s holds no personal data", (error, expected) => {
    expect(failureCode(error)).toBe(expected);
  });
});

test("a job without what it needs fails for good", () => {
  const stored = JSON.stringify({ enrolmentId: "e1", other: "x" });
  expect(payloadOf(["enrolmentId"], stored)).toEqual({ enrolmentId: "e1" });
  expect(() => payloadOf(["enrolmentId", "accountId"], stored)).toThrow(PermanentFailure);
});
