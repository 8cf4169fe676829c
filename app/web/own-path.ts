/** A path of ours to go on to after signing in, or null: never another site, never a script. */
export function ownPath(value: unknown): string | null {
  if (
    typeof value !== "string" ||
    value.length > 500 ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(value) ||
    value.includes("\\")
  )
    return null;
  const url = new URL(value, "https://puente.invalid");
  // what is left after `..` has been worked out may begin with two slashes again
  return url.host === "puente.invalid" && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}` : null;
}
