import { z } from "zod";
import { requiredId } from "#app/web/fields.ts";

/** Releases a quota before its day. */
export const releaseForm = z.object({ quota: requiredId<"quota">() });
