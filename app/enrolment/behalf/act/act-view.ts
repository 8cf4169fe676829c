import { listReached } from "#app/accounts/reached.queries.ts";
import { standsFrom, type UndoRefusal } from "#app/enrolment/behalf/behalf.rules.ts";
import { listActed } from "#app/enrolment/behalf/participant/history.queries.ts";
import { shownName } from "#app/people/names.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { asId, type Id } from "#db/id.ts";
import type { ActView } from "./act-notice.tsx";
import { findAct } from "./before.queries.ts";

const refusals = ["tooLate", "undone", "changed", "seatTaken", "marked", "writtenTo"] as const satisfies UndoRefusal[];

/** The act that the address names, of this workshop; null where it names none. */
export async function actView(
  { db, url, at }: Pick<Reading, "db" | "url" | "at">,
  workshopId: Id<"workshop">,
): Promise<ActView | null> {
  const id = queryText(url, "act", 64);
  const act = id ? await findAct(db, asId<"enrolmentAct">(id), workshopId) : null;
  if (!act) return null;
  const acted = await listActed(db, act.id);
  const reached = await listReached(
    db,
    acted.map(({ personId }) => personId),
  );
  const unreached = acted.filter(({ personId, byAccountId }) => byAccountId && !reached.has(personId));
  const refused = queryChoice(url, "refused", refusals);
  const mayUndo = !act.undoneAt && at < standsFrom(act.at) && refused !== "tooLate";
  return {
    id: act.id,
    kind: act.kind,
    outcomes: outcomesOf(acted, act.kind),
    unreached:
      act.kind === "overtaken" && acted.every(({ toState }) => toState === "reserve") ? [] : unreached.map(shownName),
    isUndone: act.undoneAt !== null,
    mayUndo,
    refused,
  };
}

type Acted = Awaited<ReturnType<typeof listActed>>;

function outcomesOf(acted: Acted, kind: ActView["kind"]): ActView["outcomes"] {
  const words = Map.groupBy(acted, (one) => wordOf(one, kind));
  return [...words].map(([word, people]) => ({ word, people: people.map(shownName) }));
}

function wordOf({ toState, byAccountId }: Acted[number], kind: ActView["kind"]): ActView["outcomes"][number]["word"] {
  if (!byAccountId) return "movedUp";
  if (toState === "withdrawn") return "out";
  if (toState === "confirmed") return "seat";
  return kind === "overtaken" ? "first" : "reserve";
}
