export const sessionKinds = ["lecture", "practice", "siteVisit", "discussion", "orientation", "ceremony"] as const;
export type SessionKind = (typeof sessionKinds)[number];
