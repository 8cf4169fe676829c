import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { mergePeople } from "#app/doubles/merge.commands.ts";
import { findPair } from "#app/doubles/merge.queries.ts";
import { findProfile } from "#app/people/queries.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Database } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { knock } from "#test/support/visit.ts";
import { addCrowd } from "#test/support/world.ts";
import { anasEmail, today } from "./right-forms.ts";
import { sending } from "./right-sending.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(today) }));
afterEach(() => void vi.useRealTimers());

/** Doors that write by the person behind the account. */
const own = [
  "/:l/workshops/:code/enrolment",
  "/:l/workshops/:code/enrolment/withdrawal",
  "/:l/me/profile",
  "/:l/desk/workshops/:code/messages/:message",
];

const personOf = async ({ read }: Database, email: string) =>
  (await read.selectFrom("account").select("personId").where("email", "=", email).executeTakeFirstOrThrow()).personId;

/** Ana's record becomes part of another one, which has her account from then on. */
const mergeAna = (database: Database, into: Id<"person">, ana: Id<"person">) =>
  database.transact(async (trx) => {
    await hold(trx, "person", into, ana);
    const pair = await findPair(trx, everywhere, [into, ana]);
    const merger = { accountId: null, at: today, mayGrant: true, participants: everywhere };
    const choices = { facts: {}, account: "kept" as const, enrolments: new Map() };
    return mergePeople(trx, pair as NonNullable<typeof pair>, choices, merger);
  });

/** A page that looks for its reader's record, after that has become part of another: at the first look. */
const pageAfter = (meanwhile: (actor: Actor) => Promise<unknown>) =>
  guardedLoader("own.read", async ({ db, actor }) => {
    const profile = async () => orNotFound(await findProfile(db, actor.personId));
    await profile();
    await meanwhile(actor);
    return { id: actor.personId, ...(await profile()) };
  });

describeDatabases("somebody whose record becomes part of another while they act", (open) => {
  test.each(own)("%s: is whom they were, under the other's id", async (path) => {
    const { database, send } = await sending(open, path);
    const ana = (await personOf(database, anasEmail)) as Id<"person">;
    const [into] = (await addCrowd(database, 1)) as [Id<"person">];
    const [merged, answer] = await overlapping(
      database,
      (paused) => mergeAna(paused, into, ana),
      () => send({}),
    );
    expect(merged).toEqual({ status: "merged" });
    expect(answer).toMatchObject({ status: 302 });
    expect(answer.location).not.toMatch(/refused|sign-in/);
    expect(await personOf(database, anasEmail)).toBe(into);
    if (path === "/:l/me/profile") {
      const person = database.read.selectFrom("person").select("post").where("id", "=", into);
      expect(await person.executeTakeFirst()).toEqual({ post: "Jefa" });
    }
  });

  test("reads their pages as whom they are now", async () => {
    const database = await open();
    const { personId, accountId } = await addAccount(database, { grants: ["official"], at: today });
    const cookie = await cookieFor(database, accountId, today);
    const [into] = (await addCrowd(database, 1)) as [Id<"person">];
    let looks = 0;
    const page = pageAfter(async () => (looks++ ? null : await mergeAna(database, into, personId)));
    const answer = await knock(page, { database, path: "/es/me", cookie });
    expect([answer.status, answer.data, looks]).toMatchObject([200, { id: into }, 2]);
  });

  test("is a stranger where their account has become part of another one", async () => {
    const database = await open();
    const one = await addAccount(database, { at: today });
    const other = await addAccount(database, { grants: ["official"], at: today });
    const gone = await addAccount(database, { grants: ["official"], at: today });
    const cookie = await cookieFor(database, gone.accountId, today);
    const page = pageAfter(() => mergeAna(database, one.personId, gone.personId));
    const answer = await knock(page, { database, path: "/es/me", cookie });
    expect([answer.status, answer.location]).toEqual([302, "/es/sign-in?next=%2Fes%2Fme"]);
    // whoever is still themselves hears of what was not found as ever
    const missing = pageAfter(async () => orNotFound(null));
    const others = await cookieFor(database, other.accountId, today);
    expect((await knock(missing, { database, path: "/es/me", cookie: others })).status).toBe(404);
  });
});
