import { type SqlBool, sql } from "kysely";
import { type ListPlace, readPage } from "#app/tables/key-paging.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";

const columns = ["id", "kind", "toAddress", "locale", "subject", "composedAt", "sentAt"] as const;

/** A workshop's latest messages, or everybody's, newest first. */
export async function listMail(
  db: Reader,
  { workshopId, limit = 100 }: { workshopId?: Id<"workshop">; limit?: number },
) {
  let query = db.selectFrom("mail").select(columns).orderBy("composedAt", "desc").orderBy("id", "desc").limit(limit);
  if (workshopId !== undefined) query = query.where("workshopId", "=", workshopId);
  return query.execute();
}

type Wanted = { workshopId: Id<"workshop">; place: ListPlace<"mail">; size: number };

/** A page of a workshop's messages, the newest first. */
export function listWorkshopMail(db: Reader, { workshopId, place, size }: Wanted) {
  const ofWorkshop = db.selectFrom("mail").where("workshopId", "=", workshopId);
  return readPage(place, size, {
    findKey: (id) => ofWorkshop.select(["composedAt", "id"]).where("id", "=", asId<"outbox">(id)).executeTakeFirst(),
    read: (from, limit) => {
      const [direction, side] = from?.isBack ? (["asc", ">"] as const) : (["desc", "<"] as const);
      return ofWorkshop
        .$if(from !== null, (query) =>
          query.where(sql<SqlBool>`(composed_at, id) ${sql.raw(side)} (${from?.key.composedAt}, ${from?.key.id})`),
        )
        .select(columns)
        .orderBy("composedAt", direction)
        .orderBy("id", direction)
        .limit(limit)
        .execute();
    },
  });
}

/** One message with its bodies: null once it was really sent. */
export const findMail = (db: Reader, id: Id<"outbox">) =>
  db
    .selectFrom("mail")
    .select([...columns, "bodyText", "bodyHtml"])
    .where("id", "=", id)
    .executeTakeFirst();

/** A job that is run again must not send its message again. */
export async function isMailSent(db: Reader, id: Id<"outbox">): Promise<boolean> {
  const row = await db.selectFrom("mail").select("sentAt").where("id", "=", id).executeTakeFirst();
  return Boolean(row?.sentAt);
}
