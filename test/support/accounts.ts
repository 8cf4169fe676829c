import type { Role } from "#app/access/permissions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { writeAddressWords, writeNames } from "#app/people/commands.ts";
import { openSession } from "#app/sessions/commands.ts";
import { findActor } from "#app/sessions/queries.ts";
import { storePassword } from "#app/sign-in/commands.ts";
import { hashPassword } from "#app/sign-in/password/password.ts";
import { type Instant, now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { PersonTable } from "#db/schema.ts";

export const password = "cuatro palabras sin relación alguna";

/** Slow by design: the cheapest that is understood will do for tests. */
const hashed = hashPassword(password, { kibibytes: 8, passes: 1 });

type Grant = {
  role: Role;
  programmeId?: Id<"programme">;
  workshopId?: Id<"workshop">;
  institutionId?: Id<"institution">;
};
type NewAccount = {
  email?: string;
  /** A role alone holds everywhere; those of a coordinator, an instructor and a focal point need their place. */
  grants?: (Role | Grant)[];
  /** Null for somebody who was invited and has chosen none. */
  passwordHash?: string | null;
  person?: Omit<Partial<PersonTable>, "sortName" | "sortReading"> & { locale?: Locale };
  at?: Instant;
};

const noNames = { secondSurname: null, nativeName: null, kana: null, latinName: null };

/** Somebody with an account, whose password is `password`. */
export async function addAccount(
  database: Database,
  { email, grants = [], passwordHash, person = {}, at = now() }: NewAccount = {},
) {
  const [personId, accountId] = [newId<"person">(), newId<"account">()];
  const address = email ?? `${accountId}@example.org`;
  const hash = passwordHash === undefined ? await hashed : passwordHash;
  await database.transact(async (trx) => {
    const who = {
      familyName: "Núñez",
      givenName: "Mariana",
      country: "MX",
      locale: "es",
      zone: "America/Tijuana",
      createdAt: at,
    } as const;
    const names = { ...noNames, ...who, ...person };
    await trx
      .insertInto("person")
      .values({ ...who, ...person, id: personId })
      .execute();
    await writeNames(trx, personId, names);
    await trx.insertInto("account").values({ id: accountId, personId, email: address, createdAt: at }).execute();
    await writeAddressWords(trx, personId, address);
    if (hash) await storePassword(trx, { accountId, passwordHash: hash }, { accountId, at });
    for (const grant of grants) {
      const granted = typeof grant === "string" ? { role: grant } : grant;
      await trx
        .insertInto("roleGrant")
        .values({ id: newId(), accountId, grantedAt: at, ...granted })
        .execute();
    }
  });
  return { personId, accountId, email: address };
}

/** Signs an account in, as if in another browser. @returns its cookie */
export async function cookieFor(database: Database, accountId: Id<"account">, at: Instant = now()): Promise<string> {
  return `puente=${await database.transact((trx) => openSession(trx, { accountId, device: "", at }))}`;
}

/** Whether a cookie still opens its session. */
export const isOpen = async ({ read }: Database, cookie: string): Promise<boolean> =>
  (await findActor(read, cookie.split("=")[1] ?? "", now())) !== null;
