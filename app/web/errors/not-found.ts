/** What is missing and what is out of reach look the same. */
export function orNotFound<Found>(found: Found | null | undefined): Found {
  if (found === null || found === undefined) throw new Response(null, { status: 404 });
  return found;
}
