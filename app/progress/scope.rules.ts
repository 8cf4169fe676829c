import type { Reach } from "#app/access/permissions.ts";
import type { Id } from "#db/id.ts";
import type { Period } from "./rules.ts";

/**
 * What the figures are about: workshops within reach, of one programme or all, that start within a period or any time.
 */
export type Scope = { reach: Reach; programmeId: Id<"programme"> | null; period: Period | null };

/** Whose figures: of one country or all, of one institution (its code, or `none`) or all. */
export type OriginFilter = { country: string | null; institution: string | null };
