import type { ReactNode } from "react";

export type Tone = "good" | "warn" | "bad" | "key" | "quiet";

/** A status is shape and word and colour, never colour alone. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
