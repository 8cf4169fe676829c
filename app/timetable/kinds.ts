/** What a session is, and whether one of its kind counts for completion unless its planner says otherwise. */
export const countsByKind = {
  lecture: true,
  practice: true,
  siteVisit: true,
  discussion: true,
  presentation: true,
  evaluation: true,
  test: true,
  orientation: false,
  briefing: false,
  ceremony: false,
  transfer: false,
  cultural: false,
  selfStudy: false,
  free: false,
} as const;

export type SessionKind = keyof typeof countsByKind;
export const sessionKinds = Object.keys(countsByKind) as [SessionKind, ...SessionKind[]];

/** Simultaneous runs beside the speaker. Consecutive takes turns with them, and halves what can be said. */
export const interpretations = ["none", "simultaneous", "consecutive"] as const;
export type Interpretation = (typeof interpretations)[number];

/** What whoever goes on a visit has to know. */
export const visitFields = ["host", "meetingPoint", "forbidden", "vehicle", "fallback"] as const;
export type VisitField = (typeof visitFields)[number];
