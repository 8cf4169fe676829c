import type { MailKind } from "#app/mail/kinds.ts";
import { namesOf } from "#app/people/search/found.queries.ts";
import { type From, type ListPlace, readPage } from "#app/tables/key-paging.ts";
import { wordsOf } from "#app/tables/search.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { LetterState } from "./letter-state.rules.ts";

type LetterFilter = { kind: MailKind | null; state: LetterState | null; person: string };

type Key = { composedAt: Instant; id: Id<"outbox"> };
type Page = { place: ListPlace<"outbox">; size: number };

/** A page of the letters about a workshop, the newest first, and what became of each. */
export const listLetters = (db: Reader, workshopId: Id<"workshop">, { place, size, ...filter }: LetterFilter & Page) =>
  readPage(place, size, {
    findKey: (id) => keyOf(db, id).where("workshopId", "=", workshopId).executeTakeFirst(),
    read: (from: From<Key>, most) =>
      inOrder(matching(db, filter).where("mail.workshopId", "=", workshopId), from)
        .limit(most)
        .execute(),
  });

/** A page of everything that was ever sent to somebody, the newest first, with its text as far as that is kept. */
export const listLettersTo = (db: Reader, personId: Id<"person">, { place, size }: Page) =>
  readPage(place, size, {
    findKey: (id) => keyOf(db, id).where("personId", "=", personId).executeTakeFirst(),
    read: (from: From<Key>, most) =>
      inOrder(letters(db).where("mail.personId", "=", personId), from)
        .select(["mail.workshopId", "mail.bodyText"])
        .limit(most)
        .execute(),
  });

const keyOf = (db: Reader, id: Id<"outbox">) => db.selectFrom("mail").select(["composedAt", "id"]).where("id", "=", id);

const letters = (db: Reader) =>
  db
    .selectFrom("mail")
    .leftJoin("outbox", "outbox.id", "mail.id")
    .leftJoin("messageRecipient", "messageRecipient.jobId", "mail.id")
    .select(["mail.id", "mail.kind", "mail.toAddress", "mail.locale", "mail.subject", "mail.composedAt", "mail.sentAt"])
    .select(["outbox.id as waitsIn", "outbox.doneAt", "outbox.failedAt"])
    .select(["messageRecipient.messageId", "messageRecipient.textLocale"]);

type Letters = ReturnType<typeof letters>;

function matching(db: Reader, { kind, state, person }: LetterFilter): Letters {
  let query = letters(db);
  if (kind) query = query.where("mail.kind", "=", kind);
  for (const word of wordsOf(person))
    query = query.where((eb) => eb.exists(namesOf(db, eb.ref("mail.personId").$castTo<Id<"person">>(), word)));
  if (state === "failed") return query.where("outbox.failedAt", "is not", null);
  if (state === "waiting")
    return query
      .where("outbox.id", "is not", null)
      .where("outbox.doneAt", "is", null)
      .where("outbox.failedAt", "is", null);
  if (state === "sent")
    return query.where((row) => row.or([row("outbox.id", "is", null), row("outbox.doneAt", "is not", null)]));
  return query;
}

function inOrder(query: Letters, from: From<Key>): Letters {
  const order = from?.isBack ? "asc" : "desc";
  const ordered = query.orderBy("mail.composedAt", order).orderBy("mail.id", order);
  if (!from) return ordered;
  const sign = from.isBack ? ">" : "<";
  const { composedAt, id } = from.key;
  return ordered.where((row) =>
    row.or([
      row("mail.composedAt", sign, composedAt),
      row.and([row("mail.composedAt", "=", composedAt), row("mail.id", sign, id)]),
    ]),
  );
}
