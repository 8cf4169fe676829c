import { redirect } from "@remix-run/node";
import { guardedLoader } from "#app/web/guard.ts";

/** The administrators' first page. */
export const loader = guardedLoader("account.change", async ({ locale }) => redirect(`/${locale}/admin/accounts`));
