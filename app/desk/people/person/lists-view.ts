import { may, reachOf } from "#app/access/permissions.ts";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import { listProgrammesListing } from "#app/programmes/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Id } from "#db/id.ts";

/** The programmes on whose lists somebody is, and those on whose lists this reader may put them. */
export async function programmeListsOf({ db, actor, locale, t }: Reading, personId: Id<"person">) {
  const mayChange = may(actor, "person.change");
  const listed = await listProgrammesListing(db, personId);
  const programmes = mayChange ? await programmeChoices(db, { locale, t }, reachOf(actor, "person.change")) : [];
  const labelOf = (id: string) => programmes.find(({ value }) => value === id)?.label;
  return {
    mayChange,
    listed: listed.map(({ id, code }) => ({ id, label: labelOf(id) ?? code, mayTakeOff: labelOf(id) !== undefined })),
    open: programmes.filter(({ value }) => !listed.some(({ id }) => id === value)),
  };
}
