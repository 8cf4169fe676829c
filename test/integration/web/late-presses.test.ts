import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import * as account from "#app/accounts/account/account.route.tsx";
import * as state from "#app/desk/workshop/state.route.tsx";
import { findWorkshop } from "#app/workshops/queries.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { at, desk, setUp } from "./two-at-a-form.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describeDatabases("a press of a button on a page of a while ago", (open) => {
  test("a step that was offered in another state is not taken", async () => {
    const database = await open();
    const { cookies } = await setUp(database);
    const step = (form: Record<string, string>) =>
      knock(state.action, { database, cookie: cookies[0], path: `${desk}/state`, form });
    expect((await step({ from: "published", to: "cancelled" })).location).toBe(`${desk}?refused=notFromHere`);
    expect((await findWorkshop(database.read, "MJ-1", everywhere))?.state).toBe("running");
    expect((await step({ from: "running", to: "cancelled" })).location).toBe(`${desk}?done=stateChanged`);
  });

  test("an account that was disabled again is not enabled by whoever saw it disabled before", async () => {
    const database = await open();
    const { cookies } = await setUp(database);
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const path = `/es/admin/accounts/${accountId}`;
    const press = (form: Record<string, string>) => knock(account.action, { database, cookie: cookies[0], path, form });
    const since = async () =>
      (await knock(account.loader, { database, cookie: cookies[0], path })).data.disabledAt as string;
    await press({ part: "disabling" });
    const former = await since();
    await press({ part: "enabling", disabledAt: former });
    vi.setSystemTime(new Date("2026-11-27T18:05:00.000Z"));
    await press({ part: "disabling" });
    const late = await press({ part: "enabling", disabledAt: former });
    expect([late.status, late.data, (await since()) > former]).toEqual([409, { refused: "disabledAgain" }, true]);
    await press({ part: "disabling" });
    expect((await press({ part: "enabling", disabledAt: await since() })).location).toBe(`${path}?done=enabled`);
  });
});
