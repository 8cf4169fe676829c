import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { publicLoader } from "#app/web/doors/form-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

/** The address in QR codes, in capitals too: on to the page in the reader's language. */
export const loader = publicLoader(async ({ locale, params }) =>
  redirect(to.verification({ locale, number: params.number ?? "" })),
);
