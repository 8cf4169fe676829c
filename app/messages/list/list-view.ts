import { formatInstant } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { listMessages } from "#app/messages/queries.ts";
import { readChoice } from "#app/tables/list.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryPlace, queryText } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";
import { letterColumns, letterRow } from "./letter-list.tsx";
import { letterStates, listedKinds } from "./letter-state.rules.ts";
import { listLetters } from "./letters.queries.ts";

const pageSize = 50;

type Visit = Pick<Reading, "db" | "locale" | "actor" | "url">;

/** The messages that were written in a workshop, the newest first. */
export async function writtenMessages({ db, locale, actor }: Visit, workshopId: Id<"workshop">) {
  const moment = (at: Parameters<typeof formatInstant>[1]) => formatInstant(locale, at, actor.zone);
  return (await listMessages(db, workshopId)).map(
    ({ id, state, audience, subject, sendAt, sentAt, stayedAt, changedAt }) => ({
      id,
      state,
      audience,
      subject: textIn(subject, locale),
      hasStayed: stayedAt !== null,
      at: moment(sentAt ?? sendAt ?? stayedAt ?? changedAt),
    }),
  );
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
