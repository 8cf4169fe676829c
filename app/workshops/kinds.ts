export const modes = ["onSite", "online", "hybrid"] as const;
export type Mode = (typeof modes)[number];
