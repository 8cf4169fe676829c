import { expect, test } from "vitest";
import { withdraw } from "#app/enrolment/commands.ts";
import { loader as decisionPage } from "#app/enrolment/substitution/substitution.route.tsx";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { loader as nomineePage } from "#app/nominations/sender/nominee.route.tsx";
import { endOutdatedProposals } from "#app/nominations/substitution/ending.jobs.ts";
import { lastSubstitutionDay } from "#app/nominations/substitution/substitution.rules.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { brief, code, listFor } from "./nominating.ts";
import { accept, announced, by, decidedAt, later, proposed } from "./substituting.ts";

const { run, server } = mailing();

describeDatabases("the proposal of a substitute", (open) => {
  test("ends by itself once whoever was to leave has left in another way; its sender is told", async () => {
    const database = await open();
    const world = await announced(database);
    const { workshopId, ana, mexico, hector } = world;
    const id = await proposed(database, world);
    const found = () => findNomination(database.read, { workshopId, id });
    await endOutdatedProposals(database, decidedAt);
    expect(await found()).toMatchObject({ state: "endorsed" });
    await run(database, later);
    await run(database, later + 60);
    server().inbox.length = 0;
    await database.transact((trx) => withdraw(trx, { personId: ana, workshopId }, by(decidedAt)));
    await endOutdatedProposals(database, decidedAt);
    await endOutdatedProposals(database, plusDays(decidedAt, 1));
    expect(await found()).toMatchObject({ state: "withdrawn", because: "outdated", withdrawnBy: "system", rank: null });
    expect(brief(await listFor(database, world, mexico))).toContain("- Dorantes withdrawn");
    expect(await accept(database, world, id)).toEqual({ status: "refused", because: "gone" });
    await run(database, later * 4);
    const letters = server().inbox.filter((one) => one.subject?.startsWith("Propuesta de suplencia sin efecto"));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain(`/es/nominations/${code}/nominees/${id}`);
    const desk = await cookieFor(database, world.coordinator.accountId);
    const path = `/es/desk/workshops/${code}/nominations/${id}/substitution`;
    expect((await knock(decisionPage, { database, path, cookie: desk })).data).toMatchObject({ isOutdated: true });
    const own = await cookieFor(database, hector.accountId);
    const mine = await knock(nomineePage, { database, path: `/es/nominations/${code}/nominees/${id}`, cookie: own });
    expect(mine.data.nominee.history[0]).toMatchObject({ state: "withdrawn", who: "system" });
  });

  test("ends when the last day has passed on the host's clock, and not before", async () => {
    const database = await open();
    const world = await announced(database);
    const id = await proposed(database, world);
    const stateAt = async (at: Instant) => {
      await endOutdatedProposals(database, at);
      return (await findNomination(database.read, { workshopId: world.workshopId, id }))?.state;
    };
    const workshop = await findWorkshop(database.read, code, "public");
    if (!workshop) throw new Error("no workshop");
    const last = lastSubstitutionDay(workshop);
    expect(await stateAt(`${last}T12:00:00.000Z`)).toBe("endorsed");
    expect(await stateAt(`${plusLocalDays(last, 1)}T20:00:00.000Z`)).toBe("withdrawn");
  });
});
