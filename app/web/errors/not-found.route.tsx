import { publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";

export { default } from "./no-page.tsx";

/** Any address that is not on the map. */
export const loader = publicLoader(async () => {
  throw new Response(null, { status: 404 });
});

/** Nor is it there for a form, such as one of a page that is older than the program. */
export const action = publicAction(noFields, async () => {
  throw new Response(null, { status: 404 });
});
