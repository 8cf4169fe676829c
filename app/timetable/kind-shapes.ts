import type { SessionKind } from "./kinds.ts";

/** One form each in a square of twelve, told apart without colour: a board, a tool, a place, a voice, a way, a star. */
export const kindShapes: Record<SessionKind, string> = {
  lecture: "M.5 1h11v7.5H7V11H5V8.5H.5z",
  practice: "M6 1l5.5 10H.5z",
  siteVisit: "M6 .5 11.5 6 6 11.5.5 6z",
  discussion: "M.5 1.5h11v6.5H7l-4 3.5V8H.5z",
  orientation: "M1 1l10 5-10 5 2.5-5z",
  ceremony: "M6 .5l1.6 3.6 3.9.4-2.9 2.6.8 3.9L6 9l-3.4 2 .8-3.9L.5 4.5l3.9-.4z",
};
