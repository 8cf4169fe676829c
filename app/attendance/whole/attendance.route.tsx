import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

/** The marks of a whole workshop are files. Beside their links stands what they add up to: the participants. */
export const loader = guardedLoader("attendance.record", async ({ locale, params }) =>
  redirect(to.participants({ locale, code: params.code ?? "" })),
);
