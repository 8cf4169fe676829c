import { expect, test } from "vitest";
import { invite } from "#app/accounts/commands.ts";
import type { Database } from "#db/database.ts";
import { at, mailing } from "#test/integration/mail/mailing.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

const mails = mailing();

/** An instructor whom an administrator of an institution invites, in Japanese. */
async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1" });
  const { hostInstitutionId } = await database.read
    .selectFrom("workshop")
    .select("hostInstitutionId")
    .executeTakeFirstOrThrow();
  const name = { institutionId: hostInstitutionId, validFrom: "2001-01-01", locale: "es", name: "Aduanas" } as const;
  await database.transact((trx) =>
    trx
      .insertInto("institutionName")
      .values({ ...name, acronym: "ANAM" })
      .execute(),
  );
  const person = { familyName: "Zamudio", givenName: "Jorge", institutionId: hostInstitutionId };
  const inviter = await addAccount(database, { email: "jorge@gob.example", grants: ["administrator"], person });
  const invited = await addAccount(database, {
    email: "haruka@customs.example",
    grants: [
      { role: "instructor", workshopId },
      { role: "manager", programmeId: await programmeOf(database, workshopId) },
    ],
    passwordHash: null,
    person: { locale: "ja", country: "JP" },
  });
  return {
    inviter,
    send: (by: typeof inviter | null = inviter) =>
      database.transact((trx) => invite(trx, invited.accountId, { accountId: by?.accountId ?? null, at })),
  };
}

const letter = () => {
  const [mail] = mails.server().inbox;
  return { subject: mail?.subject, text: mail?.text ?? "", from: mail?.from?.text, replyTo: mail?.replyTo?.text };
};

describeDatabases("an invitation", (open) => {
  test("says who invites, to what role and where, and an answer goes to them", async () => {
    const database = await open();
    const { send } = await setUp(database);
    await send();
    await mails.run(database);
    const { subject, text, replyTo } = letter();
    expect(subject).toBe("Puenteへのご招待：Jorge Zamudio（ANAM）");
    for (const said of [
      "Jorge Zamudio（ANAM）より",
      "役割：講師（関税評価）",
      "役割：統括担当（MJ-1）",
      "Jorge Zamudio（ANAM）に届きます",
    ])
      expect(text).toContain(said);
    expect(replyTo).toBe("jorge@gob.example");
  });

  test("comes from the administration where nobody is known whom one could ask", async () => {
    const database = await open();
    const { inviter, send } = await setUp(database);
    await send();
    const { accountId } = inviter;
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: at }).where("id", "=", accountId).execute(),
    );
    await mails.run(database);
    expect(letter()).toMatchObject({ subject: "Puenteへのご招待：Puenteのシステム管理者", replyTo: undefined });
  });

  test("bears the sender of the settings", async () => {
    const database = await open();
    const { send } = await setUp(database);
    await send();
    await mails.run(database, 0, { mailFrom: { name: "Puente, JICA", address: "puente@jica.example" } });
    expect(letter().from).toBe('"Puente, JICA" <puente@jica.example>');
  });
});
