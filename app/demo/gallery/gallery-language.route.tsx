import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { publicLoader } from "#app/web/doors/form-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

/** The gallery in the reader's language; there is none outside a demo. */
export const loader = publicLoader(async ({ locale, context: { settings } }) => {
  if (!settings.demo) throw new Response(null, { status: 404 });
  return redirect(to.galleryIn({ locale }));
});
