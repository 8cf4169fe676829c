import { expect, test } from "vitest";
import { withdraw } from "#app/enrolment/commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { action as announcing, loader as preview } from "#app/enrolment/selection/announcement/announcement.route.tsx";
import { loader as board, action as deciding } from "#app/enrolment/selection/selection.route.tsx";
import { listNominationHistory } from "#app/nominations/nomination/queries.ts";
import { draftVersion } from "#app/nominations/selection/selection.rules.ts";
import { loader as nomineePage } from "#app/nominations/sender/nominee.route.tsx";
import { plusMinutes } from "#app/time/instant.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment } from "#test/support/world.ts";
import { beforeClosing } from "./calling.ts";
import { brief, code, listFor } from "./nominating.ts";
import { announce, candidatesOf, decide, promise, selectingWorld } from "./selecting.ts";

const { run, server } = mailing();
const path = `/es/desk/workshops/${code}/selection`;

async function decideAll(database: Parameters<typeof decide>[0]) {
  await decide(database, ["Ávila", "Takahashi"], { decision: "selected" });
  await decide(database, ["Bravo"], { decision: "reserve" });
  await decide(database, ["Cano"], { decision: "notSelected", because: "seats", note: "Tercera de su institución" });
}

const places = async (database: Parameters<typeof decide>[0], workshopId: never) =>
  (await listParticipants(database.read, workshopId)).map(({ familyName, state }) => `${familyName} ${state}`);

/** Which letters about a seat these people have. */
const kindsTold = async ({ read }: Parameters<typeof decide>[0], familyNames: string[]) =>
  (
    await read
      .selectFrom("mail")
      .innerJoin("person", "person.id", "mail.personId")
      .select(["person.familyName", "mail.kind"])
      .where("person.familyName", "in", familyNames)
      .where("mail.kind", "like", "enrolment.%")
      .execute()
  )
    .map(({ familyName, kind }) => `${familyName} ${kind}`)
    .toSorted();

