import { formatInstant } from "#app/i18n/format.ts";
import { shownSubject } from "#app/messages/letter/rendering.ts";
import { countMessages, listMessages } from "#app/messages/queries.ts";
import { readChoice } from "#app/tables/list.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryPlace, queryText } from "#app/web/search-params.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { letterColumns, letterRow } from "./letter-list.tsx";
import { letterStates, listedKinds } from "./letter-state.rules.ts";
import { listLetters } from "./letters.queries.ts";

const pageSize = 50;

type Visit = Pick<Reading, "db" | "locale" | "actor" | "url">;

/** So many stand above the letters; all of them on demand. */
const mostRecent = 20;
const mostWritten = 1_000;

/** The messages that were written in a workshop, the newest first: the last few, or all where they are asked for. */
export async function writtenMessages({ db, locale, actor, url }: Visit, workshop: Workshop) {
  const isWhole = queryChoice(url, "written", ["all"]) !== null;
  const moment = (at: Parameters<typeof formatInstant>[1]) => formatInstant(locale, at, actor.zone);
  const rows = (await listMessages(db, workshop.id, isWhole ? mostWritten : mostRecent)).map(
    ({ id, state, audience, subject, sendAt, sentAt, stayedAt, changedAt }) => ({
      id,
      state,
      audience,
      subject: shownSubject(subject, workshop, locale),
      hasStayed: stayedAt !== null,
      at: moment(sentAt ?? sendAt ?? stayedAt ?? changedAt),
    }),
  );
  const count = rows.length < mostRecent ? rows.length : await countMessages(db, workshop.id);
  return { rows, count };
}

/** Which letters an address asks for. */
export const letterFilter = (url: URL) => ({
  kind: queryChoice(url, "kind", listedKinds),
  state: queryChoice(url, "state", letterStates),
  person: queryText(url, "q"),
});

/** A page of the letters about a workshop, as the address asks for it. */
export async function letterList({ db, locale, actor, url }: Visit, { id, code }: Listed) {
  const filter = letterFilter(url);
  const page = await listLetters(db, id, { ...filter, place: queryPlace<"outbox">(url), size: pageSize });
  return {
    filter,
    previous: page.previous,
    next: page.next,
    zone: actor.zone,
    choice: readChoice(url, letterColumns(code, actor.zone, locale)),
    rows: page.rows.map(letterRow),
  };
}

type Listed = { id: Id<"workshop">; code: string };
