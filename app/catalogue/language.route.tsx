import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { detectLocale } from "#app/i18n/detect.ts";
import { publicLoader } from "#app/web/doors/form-door.ts";

export { default } from "#app/web/errors/no-page.tsx";

/** `/`: by cookie, then the browser's languages, then Spanish. */
export const loader = publicLoader(async ({ request }) =>
  redirect(to.home({ locale: detectLocale(request.headers) }), { headers: { Vary: "Cookie, Accept-Language" } }),
);
