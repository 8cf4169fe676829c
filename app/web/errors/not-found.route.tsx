import { publicLoader } from "#app/web/doors/form-door.ts";

/** Any address that is not on the map. */
export const loader = publicLoader(async () => {
  throw new Response(null, { status: 404 });
});

export default function NotFound() {
  return null;
}
