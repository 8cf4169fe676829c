import { z } from "zod";

/** One press shows one section. */
export const unsealForm = z.object({ section: z.string().min(1).max(64) });
