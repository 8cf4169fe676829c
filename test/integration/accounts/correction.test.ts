import type { ParsedMail } from "mailparser";
import { expect, test } from "vitest";
import { openAccount } from "#app/accounts/commands.ts";
import { findOwnData } from "#app/accounts/own-data.queries.ts";
import * as person from "#app/accounts/person/account-person.route.tsx";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { at, mailing } from "#test/integration/mail/mailing.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock, knockInsisting } from "#test/support/visit.ts";
import { actions, administrator, places } from "./administration.ts";

const mails = mailing();

const details = {
  familyName: "Núñez",
  givenName: "Mariana",
  secondSurname: "",
  nativeName: "",
  kana: "",
  latinName: "",
  post: "",
  country: "MX",
  locale: "es",
  zone: "America/Tijuana",
} as const;
type Form = Record<string, string>;

const correct = (database: Database, { id, cookie }: { id: Id<"account">; cookie: string }, form: Form) =>
  knockInsisting(person.action, {
    database,
    path: `/es/admin/accounts/${id}/person`,
    form: { ...details, email: "mariana@gob.example", ...form },
    cookie,
  });

const emailOf = async ({ read }: Database, id: Id<"account">) =>
  (await read.selectFrom("account").select("email").where("id", "=", id).executeTakeFirstOrThrow()).email;
const sessionsOf = async ({ read }: Database, accountId: Id<"account">) =>
  (await read.selectFrom("accountSession").select("id").where("accountId", "=", accountId).execute()).length;
const eventsOf = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("event").orderBy("id").execute()).map(({ event }) => event);

const toText = (to: ParsedMail["to"]) => [to].flat()[0]?.text;
const recipients = () =>
  mails
    .server()
    .inbox.map(({ to }) => toText(to))
    .sort();

describeDatabases("an administrator puts somebody's data right", (open) => {
  test("names, institution, country and language, which the page then shows", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { institutionId } = await places(database);
    const { accountId: id } = await addAccount(database, { email: "mariana@gob.example" });
    const form = { familyName: "Nakamori", nativeName: "中森 遥", country: "JP", locale: "ja", zone: "Asia/Tokyo" };
    const answer = await correct(database, { id, cookie }, { ...form, homeInstitutionId: institutionId });
    expect(answer.location).toBe(`/es/admin/accounts/${id}?done=corrected`);
    const path = `/es/admin/accounts/${id}/person`;
    const { data } = await knock(person.loader, { database, path, cookie });
    expect(data.initial).toMatchObject({ ...form, email: "mariana@gob.example", homeInstitutionId: institutionId });
    const { sortName } = await database.read
      .selectFrom("person")
      .innerJoin("account", "account.personId", "person.id")
      .select("sortName")
      .where("account.id", "=", id)
      .executeTakeFirstOrThrow();
    expect(sortName).toContain("nakamori");
    expect(await actions(database)).toEqual(["person.changed"]);
    expect(await eventsOf(database)).toEqual([]);
  });

  test("saving what is there already changes and records nothing", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { accountId: id } = await addAccount(database, { email: "mariana@gob.example" });
    await cookieFor(database, id);
    expect((await correct(database, { id, cookie }, {})).location).toContain("done=corrected");
    expect([await actions(database), await sessionsOf(database, id)]).toEqual([[], 1]);
  });

  test("another address ends sessions and links, and both addresses are told", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { accountId: id, personId } = await addAccount(database, { email: "mariana@gob.example" });
    await cookieFor(database, id);
    const answer = await correct(database, { id, cookie }, { email: "Nueva@GOB.example" });
    expect(answer.location).toContain("done=readdressed");
    expect([await emailOf(database, id), await sessionsOf(database, id)]).toEqual(["nueva@gob.example", 0]);
    expect(await actions(database)).toEqual(["account.addressChanged"]);
    await mails.run(database, 24 * 60 * 365);
    expect(recipients()).toEqual(["mariana@gob.example", "nueva@gob.example"]);
    const former = mails.server().inbox.find(({ to }) => toText(to) === "mariana@gob.example");
    // whoever has the former mailbox now need not know the new one
    expect(former?.text).not.toContain("nueva@");
    const own = await findOwnData(database.read, { accountId: id, accountIds: [id], personId });
    expect(own.formerAddresses).toMatchObject([{ formerEmail: "mariana@gob.example" }]);
  });

  test("the typo of an invitation is mended, and the invitation goes out again, there alone", async () => {
    const database = await open();
    const { cookie, accountId } = await administrator(database);
    const { institutionId } = await places(database);
    const { secondSurname, locale, country, zone, familyName, givenName } = details;
    const names = { familyName, givenName, secondSurname: secondSurname || null };
    const invited = await database.transact((trx) =>
      openAccount(
        trx,
        { email: "mariana@bog.example", person: { ...names, institutionId, country, locale, zone } },
        { accountId, at },
      ),
    );
    const id = invited?.accountId as Id<"account">;
    await correct(database, { id, cookie }, { email: "mariana@gob.example" });
    expect(await eventsOf(database)).toEqual(["account.invited"]);
    await mails.run(database, 24 * 60 * 365);
    expect(recipients()).toEqual(["mariana@gob.example"]);
  });

  test("an address that somebody else has is refused, with the way to them and all that was typed", async () => {
    const database = await open();
    const { cookie, email, accountId } = await administrator(database);
    const { accountId: id } = await addAccount(database, { email: "mariana@gob.example" });
    const { status, data } = await correct(database, { id, cookie }, { email, familyName: "Otra" });
    expect([status, data.errors, data.existingId]).toEqual([422, { email: "people:form.emailTaken" }, accountId]);
    expect(data.values.familyName).toBe("Otra");
    expect([await emailOf(database, id), await actions(database)]).toEqual(["mariana@gob.example", []]);
  });

  test("the first administrator gets an institution, and stays signed in with another address", async () => {
    const database = await open();
    const { cookie, accountId: id } = await administrator(database);
    const { institutionId } = await places(database);
    const { personId } = await database.read
      .selectFrom("account")
      .select("personId")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await database.transact((trx) => trx.updateTable("person").set({ institutionId: null }).execute());
    const answer = await correct(
      database,
      { id, cookie },
      { email: "yo@gob.example", homeInstitutionId: institutionId },
    );
    const { institutionId: saved } = await database.read
      .selectFrom("person")
      .select("institutionId")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    expect(saved).toBe(institutionId);
    const path = `/es/admin/accounts/${id}/person`;
    expect((await knock(person.loader, { database, path, cookie })).status).toBe(302);
    expect((await knock(person.loader, { database, path, cookie: answer.cookie ?? "" })).status).toBe(200);
  });

  test("an institution that is not there is refused", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const { accountId: id } = await addAccount(database, { email: "mariana@gob.example" });
    const { status, data } = await correct(database, { id, cookie }, { homeInstitutionId: "nowhere" });
    expect([status, Object.keys(data.errors)]).toEqual([422, ["homeInstitutionId"]]);
  });
});
