import { roles } from "#app/access/permissions.ts";
import { grantView } from "#app/accounts/grants/grant-places.ts";
import type { listAccounts } from "#app/accounts/list.queries.ts";
import { listGrants } from "#app/accounts/queries.ts";
import { institutionLabels } from "#app/institutions/choices.ts";
import { shownName } from "#app/people/names.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";

type Account = Awaited<ReturnType<typeof listAccounts>>["rows"][number];
export type AccountRow = Awaited<ReturnType<Awaited<ReturnType<typeof accountRows>>>>[number];

/** What the address asks for. */
export const readAccountFilter = (url: URL) => ({ q: queryText(url, "q"), role: queryChoice(url, "role", roles) });

/** How accounts are listed, so many of them at a time. */
export async function accountRows({ db, locale, t, at }: Reading) {
  const institutions = await institutionLabels(db, { locale, t, at });
  return async (accounts: readonly Account[]) => {
    const grants = await listGrants(
      db,
      accounts.map(({ id }) => id),
    );
    const grantsOf = Map.groupBy(grants, ({ accountId }) => accountId);
    return accounts.map((account) => ({
      id: account.id,
      name: shownName(account),
      email: account.email,
      institution: institutions.find(({ value }) => value === account.institutionId)?.label ?? "",
      state: account.state,
      grants: (grantsOf.get(account.id) ?? []).map((grant) => grantView(grant, institutions)),
    }));
  };
}
