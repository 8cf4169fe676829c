import type { NominationState } from "#app/nominations/nomination/rules.ts";

/**
 * `unsent`, `notCorrected`: it was not sent in time. `chosen`: the call has closed, and the host selects. `decided`: a
 * seat or a place in the reserve was announced, and the enrolment says how that stands.
 */
type OwnNext =
  | ("cancelled" | "enrolled" | "withdrawn" | "over")
  | ("draft" | "submitted" | "unsent")
  | ("returned" | "notCorrected" | "endorsed" | "chosen")
  | ("decided" | "notSelected");

type Standing = {
  state: NominationState;
  isCancelled: boolean;
  /** Has a seat in the workshop, or waits for one. */
  isEnrolled: boolean;
  /** The workshop has not begun. */
  isAhead: boolean;
  isOpen: boolean;
  isCorrectable: boolean;
};

/** What is next for a nominee, as their own page says it. */
export function nextFor({ state, isCancelled, isEnrolled, isAhead, isOpen, isCorrectable }: Standing): OwnNext {
  if (isCancelled) return "cancelled";
  if (isEnrolled) return "enrolled";
  if (state === "withdrawn" || state === "notSelected") return state;
  if (state === "selected" || state === "reserve") return "decided";
  if (!isAhead) return "over";
  if (state === "returned") return isCorrectable ? "returned" : "notCorrected";
  if (state === "endorsed") return isOpen ? "endorsed" : "chosen";
  return isOpen ? state : "unsent";
}

/** Whether a day stands behind what is next: the end of the call, or that of the correction. */
export const hasDay = (next: OwnNext) => ["draft", "submitted", "returned", "endorsed"].includes(next);
