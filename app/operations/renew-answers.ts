import { renewals } from "#app/reactions.ts";
import { type AnswerKeys, addKey, keepFirstKey } from "#app/settings/answer-keys.ts";
import type { Database } from "#db/database.ts";
import { explainAndExit, openSite } from "./open.ts";

type Site = { database: Database; keys: AnswerKeys };

/**
 * Seals sensitive answers by a new key, which is made in the file of keys; where ANSWERS_KEY is set, by its first one.
 * It may run beside a site that is in use.
 * @returns what to say, and whether all went well
 */
export async function renewAnswers({ database, keys }: Site): Promise<{ said: string; isWell: boolean }> {
  if ("file" in keys) addKey(keys.file);
  const { renewed, lost } = await renewals.renewSealed(database, keys);
  const former =
    "file" in keys
      ? `The former key stays in ${keys.file}, as older backups need it; -- --forget takes it out.`
      : "Once every server has the new key first, the former one may leave ANSWERS_KEY.";
  return { said: `${renewed} sections are sealed by the new key. ${lostText(lost)}${former}`, isWell: lost === 0 };
}

/** Takes former keys out of the file, unless something still needs one of them. */
export async function forgetKeys({ database, keys }: Site): Promise<{ said: string; isWell: boolean }> {
  if (!("file" in keys)) return { said: "ANSWERS_KEY is set: take former keys out of it by hand.", isWell: false };
  const { lost } = await renewals.renewSealed(database, keys);
  if (lost > 0) return { said: `${lostText(lost)}Nothing was taken out.`, isWell: false };
  keepFirstKey(keys.file);
  return { said: `${keys.file} holds the newest key alone. Keep a copy of it.`, isWell: true };
}

const lostText = (lost: number) => (lost > 0 ? `${lost} sections open by none of the keys and are as they were. ` : "");

/** `npm run answers:renew`, and `-- --forget` later on. */
async function run(args: readonly string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== "--forget");
  if (unknown.length) throw new Error(`Unknown: ${unknown.join(" ")}. The only option is --forget.`);
  const { database, settings } = await openSite(process.env, "jobs");
  const site = { database, keys: settings.answerKeys };
  const { said, isWell } = await (args.includes("--forget") ? forgetKeys(site) : renewAnswers(site));
  console.log(said);
  process.exitCode = isWell ? 0 : 1;
  await database.close();
}

if (import.meta.main) await run(process.argv.slice(2)).catch(explainAndExit);
