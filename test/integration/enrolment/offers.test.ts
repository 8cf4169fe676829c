import { expect, test } from "vitest";
import { undoAct } from "#app/enrolment/behalf/act/undo.commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { answerOffer } from "#app/enrolment/offers/answers.commands.ts";
import { listExtensions } from "#app/enrolment/offers/extensions.queries.ts";
import { extendOffer, followOffer } from "#app/enrolment/offers/following.commands.ts";
import { endDueOffers, endOfferLinks, remindOfOffers } from "#app/enrolment/offers/offers.jobs.ts";
import { findOffer, findStandingOffer } from "#app/enrolment/offers/offers.queries.ts";
import { findEnrolment } from "#app/enrolment/queries.ts";
import { plusDays, plusSeconds } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { accept, addAsking, asked, decline, recorded, say } from "./offer-world.ts";
import { add, change } from "./on-behalf.ts";

const at = "2026-11-01T12:00:00.000Z" as const;

/** A workshop of two seats; a coordinator gives them to the first two, and the third waits. */
async function given(database: Database) {
  const workshopId = await addAsking(database, { code: "MJ-1", capacity: 2 });
  const somebody = () => addAccount(database, { passwordHash: null });
  const people = [await somebody(), await somebody(), await somebody(), await somebody()] as const;
  const [ana, haruka, taro, emi] = people;
  const { accountId } = await addAccount(database, { passwordHash: null });
  const where = (days = 0) => ({ workshopId, accountId, at: plusDays(at, days) });
  const act = <Done>(work: (trx: Writer) => Promise<Done>) => database.transact(work);
  const added = await act((trx) => add(trx, [ana, haruka, taro], where()));
  const offerOf = async ({ personId }: Someone) => {
    const enrolment = await findEnrolment(database.read, workshopId, personId);
    return (enrolment && (await findStandingOffer(database.read, enrolment.id)))?.id as Id<"offer">;
  };
  const seen = async () =>
    (await asked(database, workshopId)).map(({ personId, state, offer }) => [
      people.findIndex((one) => one.personId === personId),
      state,
      offer,
    ]);
  return { workshopId, ana, haruka, taro, emi, where, act, added, offerOf, seen };
}
type Someone = { personId: Id<"person">; accountId: Id<"account"> };

const eventsOf = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("event").where("event", "like", "offer.%").orderBy("id").execute()).map(
    ({ event }) => event,
  );

