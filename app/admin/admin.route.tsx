import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

/** The administrators' first page. */
export const loader = guardedLoader("account.change", async ({ locale }) => redirect(to.accounts({ locale })));
