import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";

/** Enrolling and withdrawing are forms on the workshop's page. Whoever opens their address is sent to that page. */
export const toWorkshop = guardedLoader("own.read", async ({ locale, params }) =>
  redirect(to.workshop({ locale, code: params.code ?? "" })),
);
