import { expect, test } from "vitest";
import { loader } from "#app/messages/mine/my-messages.route.tsx";
import { emit } from "#app/outbox/commands.ts";
import { now } from "#app/time/instant.ts";
import { newId } from "#db/new-id.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { mailing } from "../mail/mailing.ts";
import { send, writing } from "./writing.ts";

const { run } = mailing();
const path = "/es/me/messages";

describeDatabases("my messages", (open) => {
  test("hold what was sent to me alone, with its text; that with a secret link is named without", async () => {
    const database = await open();
    const { workshopId, mariana, people, write } = await writing(database);
    const { id: accountId } = await database.read
      .selectFrom("account")
      .select("id")
      .where("personId", "=", people.ana.personId)
      .executeTakeFirstOrThrow();
    const grant = { id: newId<"roleGrant">(), accountId, role: "official", grantedAt: now() } as const;
    await database.transact((trx) => trx.insertInto("roleGrant").values(grant).execute());
    await send(database, { workshopId, id: await write() }, mariana.accountId);
    await run(database);
    await database.transact((trx) => emit(trx, now(), "account.passwordAsked", { accountId }));
    await run(database, 60 * 24 * 365);
    const cookie = await cookieFor(database, accountId);
    const { data } = await knock(loader, { database, path, cookie });
    const shown = data.rows.map(({ subject, content }: { subject: { text: string }; content: unknown }) => [
      subject.text,
      JSON.stringify(content)?.includes("Nos vemos en Escuela de Aduanas.") ?? false,
    ]);
    expect(shown).toContainEqual(["Aviso: Valoración aduanera", true]);
    const secret = data.rows.find(({ workshop }: { workshop: unknown }) => workshop === null);
    expect(secret?.content).toBeNull();
    expect(data.rows).toHaveLength(2);
    const other = await knock(loader, { database, path, cookie: mariana.cookie });
    expect(other.data?.rows ?? []).toEqual([]);
  });
});
