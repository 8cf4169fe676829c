import { attempt } from "#app/limits/commands.ts";
import { attemptsOf, minutesToWait, uploadLimits } from "#app/limits/limits.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { type Guarded, refuse, type Visit } from "./door.ts";

/** Counted before the file is read: whoever sends too much costs nothing more. */
export async function countUpload({ actor, at, context }: Visit & Guarded, values: Fields): Promise<void> {
  const { database, settings, address } = context;
  const attempts = attemptsOf(uploadLimits, { address, account: actor.accountId });
  const until = await attempt(database, attempts, at, settings.secret);
  if (until === null) return;
  const hours = String(Math.ceil(minutesToWait(at, until) / 60));
  refuse(invalid({ file: { key: "files:form.tooMany", values: { hours } } }, values, 429));
}
