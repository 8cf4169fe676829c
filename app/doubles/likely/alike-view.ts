import type { InstitutionOf } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import type { listAlike } from "./alike.queries.ts";

type Found = Awaited<ReturnType<typeof listAlike>>;

/** Those who may be the same person, as a page shows them. */
export const alikeRows = (found: Found, institutionOf: InstitutionOf) =>
  found.map(({ id, by, institutionId, post, ...names }) => ({
    id,
    by,
    name: shownName(names),
    institution: institutionOf(institutionId),
    post: post ?? "",
  }));
