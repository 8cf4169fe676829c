import { formatInstant } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { listMessages } from "#app/messages/queries.ts";
import { readChoice } from "#app/tables/list.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryPlace } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";
import { letterList } from "./letter-list.tsx";
import { letterRow, readLetterFilter } from "./letter-row.ts";
import { listLetters } from "./letters.queries.ts";

const pageSize = 50;

type Visit = Pick<Reading, "db" | "locale" | "actor" | "url">;

/** The messages that were written in a workshop, the newest first. */
export async function writtenMessages({ db, locale, actor }: Visit, workshopId: Id<"workshop">) {
  const moment = (at: Parameters<typeof formatInstant>[1]) => formatInstant(locale, at, actor.zone);
  return (await listMessages(db, workshopId)).map(({ id, state, audience, subject, sendAt, sentAt, changedAt }) => ({
    id,
    state,
    audience,
    subject: textIn(subject, locale),
    at: moment(sentAt ?? sendAt ?? changedAt),
  }));
}

/** A page of the letters about a workshop, as the address asks for it. */
export async function letterPage({ db, locale, actor, url }: Visit, workshop: { id: Id<"workshop">; code: string }) {
  const filter = readLetterFilter(url);
  const page = await listLetters(db, workshop.id, { ...filter, place: queryPlace<"outbox">(url), size: pageSize });
  return {
    filter,
    choice: readChoice(url, letterList({ code: workshop.code, zone: actor.zone, locale })),
    zone: actor.zone,
    previous: page.previous,
    next: page.next,
    rows: page.rows.map(letterRow),
  };
}
