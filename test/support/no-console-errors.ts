import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

/** A test that means to cause one calls `vi.mocked(console.error).mockClear()` when it has looked at it. */
let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  const calls = [...errors.mock.calls];
  errors.mockRestore();
  expect(calls, "unexpected console.error").toEqual([]);
});
