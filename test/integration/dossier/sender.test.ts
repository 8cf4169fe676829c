import { expect, test } from "vitest";
import { loader as dossierPage } from "#app/dossier/sender/sender-dossier.route.tsx";
import { code } from "#test/integration/nominations/nominating.ts";
import { accept, announced, by, decidedAt, proposed } from "#test/integration/nominations/substituting.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addTasks } from "#test/support/dossiers.ts";
import { knock } from "#test/support/visit.ts";

type Shown = { name: { name: string }; open: number; tasks: { owedBy: string }[] };

describeDatabases("what is left to do for those whom an institution has sent", (open) => {
  test("is read by its own focal points: of who has a seat now, and what it may see", async () => {
    const database = await open();
    const world = await announced(database);
    await addTasks(database, code, ["passport", "authorisation"], by(decidedAt));
    const path = `/es/nominations/${code}/dossier`;
    const seenBy = async ({ accountId }: (typeof world)["hector"]) => {
      const cookie = await cookieFor(database, accountId);
      const { people } = (await knock(dossierPage, { database, path, cookie })).data;
      return people.map(({ name, tasks, open }: Shown) => [name.name, open, tasks.map(({ owedBy }) => owedBy).join()]);
    };
    expect(await seenBy(world.hector)).toEqual([[expect.stringContaining("Ávila"), 1, "sender"]]);
    expect(await seenBy(world.makoto)).toEqual([[expect.stringMatching(/Takahashi|髙橋/), 1, "sender"]]);
    await accept(database, world, await proposed(database, world));
    expect(await seenBy(world.hector)).toEqual([[expect.stringContaining("Dorantes"), 1, "sender"]]);
  });

  test("is nothing for an institution that the call does not invite", async () => {
    const database = await open();
    const world = await announced(database);
    const cookie = await cookieFor(database, world.hector.accountId);
    expect((await knock(dossierPage, { database, path: "/es/nominations/MJ-1999-99/dossier", cookie })).status).toBe(
      404,
    );
    const desk = await cookieFor(database, world.coordinator.accountId);
    const path = `/es/nominations/${code}/dossier`;
    expect((await knock(dossierPage, { database, path, cookie: desk })).status).toBe(403);
  });
});
