import { tmpdir } from "node:os";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { KyselyPlugin } from "kysely";
import type { Role } from "#app/access/permissions.ts";
import { openSession } from "#app/sessions/commands.ts";
import { logger } from "#app/settings/log.ts";
import { readSettings } from "#app/settings/settings.ts";
import { now } from "#app/time/instant.ts";
import type { AppContext } from "#app/web/context.ts";
import { sessionCookie } from "#app/web/cookie.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { id } from "#test/support/ids.ts";

export type Loader<Data> = (args: LoaderFunctionArgs) => Promise<Data>;

/** Somebody who is signed in with one role, everywhere or in one programme. */
export async function signIn(
  database: Database,
  role: Role,
  programmeId: Id<"programme"> | null = null,
): Promise<string> {
  const name = `visitor-${role}-${programmeId}`;
  const [personId, accountId] = [id("person", name), id("account", name)];
  const at = now();
  return database.transact(async (trx) => {
    const person = {
      id: personId,
      familyName: "Visitor",
      givenName: "A",
      country: "MX",
      locale: "es",
      zone: "America/Mexico_City",
      createdAt: at,
    } as const;
    await trx.insertInto("person").values(person).execute();
    await trx
      .insertInto("account")
      .values({ id: accountId, personId, email: `${name}@example.org`, createdAt: at })
      .execute();
    await trx
      .insertInto("roleGrant")
      .values({ id: id("roleGrant", name), accountId, role, programmeId, grantedAt: at })
      .execute();
    return openSession(trx, { accountId, device: "test", at });
  });
}

/** Opens a page the way the server does. @throws the Response that the door gave instead */
export async function visit<Data>(
  loader: Loader<Data>,
  database: Database,
  token: string | null,
  address: string,
): Promise<Data> {
  const url = new URL(address, "http://localhost");
  const headers =
    token === null ? new Headers() : new Headers({ cookie: sessionCookie(token, false).split(";", 1).join() });
  const request = new Request(url, { headers });
  return loader({
    request,
    params: { l: url.pathname.split("/")[1] },
    context: contextOf(database),
  } as LoaderFunctionArgs);
}

// what is given here keeps the settings from making a folder and a secret of their own
const settings = readSettings({ DATA_DIR: tmpdir(), APP_SECRET: "s".repeat(32) });

const contextOf = (database: Database): AppContext => ({
  ...{ database, settings, log: logger("test"), nonce: "", requestId: "test", address: "127.0.0.1", takesGzip: false },
});

/** The same database, counting what is asked of it. */
export function counting(database: Database): { database: Database; queries: () => number } {
  let count = 0;
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { database: { ...database, read: database.read.withPlugin(counter) }, queries: () => count };
}
