import { expect, test } from "vitest";
import { loader as deskPage } from "#app/desk/desk.route.tsx";
import { withdraw } from "#app/enrolment/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { acceptSubstitute, refuseSubstitute } from "#app/enrolment/substitution/substitution.commands.ts";
import { action as deciding, loader as decisionPage } from "#app/enrolment/substitution/substitution.route.tsx";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { endorse } from "#app/nominations/nomination/steps.commands.ts";
import { loader as nomineePage } from "#app/nominations/sender/nominee.route.tsx";
import { endOutdatedProposals } from "#app/nominations/substitution/ending.jobs.ts";
import { action as proposing } from "#app/nominations/substitution/substitute-new.route.tsx";
import { proposeSubstitute } from "#app/nominations/substitution/substitution.commands.ts";
import { lastSubstitutionDay } from "#app/nominations/substitution/substitution.rules.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { afterClosing } from "./calling.ts";
import { brief, code, handIn, listFor } from "./nominating.ts";
import { announce, decide, promise, selectingWorld } from "./selecting.ts";

const { run, server } = mailing();
const proposedAt = plusDays(afterClosing, 10);
const sentAt = plusDays(afterClosing, 11);
const decidedAt = plusDays(afterClosing, 12);
/** Minutes from when the test's worker begins until all of that is over. */
const later = 60 * 24 * 150;
const by = (at: Instant) => ({ accountId: null, at });

/** Ávila and Takahashi have the two seats, Bravo waits; Dorantes of the same institution is not nominated. */
async function announced(database: Database) {
  const world = await selectingWorld(database);
  await decide(database, ["Ávila", "Takahashi"], { decision: "selected" });
  await decide(database, ["Bravo"], { decision: "reserve" });
  await decide(database, ["Cano"], { decision: "notSelected", because: "seats" });
  expect(await announce(database, await promise(database))).toMatchObject({ status: "announced" });
  const other = async (familyName: string, institutionId: Id<"institution">) =>
    (await addAccount(database, { person: { familyName, institutionId }, passwordHash: null })).personId;
  const [first] = await listFor(database, world, world.mexico);
  if (!first) throw new Error("nobody is nominated");
  return {
    ...world,
    leaving: first.id,
    dorantes: await other("Dorantes", world.mexico),
    eto: await other("Etō", world.japan),
  };
}

type World = Awaited<ReturnType<typeof announced>>;

const propose = (
  database: Database,
  { workshopId, leaving }: World,
  personId: Id<"person">,
  at: Instant = proposedAt,
) =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const replaced = await findNomination(trx, { workshopId, id: leaving });
    if (!replaced) throw new Error("nobody leaves");
    return proposeSubstitute(trx, { workshop, replaced }, { personId, because: "workload" }, by(at));
  });

const send = (database: Database, { workshopId }: World, id: Id<"nomination">, at: Instant = sentAt) =>
  database.transact(async (trx) => {
    const nomination = await findNomination(trx, { workshopId, id });
    return nomination && endorse(trx, await held(trx, { code }), [nomination], by(at));
  });

const accept = (database: Database, { workshopId }: World, id: Id<"nomination">, at: Instant = decidedAt) =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const nomination = await findNomination(trx, { workshopId, id });
    return nomination && acceptSubstitute(trx, workshop, nomination, by(at));
  });

/** Proposed, with a letter of its own, and sent. */
async function proposed(database: Database, world: World) {
  const outcome = await propose(database, world, world.dorantes);
  if (outcome.status !== "proposed") throw new Error(outcome.because);
  await handIn(database, world.mexico, plusDays(proposedAt, 0.5), { code, signedOn: "2027-03-18" });
  expect(await send(database, world, outcome.id)).toEqual({ status: "done" });
  return outcome.id;
}

const places = async ({ read }: Database, workshopId: Id<"workshop">) =>
  (await listParticipants(read, workshopId)).map(({ familyName, state }) => `${familyName} ${state}`);

const counted = ({ read }: Database, id: Id<"workshop">) =>
  read.selectFrom("workshop").select(["seatsTaken", "reserveCount"]).where("id", "=", id).executeTakeFirstOrThrow();

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

  test("ends by itself once whoever was to leave has left in another way, or there is no time; its sender is told", async () => {
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
