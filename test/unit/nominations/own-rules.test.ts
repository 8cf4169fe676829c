import { expect, test } from "vitest";
import { nextFor } from "#app/nominations/own/own.rules.ts";

const open = { isCancelled: false, isEnrolled: false, isAhead: true, isOpen: true, isCorrectable: true };
const closed = { ...open, isOpen: false };

test("a nominee is told what is next: while the call is open, after it, and where nothing follows", () => {
  expect(nextFor({ ...open, state: "draft" })).toBe("draft");
  expect(nextFor({ ...open, state: "submitted" })).toBe("submitted");
  expect(nextFor({ ...closed, state: "draft" })).toBe("unsent");
  expect(nextFor({ ...closed, state: "submitted" })).toBe("unsent");
  expect(nextFor({ ...open, state: "endorsed" })).toBe("endorsed");
  expect(nextFor({ ...closed, state: "endorsed" })).toBe("chosen");
  expect(nextFor({ ...closed, state: "returned" })).toBe("returned");
  expect(nextFor({ ...closed, isCorrectable: false, state: "returned" })).toBe("notCorrected");
  expect(nextFor({ ...open, state: "withdrawn" })).toBe("withdrawn");
  expect(nextFor({ ...closed, isAhead: false, state: "endorsed" })).toBe("over");
  expect(nextFor({ ...closed, isEnrolled: true, isAhead: false, state: "endorsed" })).toBe("enrolled");
  expect(nextFor({ ...closed, state: "selected" })).toBe("decided");
  expect(nextFor({ ...closed, state: "reserve" })).toBe("decided");
  expect(nextFor({ ...closed, isAhead: false, state: "notSelected" })).toBe("notSelected");
  expect(nextFor({ ...open, isCancelled: true, isEnrolled: true, state: "draft" })).toBe("cancelled");
});
