import { expect, test } from "vitest";
import { loader as deskPage } from "#app/desk/desk.route.tsx";
import { withdraw } from "#app/enrolment/commands.ts";
import { refuseSubstitute } from "#app/enrolment/substitution/substitution.commands.ts";
import { action as deciding, loader as decisionPage } from "#app/enrolment/substitution/substitution.route.tsx";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { loader as nomineePage } from "#app/nominations/sender/nominee.route.tsx";
import { action as proposing } from "#app/nominations/substitution/substitute-new.route.tsx";
import { plusDays } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { brief, code, handIn, listFor } from "./nominating.ts";
import {
  accept,
  announced,
  by,
  counted,
  decidedAt,
  later,
  places,
  propose,
  proposed,
  proposedAt,
  send,
} from "./substituting.ts";

const { run, server } = mailing();

describeDatabases("a substitute", (open) => {
  test("is a nomination of its own, and takes the seat once the host agrees; the reserve stays as it is", async () => {
    const database = await open();
    const world = await announced(database);
    const { workshopId, mexico, dorantes } = world;
    const before = await counted(database, workshopId);
    const outcome = await propose(database, world, dorantes);
    if (outcome.status !== "proposed") throw new Error(outcome.because);
    // the letter about all those who were sent says nothing of them
    expect(await send(database, world, outcome.id)).toEqual({ status: "refused", because: "noLetter" });
    await handIn(database, mexico, plusDays(proposedAt, 0.5), { code, signedOn: "2027-03-18" });
    expect(await accept(database, world, outcome.id)).toEqual({ status: "refused", because: "gone" });
    expect(await send(database, world, outcome.id)).toEqual({ status: "done" });
    expect(await places(database, workshopId)).toEqual(["Ávila confirmed", "Takahashi confirmed", "Bravo reserve"]);
    expect(await accept(database, world, outcome.id)).toEqual({ status: "accepted" });
    expect(await accept(database, world, outcome.id)).toEqual({ status: "refused", because: "gone" });
    expect((await places(database, workshopId)).toSorted()).toEqual([
      "Bravo reserve",
      "Dorantes confirmed",
      "Takahashi confirmed",
      "Ávila withdrawn",
    ]);
    expect(await counted(database, workshopId)).toEqual(before);
    expect(brief(await listFor(database, world, mexico))).toEqual([
      "1 Bravo reserve",
      "2 Cano notSelected",
      "3 Dorantes selected",
      "- Ávila withdrawn",
    ]);
  });

  test("also takes the seat of whoever has moved up from the reserve", async () => {
    const database = await open();
    const world = await announced(database);
    const { workshopId, mexico, ana } = world;
    await database.transact((trx) => withdraw(trx, { personId: ana, workshopId }, by(plusDays(proposedAt, -1))));
    expect(await places(database, workshopId)).toContain("Bravo confirmed");
    const [, second] = await listFor(database, world, mexico);
    const id = await proposed(database, { ...world, leaving: second?.id as Id<"nomination"> });
    expect(await accept(database, world, id)).toEqual({ status: "accepted" });
    expect((await places(database, workshopId)).toSorted()).toEqual([
      "Bravo withdrawn",
      "Dorantes confirmed",
      "Takahashi confirmed",
      "Ávila withdrawn",
    ]);
    expect(brief(await listFor(database, world, mexico))).toEqual([
      "1 Ávila selected",
      "2 Cano notSelected",
      "3 Dorantes selected",
      "- Bravo withdrawn",
    ]);
  });

  test("is refused for whoever is not selected, elsewhere, enrolled or nominated; twice, or too late", async () => {
    const database = await open();
    const world = await announced(database);
    const { dorantes, eto, beto, carla, workshopId, ana } = world;
    expect(await propose(database, world, eto)).toMatchObject({ because: "substituteElsewhere" });
    expect(await propose(database, world, beto)).toMatchObject({ because: "substituteEnrolled" });
    expect(await propose(database, world, carla)).toMatchObject({ because: "substituteNominated" });
    expect(await propose(database, world, dorantes, "2027-06-15T12:00:00.000Z")).toMatchObject({ because: "over" });
    const [, second] = await listFor(database, world, world.mexico);
    const ofSecond = { ...world, leaving: second?.id as Id<"nomination"> };
    expect(await propose(database, ofSecond, dorantes)).toMatchObject({ because: "noSeat" });
    const id = await proposed(database, world);
    expect(await propose(database, world, dorantes)).toMatchObject({ because: "asked" });
    expect(await accept(database, world, id, "2027-06-15T12:00:00.000Z")).toMatchObject({ because: "gone" });
    // whoever was to be replaced gives the seat back: it goes to the reserve
    await database.transact((trx) => withdraw(trx, { personId: ana, workshopId }, by(decidedAt)));
    expect(await accept(database, world, id)).toMatchObject({ because: "gone" });
    expect((await places(database, workshopId)).toSorted()).toEqual([
      "Bravo confirmed",
      "Takahashi confirmed",
      "Ávila withdrawn",
    ]);
  });

  test("and a withdrawal of the same seat at the same moment: one of both, and nothing is oversold", async () => {
    const database = await open();
    const world = await announced(database);
    const { workshopId, ana } = world;
    const id = await proposed(database, world);
    await overlapping(
      database,
      (own) => accept(own, world, id),
      () => database.transact((trx) => withdraw(trx, { personId: ana, workshopId }, by(decidedAt))),
    );
    const seated = (await places(database, workshopId)).filter((one) => one.endsWith("confirmed"));
    expect(seated).toHaveLength(2);
    expect(seated.filter((one) => /Dorantes|Bravo/.test(one))).toHaveLength(1);
    expect(await counted(database, workshopId)).toMatchObject({ seatsTaken: 2 });
  });

  test("is declined with a reason, and somebody else may be proposed", async () => {
    const database = await open();
    const world = await announced(database);
    const id = await proposed(database, world);
    const refuse = () =>
      database.transact(async (trx) => {
        const nomination = await findNomination(trx, { workshopId: world.workshopId, id });
        return (
          nomination && refuseSubstitute(trx, await held(trx, { code }), nomination, "Sin experiencia", by(decidedAt))
        );
      });
    expect(await refuse()).toEqual({ status: "declined" });
    expect(await refuse()).toEqual({ status: "refused", because: "gone" });
    const other = await addAccount(database, { person: { familyName: "Farías", institutionId: world.mexico } });
    expect(await propose(database, world, other.personId, decidedAt)).toMatchObject({ status: "proposed" });
  });

  test("is told: the coordination has to decide, and then the sender, who leaves, and who comes", async () => {
    const database = await open();
    const world = await announced(database);
    const id = await proposed(database, world);
    await run(database, later);
    const decision = `/es/desk/workshops/${code}/nominations/${id}/substitution`;
    const asked = server().inbox.find((letter) => letter.subject?.startsWith("Propuesta de suplencia"));
    expect(asked?.text).toContain(decision);
    expect(asked?.text).toContain("Carga de trabajo");
    // the selection's own letters come a minute after those to its senders
    await run(database, later + 60);
    server().inbox.length = 0;
    expect(await accept(database, world, id)).toEqual({ status: "accepted" });
    await run(database, later * 4);
    await run(database, later * 4 + 60);
    const subjects = server().inbox.map((letter) => letter.subject?.split(":")[0]);
    expect(subjects.toSorted()).toEqual(["Baja registrada", "Resultado de la selección", "Suplencia aceptada"]);
  });

  test("has doors: of another institution there is nothing, and who nominates does not decide", async () => {
    const database = await open();
    const world = await announced(database);
    const id = await proposed(database, world);
    const { hector, makoto, coordinator, leaving, dorantes } = world;
    const [own, foreign, desk] = [
      await cookieFor(database, hector.accountId),
      await cookieFor(database, makoto.accountId),
      await cookieFor(database, coordinator.accountId),
    ];
    const path = `/es/nominations/${code}/nominees/${leaving}/substitute`;
    const form = { part: "people", personId: dorantes, because: "workload" };
    expect((await knock(proposing, { database, path, cookie: foreign, form })).status).toBe(404);
    const refused = await knock(proposing, { database, path, cookie: own, form });
    expect([refused.status, refused.data.values.personId]).toEqual([409, dorantes]);
    const decision = `/es/desk/workshops/${code}/nominations/${id}/substitution`;
    expect((await knock(decisionPage, { database, path: decision, cookie: own })).status).toBe(403);
    const page = await knock(decisionPage, { database, path: decision, cookie: desk });
    expect(page.data).toMatchObject({ state: "endorsed", mayAccept: true, replaced: { because: "workload" } });
    const { attention } = (await knock(deskPage, { database, path: "/es/desk", cookie: desk })).data;
    expect(attention.filter(({ kind }: { kind: string }) => kind === "substitutes")).toMatchObject([
      { code, count: 1, urgency: "soon", to: decision },
    ]);
    const blank = { part: "refuse", reason: " " };
    expect((await knock(deciding, { database, path: decision, cookie: desk, form: blank })).status).toBe(422);
    const mine = await knock(nomineePage, { database, path: `/es/nominations/${code}/nominees/${id}`, cookie: own });
    expect(mine.data.substitution.replaced).toMatchObject({ because: "workload" });
  });
});
