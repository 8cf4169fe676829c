import { locales } from "#app/i18n/locales.ts";
import { paragraphsOf } from "#app/messages/letter/letter-view.ts";
import type { WholeMessage } from "#app/messages/queries.ts";
import { type CopyState, copyState, writtenIn } from "#app/messages/rules.ts";
import { readChoice } from "#app/tables/list.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryPlace } from "#app/web/search-params.ts";
import { listCopyPage, listCopyStates } from "./copies.queries.ts";
import { copyList, copyRow } from "./copy-list.tsx";

export const copyStates = ["sent", "waiting", "failed", "noAddress"] as const satisfies CopyState[];
const pageSize = 50;

type Visit = Pick<Reading, "db" | "locale" | "actor" | "url">;

/** A message that has gone: what became of each copy, and what it said. */
export async function deliveryView({ db, locale, actor, url }: Visit, message: WholeMessage) {
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
    zone: actor.zone,
    choice: readChoice(url, copyList(actor.zone, locale)),
    rows: rows.map(copyRow),
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
