import { expect } from "vitest";
import { type AddressName, addresses } from "#app/addresses.ts";
import { listFiles } from "#app/list-files.ts";
import { recordMail } from "#app/mail/commands.ts";
import { holdMessage, sendMessage } from "#app/messages/commands.ts";
import { spreadMessage } from "#app/messages/delivery/copies.commands.ts";
import { findMessage } from "#app/messages/queries.ts";
import { plusMinutes } from "#app/time/instant.ts";
import { asId, type Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type Cast, castAt, castDemo } from "#test/support/cast.ts";
import type { Open } from "#test/support/databases.ts";
import { addressOf, recordOf, sitePlaces } from "#test/support/site.ts";
import { knock, visit } from "#test/support/visit.ts";
import { rowsOfCsv, rowsOfXlsx, type XlsxCell } from "#test/support/xlsx.ts";

export const lists = Object.keys(listFiles) as AddressName[];

/** Whose list it is. */
const readerOf = (name: AddressName) =>
  name.startsWith("progress") ? "manager" : addresses[name].includes("/admin/") ? "admin" : "coordinator";

/** Letters more than a page of them, two of them of one moment, about the cast's own workshop. */
export async function castLists(open: Open): Promise<Cast> {
  const cast = await castDemo(open);
  const { database, own } = cast;
  const workshop = await database.read
    .selectFrom("workshop")
    .select("id")
    .where("code", "=", own.code ?? "")
    .executeTakeFirstOrThrow();
  await database.transact(async (trx) => {
    for (let number = 0; number < 120; number++)
      await recordMail(trx, {
        ...{ id: newId<"outbox">(), kind: "enrolment.confirmed", workshopId: workshop.id, personId: null },
        ...{ toAddress: "ana@example.mx", locale: "es", subject: `Carta ${number}`, bodyText: null, bodyHtml: null },
        composedAt: plusMinutes(castAt, Math.floor(number / 2)),
      });
  });
  await sendOwnMessage(cast, workshop.id);
  await sendNominations(cast, workshop.id);
  return cast;
}

/** Whoever is nominated for it is sent by their institution: there is somebody to decide on. */
async function sendNominations({ database }: Cast, workshopId: Id<"workshop">): Promise<void> {
  await database.transact((trx) =>
    trx
      .updateTable("nomination")
      .set({ state: "endorsed" })
      .where("workshopId", "=", workshopId)
      .execute()
      .then(() => {}),
  );
}

/** To all of the cast's own workshop: a message has recipients once it has gone. */
async function sendOwnMessage({ database, own }: Cast, workshopId: Id<"workshop">): Promise<void> {
  await database.transact(async (trx) => {
    const where = { workshopId, id: asId<"message">(own.message ?? "") };
    const draft = await holdMessage(trx, where);
    if (draft) await sendMessage(trx, draft, { accountId: null, at: castAt });
    const sent = await findMessage(trx, where);
    if (sent) await spreadMessage(trx, sent, castAt);
  });
}

export type Asking = { name: AddressName; locale?: string; query?: string };

const pathOf = ({ name, locale = "es" }: Asking, { own }: Cast, format = "") =>
  addressOf(`${addresses[name]}${format}`, { ...own, ...recordOf(addresses[name], "own"), l: locale });

/** A list as its file, by whoever may see its page. */
export async function take(
  cast: Cast,
  asking: Asking,
  format: "xlsx" | "csv",
): Promise<{ response: Response; body: Buffer }> {
  const place = (await sitePlaces()).find(({ path }) => path === `${addresses[asking.name]}.${format}`);
  const path = pathOf(asking, cast, `.${format}`) + (asking.query ?? "");
  const cookie = cast.cookies[readerOf(asking.name)] ?? "";
  const response = (await place?.loader?.(visit({ database: cast.database, path, cookie }))) as Response;
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

export const xlsx = async (cast: Cast, asking: Asking) => rowsOfXlsx((await take(cast, asking, "xlsx")).body);
export const csv = async (cast: Cast, asking: Asking) =>
  rowsOfCsv((await take(cast, asking, "csv")).body.toString("utf8"));

/** What the list's page shows. */
export async function page(cast: Cast, asking: Asking) {
  const place = (await sitePlaces()).find(({ path }) => path === addresses[asking.name]);
  const cookie = cast.cookies[readerOf(asking.name)] ?? "";
  const path = pathOf(asking, cast) + (asking.query ?? "");
  return (await knock(place?.loader as never, { database: cast.database, path, cookie })).data;
}

export const column = (rows: XlsxCell[][], heading: string) => {
  const [headings = [], ...others] = rows;
  const at = headings.indexOf(heading);
  expect(at, `${heading} in ${headings}`).toBeGreaterThanOrEqual(0);
  return others.map((row) => row[at]);
};
