import { to } from "#app/addresses.ts";
import { fallbackLocale } from "#app/i18n/locales.ts";
import { isWithoutAccounts } from "#app/sign-in/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { createOneTimeLink } from "./one-time-links.commands.ts";

/** The link that makes the first administrator, valid for a day; null as soon as there is any account. */
export async function firstAdministratorLink(
  database: Database,
  { appUrl, at }: { appUrl: string; at: Instant },
): Promise<string | null> {
  return database.transact(async (trx) => {
    if (!(await isWithoutAccounts(trx))) return null;
    const token = await createOneTimeLink(trx, {
      accountId: null,
      purpose: "firstAdministrator",
      at,
      minutes: 24 * 60,
    });
    return appUrl + to.firstAdministrator({ locale: fallbackLocale, token });
  });
}
