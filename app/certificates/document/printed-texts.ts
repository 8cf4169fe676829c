import type { Id } from "#db/id.ts";
import type { Shared } from "./compose.ts";
import type { PrintedText } from "./gaps.rules.ts";

type Holder = { institutionId: Id<"institution"> | null };

/** Every text that certificates for these people print in three languages, in the order of the page. */
export function printedTexts({ written, institutions }: Shared, holders: readonly Holder[]): PrintedText[] {
  const { programme, title, venue, parties, signatories } = written;
  const own = institutions.filter(
    ({ id }) => holders.some(({ institutionId }) => institutionId === id) && !parties.some((party) => party.id === id),
  );
  const named = (kind: "party" | "institution") => (institution: (typeof institutions)[number]) => ({
    kind,
    of: institution.acronym,
    code: institution.code,
    texts: institution.name,
  });
  return [
    { kind: "title", of: "", texts: title },
    { kind: "venue", of: "", texts: venue },
    { kind: "programme", of: "", texts: programme },
    ...parties.map(named("party")),
    ...own.map(named("institution")),
    ...signatories.map(({ name, post }) => ({ kind: "post" as const, of: name, texts: post })),
  ];
}