describeDatabases("whoever is given a seat", (open) => {
  test("is asked until a day, and whoever takes one is asked nothing", async () => {
    const database = await open();
    const { workshopId, emi, seen, act, where } = await given(database);
    expect(await seen()).toEqual([
      [0, "confirmed", "open"],
      [1, "confirmed", "open"],
      [2, "reserve", null],
    ]);
    expect((await asked(database, workshopId))[0]?.answerByOn).toBe("2026-11-11");
    await act((trx) => change(trx, emi, "withdrawn", where()));
    await act((trx) => trx.updateTable("workshop").set({ capacity: 4 }).where("id", "=", workshopId).execute());
    await act((trx) => enrol(trx, { ...emi, workshopId }, { ...emi, at }));
    expect((await seen()).at(-1)).toEqual([3, "confirmed", null]);
    expect(await recorded(database, "enrolment.offered")).toBe(2);
  });

  test("who declines gives it to the next, who is asked in turn; the same answer twice is there once", async () => {
    const database = await open();
    const { ana, haruka, where, act, seen, offerOf } = await given(database);
    const anas = await offerOf(ana);
    expect(await act((trx) => say(trx, haruka, accept, where(1)))).toEqual({ status: "accepted" });
    expect(await act((trx) => say(trx, ana, decline, where(1)))).toEqual({ status: "declined" });
    const by = { accountId: null, at: plusDays(at, 2), via: "link" } as const;
    expect(await act((trx) => answerOffer(trx, anas, decline, by))).toEqual({ status: "declined" });
    expect(await act((trx) => answerOffer(trx, anas, accept, by))).toEqual({
      status: "refused",
      because: "declined",
    });
    expect(await seen()).toEqual([
      [0, "withdrawn", null],
      [1, "confirmed", "accepted"],
      [2, "confirmed", "open"],
    ]);
    expect(await recorded(database, "enrolment.declined")).toBe(1);
    expect(await eventsOf(database)).toEqual(["offer.accepted", "offer.ended", "offer.ended"]);
  });

  test("and says nothing loses it once, however often the round comes", async () => {
    const database = await open();
    const { ana, where, act, seen } = await given(database);
    await act((trx) => say(trx, ana, accept, where(1)));
    await endDueOffers(database, plusDays(at, 10));
    expect((await seen()).map(([, state]) => state)).toEqual(["confirmed", "confirmed", "reserve"]);
    for (const days of [11, 11, 12]) await endDueOffers(database, plusDays(at, days));
    expect(await seen()).toEqual([
      [0, "confirmed", "accepted"],
      [1, "withdrawn", null],
      [2, "confirmed", "open"],
    ]);
    expect(await recorded(database, "enrolment.lapsed")).toBe(1);
  });

  test("is reminded on the fifth and the eighth day, and has more time where the desk gives it", async () => {
    const database = await open();
    const { ana, haruka, where, act, offerOf } = await given(database);
    await act((trx) => say(trx, haruka, accept, where(1)));
    const reminders = async () => (await eventsOf(database)).filter((event) => event === "offer.reminded").length;
    const counts: number[] = [];
    for (const days of [4, 5, 5, 7, 8, 9]) {
      await remindOfOffers(database, plusDays(at, days));
      counts.push(await reminders());
    }
    expect(counts).toEqual([0, 1, 1, 1, 2, 2]);
    const anas = await offerOf(ana);
    const extend = (day: `${number}-${number}-${number}`) =>
      act((trx) => extendOffer(trx, anas, { day, reason: "Lo solicitó." }, where(9)));
    expect(await extend("2026-11-11")).toEqual({ status: "refused", because: "notLater" });
    expect(await extend("2026-11-20")).toEqual({ status: "extended" });
    expect(await reminders()).toBe(3);
    const { enrolmentId } = (await findOffer(database.read, anas))!;
    expect(await listExtensions(database.read, enrolmentId)).toMatchObject([
      { from: "2026-11-11", until: "2026-11-20", reason: "Lo solicitó." },
    ]);
    await endDueOffers(database, plusDays(at, 12));
    expect(await offerOf(ana)).toBe(anas);
  });
});

describeDatabases("an offer ends with its enrolment", (open) => {
  test("that is withdrawn, and stands again where that is undone", async () => {
    const database = await open();
    const { workshopId, ana, haruka, where, act, seen } = await given(database);
    await act((trx) => say(trx, ana, accept, where(1)));
    const done = await act((trx) => change(trx, ana, "withdrawn", where(2)));
    expect(await seen()).toEqual([
      [0, "withdrawn", null],
      [1, "confirmed", "open"],
      [2, "confirmed", "open"],
    ]);
    if (done.status !== "done") throw new Error("refused");
    const undoing = { ...where(2), at: plusSeconds(where(2).at, 5) };
    await act((trx) => undoAct(trx, { actId: done.actId, workshopId }, undoing));
    expect(await seen()).toEqual([
      [0, "confirmed", "accepted"],
      [1, "confirmed", "open"],
      [2, "reserve", null],
    ]);
    await act((trx) => withdraw(trx, { ...haruka, workshopId }, { ...haruka, at: plusDays(at, 3) }));
    expect((await seen())[1]).toEqual([1, "withdrawn", null]);
  });

  test("that never was: an adding undone leaves nothing, one that was answered stays", async () => {
    const database = await open();
    const { workshopId, ana, emi, where, act, added } = await given(database);
    if (added.status !== "done") throw new Error("refused");
    await act((trx) => say(trx, ana, accept, { workshopId, at: plusSeconds(at, 5) }));
    const undoing = { ...where(), at: plusSeconds(at, 10) };
    expect(await act((trx) => undoAct(trx, { actId: added.actId, workshopId }, undoing))).toEqual({
      status: "refused",
      because: "changed",
    });
    await act((trx) => trx.updateTable("workshop").set({ capacity: 4 }).where("id", "=", workshopId).execute());
    const again = await act((trx) => add(trx, [emi], where(1)));
    if (again.status !== "done") throw new Error("refused");
    const later = { ...where(1), at: plusSeconds(where(1).at, 5) };
    await act((trx) => undoAct(trx, { actId: again.actId, workshopId }, later));
    expect(await findEnrolment(database.read, workshopId, emi.personId)).toBeNull();
  });

  test("once the workshop is cancelled nobody is asked, and nobody loses a seat by silence", async () => {
    const database = await open();
    const { workshopId, act, seen } = await given(database);
    await act((trx) => trx.updateTable("workshop").set({ state: "cancelled" }).where("id", "=", workshopId).execute());
    await endDueOffers(database, plusDays(at, 20));
    expect((await seen()).slice(0, 2)).toEqual([
      [0, "confirmed", null],
      [1, "confirmed", null],
    ]);
    expect(await eventsOf(database)).toEqual([]);
    await endOfferLinks(database, plusDays(at, 400));
  });
});

