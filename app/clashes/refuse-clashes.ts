import { data } from "@remix-run/node";
import { refuse } from "#app/web/doors/door.ts";
import type { Acting } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Id } from "#db/id.ts";
import { clashViews } from "./clash-view.ts";
import { settleClashes } from "./commands.ts";

/** A form that plans, with the reason for which something may stand all the same. */
type Planning = Acting<{ clashReason: string }>;

/**
 * Undoes what was written where something is in its way, and shows it: it is planned otherwise, or given a reason.
 * @param more what else the page needs to come back
 */
export async function refuseClashes(
  visit: Planning,
  sessionIds: readonly Id<"session">[],
  more: Record<string, unknown> = {},
): Promise<void> {
  const { trx, reach, locale, t, input, values, by } = visit;
  const { clashes, placed } = await settleClashes(trx, { sessionIds, reason: input.clashReason }, by);
  if (!clashes.length) return;
  const { data: given } = invalid({ clashReason: "clashes:reason.needed" }, values);
  const shown = await clashViews({ db: trx, reach, locale, t }, clashes, placed);
  refuse(data({ ...given, ...more, clashes: shown }, { status: 409 }));
}
