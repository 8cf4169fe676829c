/**
 * The page of an address that leads elsewhere or only takes a form: it is never seen.
 * Without it Remix takes the address for a file's, and whoever is refused there sees an id on a white page.
 */
export default function NoPage() {
  return null;
}
