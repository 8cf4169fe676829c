import type { SessionKind } from "./kinds.ts";

/** One form each in a square of twelve, told apart without colour: a board, a tool, a place, a voice, … */
export const kindShapes: Record<SessionKind, string> = {
  lecture: "M.5 1h11v7.5H7V11H5V8.5H.5z",
  practice: "M6 1l5.5 10H.5z",
  siteVisit: "M6 .5 11.5 6 6 11.5.5 6z",
  discussion: "M.5 1.5h11v6.5H7l-4 3.5V8H.5z",
  orientation: "M1 1l10 5-10 5 2.5-5z",
  ceremony: "M6 .5l1.6 3.6 3.9.4-2.9 2.6.8 3.9L6 9l-3.4 2 .8-3.9L.5 4.5l3.9-.4z",
  presentation: "M1 7h2.5v4.5H1zM4.75 4h2.5v7.5h-2.5zM8.5.5H11v11H8.5z",
  evaluation: "M.5 6.5l2-2 2.3 2.3 4.9-5.3 1.8 1.8-6.7 7.2z",
  test: "M1 1h10v2.2H1zM1 4.9h10v2.2H1zM1 8.8h10V11H1z",
  briefing: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
  transfer: "M.5 6L4 2.5v2.3h4V2.5L11.5 6 8 9.5V7.2H4v2.3z",
  cultural: "M.5 1h11v2H9.8v8.5h-2V6H4.2v5.5h-2V3H.5z",
  selfStudy: "M2 1.5h8V8H2zM.3 9h11.4v1.8H.3z",
  free: "M6 .5a5.5 5.5 0 1 1 0 11A5.5 5.5 0 0 1 6 .5zM6 3.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z",
};