describeDatabases("an answer, the end of its day and a withdrawal at one moment", (open) => {
  const late = plusDays(at, 11);
  const byDesk = { accountId: null, at: late, via: "desk" } as const;

  test("one of them counts, and the seat is given on once at most", async () => {
    const database = await open();
    const { workshopId, ana, haruka, seen, offerOf, act, where } = await given(database);
    await act((trx) => say(trx, haruka, accept, where(1)));
    const anas = await offerOf(ana);
    const [answered] = await overlapping(
      database,
      (own) => own.transact((trx) => answerOffer(trx, anas, accept, byDesk)),
      () =>
        Promise.all([
          database.transact((trx) => followOffer(trx, anas, late)),
          database.transact((trx) => followOffer(trx, anas, late)),
        ]),
    );
    expect(answered).toEqual({ status: "accepted" });
    expect((await seen())[0]).toEqual([0, "confirmed", "accepted"]);
    // and the other way about
    await database.transact((trx) => withdraw(trx, { ...ana, workshopId }, { ...ana, at: late }));
    const [taros] = await Promise.all([offerOf({ ...ana, personId: await thirdOf(database, workshopId) })]);
    const later = plusDays(late, 11);
    const [, refused] = await overlapping(
      database,
      (own) => own.transact((trx) => followOffer(trx, taros, later)),
      () => database.transact((trx) => answerOffer(trx, taros, accept, { ...byDesk, at: later })),
    );
    expect(refused).toEqual({ status: "refused", because: "lapsed" });
    expect(await recorded(database, "enrolment.lapsed")).toBe(1);
    const counters = await database.read.selectFrom("workshop").select(["seatsTaken", "reserveCount"]).execute();
    expect(counters).toEqual([{ seatsTaken: 1, reserveCount: 0 }]);
  });

  test("negative control: without the second look, what was accepted lapses all the same", async () => {
    const database = await open();
    const { ana, haruka, seen, offerOf, act, where } = await given(database);
    await act((trx) => say(trx, haruka, accept, where(1)));
    const anas = await offerOf(ana);
    const careless = async (trx: Writer) => {
      await trx.updateTable("offer").set({ state: "lapsed", endedAt: late }).where("id", "=", anas).execute();
      await withdraw(trx, { ...ana, workshopId: where().workshopId }, { accountId: null, at: late });
    };
    const [answered] = await overlapping(
      database,
      (own) => own.transact((trx) => answerOffer(trx, anas, accept, byDesk)),
      () => database.transact(careless),
    );
    expect(answered).toEqual({ status: "accepted" });
    expect((await seen())[0]).toEqual([0, "withdrawn", null]);
  });
});

const thirdOf = async (database: Database, workshopId: Id<"workshop">) =>
  (await asked(database, workshopId)).find(({ offer }) => offer === "open")?.personId as Id<"person">;
