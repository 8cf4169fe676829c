import { redirect } from "@remix-run/node";
import { guardedLoader } from "#app/web/form-door.ts";

/** The administrators' first page. */
export const loader = guardedLoader("account.change", async ({ locale }) => redirect(`/${locale}/admin/accounts`));
