export const modes = ["onSite", "online", "hybrid"] as const;