describeDatabases("a selection", (open) => {
  test("is drafted, told to nobody, and says what is missing", async () => {
    const database = await open();
    const world = await selectingWorld(database);
    expect(await decide(database, ["Cano"], { decision: "notSelected" })).toBe("because");
    expect(
      await decide(database, ["Cano"], { decision: "selected", eligibility: "ineligible", because: "language" }),
    ).toBe("ineligible");
    expect(await decide(database, ["Cano"], { decision: "selected", version: "1.then" })).toBe("changed");
    expect(await decide(database, ["Ávila"], { decision: "selected" })).toBe(null);
    const cookie = await cookieFor(database, world.hector.accountId);
    const [first] = await listFor(database, world, world.mexico);
    const page = await knock(nomineePage, { database, path: `/es/nominations/${code}/nominees/${first?.id}`, cookie });
    expect([page.data.nominee.state, page.data.nominee.result]).toEqual(["endorsed", null]);
    expect((await knock(board, { database, path, cookie })).status).toBe(403);
    expect(await announce(database, await promise(database))).toEqual({ status: "refused", because: "problems" });
    await decideAll(database);
    expect(await announce(database, await promise(database), beforeClosing)).toMatchObject({ because: "problems" });
    expect(await announce(database, "2.1.1.0.")).toMatchObject({ because: "changed" });
  });

  test("is announced at once: seats, reserve, states, history; and twice does nothing twice", async () => {
    const database = await open();
    const world = await selectingWorld(database);
    await decideAll(database);
    const promised = await promise(database);
    expect(await announce(database, promised)).toMatchObject({ status: "announced" });
    expect(await announce(database, promised)).toEqual({ status: "refused", because: "problems" });
    expect(await places(database, world.workshopId as never)).toEqual([
      "Ávila confirmed",
      "Takahashi confirmed",
      "Bravo reserve",
    ]);
    expect(brief(await listFor(database, world, world.mexico))).toEqual([
      "1 Ávila selected",
      "2 Bravo reserve",
      "3 Cano notSelected",
    ]);
    const [first] = await listFor(database, world, world.mexico);
    const history = await listNominationHistory(database.read, first?.id as never);
    expect(history.map(({ toState, who }) => `${toState} ${who}`)).toEqual([
      "selected host",
      "endorsed sender",
      "draft sender",
    ]);
    const cookie = await cookieFor(database, world.hector.accountId);
    const reserve = (await listFor(database, world, world.mexico))[1];
    const page = await knock(nomineePage, {
      database,
      path: `/es/nominations/${code}/nominees/${reserve?.id}`,
      cookie,
    });
    expect([page.data.nominee.state, page.data.nominee.result.reserveRank]).toEqual(["reserve", 1]);
  });

  test("sells no seat that somebody has taken meanwhile", async () => {
    const database = await open();
    const world = await selectingWorld(database);
    await decideAll(database);
    const promised = await promise(database);
    await addEnrolment(database, { workshopId: world.workshopId, personId: world.makoto.personId, state: "confirmed" });
    await database.transact((trx) =>
      trx
        .updateTable("workshop")
        .set({ seatsTaken: 1 })
        .where("id", "=", world.workshopId)
        .execute()
        .then(() => {}),
    );
    expect(await announce(database, promised)).toEqual({ status: "refused", because: "problems" });
    expect(await places(database, world.workshopId as never)).toEqual(["Kobayashi confirmed"]);
  });

  test("is told to focal points first, then to each nominee, each in their language", async () => {
    const database = await open();
    await selectingWorld(database);
    await run(database, later);
    server().inbox.length = 0;
    await decideAll(database);
    await announce(database, await promise(database));
    await run(database, later * 4);
    const inbox = () =>
      server().inbox.map((letter) => [
        [letter.to].flat().map((one) => (one as { text: string }).text)[0],
        letter.subject,
      ]);
    const first = inbox();
    expect(first.toSorted()).toEqual([
      ["hector@sat.example", "Resultado de la selección: Valoración aduanera"],
      ["makoto@jcg.example", "【Puente】選考結果のお知らせ（関税評価）"],
    ]);
    const text = server().inbox.find((letter) => letter.subject?.startsWith("Resultado"))?.text ?? "";
    expect(text).toMatch(/Seleccionadas: .*Ávila/);
    expect(text).toMatch(/En lista de espera: .*Bravo.*lugar 1/);
    expect(text).toMatch(/No seleccionadas: .*Cano.*No hay lugares/);
    await run(database, later * 4 + 5);
    expect(inbox().length - first.length).toBe(4);
    await run(database, later * 4 + 60);
    expect(inbox()).toHaveLength(first.length + 4);
  });

  test("is told as it stands: nobody hears of a seat or a queue that they have left", async () => {
    const database = await open();
    const { ana, workshopId } = await selectingWorld(database);
    await run(database, later);
    await decideAll(database);
    await announce(database, await promise(database));
    await run(database, later * 4);
    server().inbox.length = 0;
    // before the nominees' letters are due
    const at = plusMinutes("2026-11-20T15:00:00.000Z", later * 4);
    await database.transact((trx) => withdraw(trx, { personId: ana, workshopId }, { accountId: null, at }));
    await run(database, later * 4 + 5);
    expect(await kindsTold(database, ["Ávila", "Bravo", "Takahashi"])).toEqual([
      "Bravo enrolment.promoted",
      "Takahashi enrolment.selected",
      "Ávila enrolment.withdrawn",
    ]);
  });

  test("goes from the board to the announcement by plain forms", async () => {
    const database = await open();
    const { coordinator } = await selectingWorld(database);
    const cookie = await cookieFor(database, coordinator.accountId);
    const all = await candidatesOf(database);
    const n = all.filter(({ familyName }) => familyName !== "Cano").map(({ id }) => id);
    const query = new URLSearchParams([["step", "review"], ["decision", "selected"], ...n.map((id) => ["n", id])]);
    const review = await knock(board, { database, path: `${path}?${query}`, cookie });
    expect(review.data.review).toMatchObject({ decision: "selected", effects: [{ free: 2, selected: 3, left: -1 }] });
    const form = {
      part: "decision",
      n,
      decision: "selected",
      version: draftVersion(all),
      because: "",
      eligibility: "",
      note: "",
    };
    const saved = await knock(deciding, {
      database,
      path,
      cookie,
      form: { ...form, version: review.data.review.version },
    });
    expect(saved.headers.get("Location")).toBe(`${path}?done=saved`);
    const stale = await knock(deciding, { database, path, cookie, form: { ...form, version: "0." } });
    expect([stale.status, stale.data.errors]).toEqual([409, { "": "selection:refused.changed" }]);
    const nobody = await knock(deciding, { database, path, cookie, form: { ...form, n: [] } });
    expect([nobody.status, nobody.data.errors]).toEqual([422, { n: "selection:form.people" }]);
    const shown = await knock(preview, { database, path: `${path}/announcement`, cookie });
    expect(shown.data.problems.map(({ because }: { because: string }) => because)).toContain("callOpen");
    const pressed = await knock(announcing, {
      ...{ database, path: `${path}/announcement`, cookie },
      form: { promised: shown.data.promised },
    });
    expect(pressed.headers.get("Location")).toBe(`${path}/announcement?refused=problems`);
  });
});

/** From the day of the mailer's clock to that of the calls. */
const later = 60 * 24 * 30;
