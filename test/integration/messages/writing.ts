import { holdMessage, sendMessage } from "#app/messages/commands.ts";
import { writeMessage } from "#app/messages/compose/writing.commands.ts";
import { messageForm } from "#app/messages/form.ts";
import { findMessage } from "#app/messages/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { addEnrolment, addPerson, addWorkshop, programmeOf } from "#test/support/world.ts";
import { writtenId } from "#test/support/written-id.ts";

export const at = "2026-11-20T15:00:00.000Z" as const;
export const code = "MJ-2026-04";
export const page = `/es/desk/workshops/${code}/messages`;

export const texts = {
  "subject.es": "Aviso: {taller}",
  "body.es": "Apreciable {nombre}:\n\nNos vemos en {sede}.\nLo esperamos.",
  "subject.ja": "お知らせ：{ワークショップ}",
  "body.ja": "{氏名}様\n\n会場は{会場}です。",
};

const names = { ana: "es", taro: "ja", john: "en", rosa: "es", oscar: "es" } as const;
type Name = keyof typeof names;

/** Ana and Taro have a seat, and so has Rosa, who has no address; John waits, and Oscar has withdrawn. */
export async function writing(database: Database) {
  const workshopId = await addWorkshop(database, { code });
  const people = {} as Record<Name, { personId: Id<"person">; enrolmentId: Id<"enrolment"> }>;
  for (const [place, [name, locale]] of Object.entries(names).entries()) {
    const email = name === "rosa" ? null : `${name}@customs.example.jp`;
    const { personId } = await addPerson(database, { locale, email });
    const state = name === "john" ? "reserve" : name === "oscar" ? "withdrawn" : "confirmed";
    const enrolmentId = await addEnrolment(database, { workshopId, personId, state, ticket: place + 1 });
    people[name as Name] = { personId, enrolmentId };
  }
  const programmeId = await programmeOf(database, workshopId);
  const coordinator = async (givenName: string) => {
    const grants = [{ role: "coordinator" as const, programmeId }];
    const email = `${givenName.toLowerCase()}@amexcid.example`;
    const { accountId, personId } = await addAccount(database, { grants, email, person: { givenName } });
    return { accountId, personId, cookie: await cookieFor(database, accountId, at) };
  };
  const [mariana, ken] = [await coordinator("Mariana"), await coordinator("Ken")];
  const { accountId } = mariana;
  const write = async (form: Record<string, string | string[]> = {}) =>
    writtenId(
      await database.transact((trx) =>
        writeMessage(trx, workshopId, messageForm.parse({ audience: "all", ...texts, ...form }), { accountId, at }),
      ),
    );
  return { workshopId, people, mariana, ken, write };
}

type Where = { workshopId: Id<"workshop">; id: Id<"message"> };

/** As the door does it: what is sent is held first. */
export const send = (database: Database, { workshopId, id }: Where, accountId: Id<"account">, when: Instant = at) =>
  database.transact(async (trx) => {
    const message = await holdMessage(trx, { workshopId, id });
    if (!message) throw new Error("There is no such message.");
    return sendMessage(trx, message, { accountId, at: when });
  });

export const stateOf = async (database: Database, where: Where) => (await findMessage(database.read, where))?.state;

/** The letters of written messages, by whom they went to. */
export const letters = async ({ read }: Database) =>
  read
    .selectFrom("mail")
    .select(["personId", "toAddress", "locale", "subject", "bodyText", "kind"])
    .where("kind", "in", ["message.written", "message.trial"])
    .orderBy("toAddress")
    .orderBy("id")
    .execute();
