import type { Id } from "#db/id.ts";

type Link = { id: Id<"certificate">; replacesId: Id<"certificate"> | null };

/**
 * Finds, of any certificate, the first of those that replaced one another up to it. By its day institutions keep the
 * names that they bore: who is corrected in a document of 2017 worked for the authority of 2017.
 */
export function firstsAmong<Certificate extends Link>(all: readonly Certificate[]): (from: Certificate) => Certificate {
  const byId = new Map(all.map((one) => [one.id, one]));
  return (from) => {
    let first = from;
    for (let steps = 0; first.replacesId !== null && steps < all.length; steps += 1)
      first = byId.get(first.replacesId) ?? first;
    return first;
  };
}
