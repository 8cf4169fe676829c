import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { locales } from "#app/i18n/locales.ts";
import { paragraphsOf } from "#app/messages/letter/letter-view.ts";
import type { WholeMessage } from "#app/messages/queries.ts";
import { type CopyState, copyState, writtenIn } from "#app/messages/rules.ts";
import { shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryPlace } from "#app/web/search-params.ts";
import { type Copy, listCopyPage, listCopyStates } from "./copies.queries.ts";

export const copyStates = ["sent", "waiting", "failed", "noAddress"] as const satisfies CopyState[];
const pageSize = 50;

type Visit = Pick<Reading, "db" | "locale" | "t" | "actor" | "url">;

/** A message that has gone: what became of each copy, and what it said. */
export async function deliveryView({ db, locale, t, actor, url }: Visit, message: WholeMessage) {
  if (message.state !== "sent") return null;
  const { id, texts } = message;
  const states = (await listCopyStates(db, id)).map(copyState);
  const state = queryChoice(url, "state", copyStates);
  const place = queryPlace<"messageRecipient">(url);
  const { rows, ...neighbours } = await listCopyPage(db, id, { place, state, size: pageSize });
  return {
    total: states.length,
    counts: Object.fromEntries(copyStates.map((one) => [one, states.filter((own) => own === one).length])) as Record<
      CopyState,
      number
    >,
    state,
    city: cityOf(actor.zone, t),
    rows: rows.map((copy: Copy) => ({
      id: copy.id,
      name: shownName(copy),
      email: copy.toAddress ?? "",
      locale: copy.locale,
      textLocale: copy.textLocale,
      state: copyState(copy),
      reason: copy.failedAt ? (copy.lastError ?? "") : "",
      sentAt: whenSent(copy, (at) => formatInstant(locale, at, actor.zone)),
    })),
    ...neighbours,
    texts: locales
      .filter((one) => writtenIn(texts).includes(one))
      .map((one) => ({
        locale: one,
        subject: texts.subject[one] ?? "",
        paragraphs: paragraphsOf(texts.body[one] ?? ""),
      })),
  };
}

/** A demo sends nothing: there it is when the letter was ready to be read. */
function whenSent({ sentAt, doneAt, composedAt, ...copy }: Copy, format: (at: Instant) => string): string {
  if (copyState({ doneAt, ...copy }) !== "sent") return "";
  const at = sentAt ?? doneAt ?? composedAt;
  return at ? format(at) : "";
}
