import { listAccounts } from "#app/accounts/list.queries.ts";
import { pageByPage } from "#app/tables/list-file.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { asId } from "#db/id.ts";
import { accountList } from "./account-list.tsx";
import { accountRows, readAccountFilter } from "./account-rows.ts";

/** So many are read at once. */
const size = 250;

export const loader = listFile("account.change", async (visit) => {
  const { db, locale, url } = visit;
  const filter = readAccountFilter(url);
  const rowsOf = await accountRows(visit);
  const rows = pageByPage(async (after) => {
    const place = after === null ? null : { side: "after" as const, id: asId<"account">(after) };
    const page = await listAccounts(db, { ...filter, place, locale, size });
    return { rows: await rowsOf(page.rows), next: page.next };
  });
  return { list: accountList, rows };
});
