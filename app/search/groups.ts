import { may } from "#app/access/permissions.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { certificateGroup } from "./certificate-group.ts";
import { type Group, marking, type Searching } from "./hits.ts";
import { institutionGroup, programmeGroup } from "./named-groups.ts";
import { accountGroup, peopleGroup } from "./people-groups.ts";
import { bestFirst, type GroupName } from "./ranking.rules.ts";
import { withoutHonorifics } from "./typed.rules.ts";
import { workshopGroup } from "./workshop-group.ts";

/** What this reader can search for: each kind takes a permission, and finds only what is within its reach. */
export function searchable({ actor }: Pick<Reading, "actor">): GroupName[] {
  const kinds: [GroupName, boolean][] = [
    ["people", may(actor, "participant.read")],
    ["workshops", true],
    ["certificates", true],
    ["institutions", may(actor, "programme.change") || may(actor, "progress.read")],
    ["programmes", may(actor, "programme.change")],
    ["accounts", may(actor, "account.change")],
  ];
  return kinds.filter(([, isShown]) => isShown).map(([name]) => name);
}

const finders: Record<GroupName, (sought: Searching) => Promise<Group[]>> = {
  people: peopleGroup,
  workshops: workshopGroup,
  certificates: certificateGroup,
  institutions: institutionGroup,
  programmes: programmeGroup,
  accounts: accountGroup,
};

/** What is found by every one of these words, group by group, the best group first. */
export async function findGroups(
  visit: Pick<Reading, "db" | "actor" | "locale" | "t" | "at">,
  typed: string,
  only: GroupName | null,
) {
  const q = withoutHonorifics(typed);
  const words = wordsOf(q);
  if (!words.length) return null;
  const sought: Searching = { ...visit, q, typed, words, only, mark: marking(words) };
  const groups: Group[] = [];
  for (const name of searchable(visit)) if (!only || only === name) groups.push(...(await finders[name](sought)));
  return bestFirst(groups, words);
}
