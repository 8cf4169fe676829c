import { publicLoader } from "#app/web/doors/form-door.ts";

export { default } from "./no-page.tsx";

/** Any address that is not on the map. */
export const loader = publicLoader(async () => {
  throw new Response(null, { status: 404 });
});
