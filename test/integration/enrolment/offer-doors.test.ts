import { beforeEach, expect, test, vi } from "vitest";
import * as myOffer from "#app/enrolment/offers/answering/my-offer.route.tsx";
import * as offer from "#app/enrolment/offers/answering/offer.route.tsx";
import * as deskOffer from "#app/enrolment/offers/desk/participant-offer.route.tsx";
import { makeOfferLink } from "#app/enrolment/offers/letters/links.commands.ts";
import { endDueOffers } from "#app/enrolment/offers/offers.jobs.ts";
import { findOwnOffer } from "#app/enrolment/offers/offers.queries.ts";
import * as me from "#app/enrolment/own/me.route.tsx";
import { plusDays, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { at, mailing } from "#test/integration/mail/mailing.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { programmeOf } from "#test/support/world.ts";
import { addAsking } from "./offer-world.ts";
import { add } from "./on-behalf.ts";

const mails = mailing();
const code = "MJ-1";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) });
  return () => void vi.useRealTimers();
});

/** One seat, given to Haruka by the coordinator; Mariana waits. Both are of an institution with a focal point. */
async function asking(database: Database) {
  const workshopId = await addAsking(database, { code, capacity: 1 });
  const { id: institutionId } = await database.read
    .selectFrom("institution")
    .select("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  const programmeId = await programmeOf(database, workshopId);
  const named = (email: string, givenName: string, locale: "es" | "ja" | "en", grants: Grants = ["official"]) =>
    addAccount(database, { email, grants, at, person: { givenName, familyName: "Ito", locale } });
  const haruka = await named("haruka@demo.example", "Haruka", "ja");
  const mariana = await named("mariana@demo.example", "Mariana", "es");
  const desk = await named("desk@demo.example", "Jorge", "en", [{ role: "coordinator", programmeId }]);
  await named("focal@demo.example", "Aiko", "es", [{ role: "focalPoint", institutionId }]);
  const ids = [haruka.personId, mariana.personId];
  await database.transact((trx) => trx.updateTable("person").set({ institutionId }).where("id", "in", ids).execute());
  await database.transact((trx) => add(trx, [haruka, mariana], { workshopId, accountId: desk.accountId, at }));
  const asked = await findOwnOffer(database.read, code, haruka.personId);
  const token = await database.transact((trx) => makeOfferLink(trx, asked?.id as Id<"offer">, at));
  const cookie = (who: typeof desk) => cookieFor(database, who.accountId, at);
  const link = { database, path: `/es/offers/${token}` };
  return { workshopId, haruka, mariana, desk, asked, cookie, link };
}
type Grants = NonNullable<Parameters<typeof addAccount>[1]>["grants"];

const lettersTo = (name: string) =>
  mails.server().inbox.filter(({ to }) => [to].flat()[0]?.text === `${name}@demo.example`);

const offers = ({ read }: Database) =>
  read.selectFrom("offer").select(["state", "answeredBy", "because", "note"]).orderBy("madeAt").orderBy("id").execute();

describeDatabases("the letters of a seat that is confirmed", (open) => {
  test("ask in the reader's language until when, by a link; the next is asked in turn; others hear of it", async () => {
    const database = await open();
    const { link } = await asking(database);
    await mails.run(database, 2);
    const [first] = lettersTo("haruka");
    expect(first?.subject).toContain("参加のご確認");
    expect(first?.text).toContain("回答期限：2026年11月30日");
    const own = /https:\/\/puente\.example(\/ja\/offers\/[\w-]+)/.exec(first?.text ?? "")?.[1] ?? "";
    expect((await knock(offer.loader, { database, path: own })).data.offer.workshop.code).toBe(code);
    vi.setSystemTime(Date.parse(plusMinutes(at, 5)));
    const sent = { part: "decline", because: "visa", note: "Sin visado." };
    expect(await knock(offer.action, { ...link, path: own, form: sent })).toMatchObject({ status: 302 });
    await mails.run(database, 10);
    const subjectsTo = (name: string) =>
      lettersTo(name)
        .map(({ subject }) => subject)
        .join();
    expect(subjectsTo("focal")).toContain("no participará");
    expect(subjectsTo("desk")).toContain("will not come");
    expect(subjectsTo("mariana")).toContain("Confirme su participación");
    expect(subjectsTo("haruka")).toContain("辞退受付");
    const report = lettersTo("focal")
      .map(({ text }) => text)
      .join();
    expect(report).toContain("Visa");
    // what somebody has added is the coordination's
    expect(report).not.toContain("Sin visado");
  });
});

describeDatabases("an offer's pages", (open) => {
  test("by link: reading changes nothing; accepted once, and told so the second time", async () => {
    const database = await open();
    const { link } = await asking(database);
    expect((await knock(offer.loader, link)).data).toMatchObject({ offer: { refusal: null }, isSignedIn: false });
    expect((await offers(database))[0]?.state).toBe("open");
    expect(await knock(offer.action, { ...link, form: { part: "accept" } })).toMatchObject({ status: 302 });
    expect((await knock(offer.loader, link)).data.offer.refusal).toBe("accepted");
    const refused = await knock(offer.action, { ...link, form: { part: "decline", because: "other" } });
    expect([refused.status, refused.data.errors]).toEqual([409, { "": "offers:refused.accepted" }]);
    expect(await offers(database)).toEqual([{ state: "accepted", answeredBy: "link", because: null, note: null }]);
  });

  test("by link: unknown, somebody else's, late, and without a reason each say so", async () => {
    const database = await open();
    const { link, mariana, cookie } = await asking(database);
    const unknown = await knock(offer.loader, { database, path: "/es/offers/unknown" });
    expect([unknown.status, unknown.data]).toEqual([410, { problem: "gone" }]);
    const others = { ...link, cookie: await cookie(mariana) };
    const other = await knock(offer.loader, others);
    expect([other.status, other.data]).toEqual([403, { problem: "other" }]);
    expect((await knock(offer.action, { ...others, form: { part: "accept" } })).status).toBe(403);
    const empty = await knock(offer.action, { ...link, form: { part: "decline", because: "" } });
    expect([empty.status, empty.data.errors]).toEqual([422, { because: "common:form.choose" }]);
    vi.setSystemTime(Date.parse(plusDays(at, 11)));
    const late = await knock(offer.action, { ...link, form: { part: "accept" } });
    expect([late.status, late.data.errors]).toEqual([409, { "": "offers:refused.late" }]);
    await endDueOffers(database, plusDays(at, 11));
    expect((await knock(offer.loader, link)).data.offer.refusal).toBe("lapsed");
  });

  test("signed in: their page says what is owed first, and nobody finds another's", async () => {
    const database = await open();
    const { haruka, mariana, cookie } = await asking(database);
    const own = { database, cookie: await cookie(haruka) };
    const mine = await knock(me.loader, { ...own, path: "/ja/me" });
    expect(mine.data.owed).toMatchObject([{ code }]);
    const path = `/ja/me/offers/${code.toLowerCase()}`;
    const strange = { database, path, cookie: await cookie(mariana) };
    expect((await knock(myOffer.loader, strange)).status).toBe(404);
    expect((await knock(myOffer.action, { ...strange, form: { part: "accept" } })).status).toBe(404);
    expect(await knock(myOffer.action, { ...own, path, form: { part: "accept" } })).toMatchObject({ status: 302 });
    expect(await offers(database)).toMatchObject([{ state: "accepted", answeredBy: "self" }]);
    expect((await knock(me.loader, { ...own, path: "/ja/me" })).data.owed).toEqual([]);
  });

  test("the desk gives more time, and records what somebody has said, with a reason", async () => {
    const database = await open();
    const { asked, desk, cookie } = await asking(database);
    const path = `/es/desk/workshops/${code}/participants/${asked?.enrolmentId}/offer`;
    const visit = { database, path, cookie: await cookie(desk) };
    expect((await knock(deskOffer.loader, visit)).data.refusal).toBeNull();
    const extend = (answerByOn: string) =>
      knock(deskOffer.action, { ...visit, form: { part: "extend", answerByOn, reason: "Lo solicitó." } });
    expect((await extend("2026-11-25")).data.errors).toEqual({ answerByOn: "offers:extend.notLater" });
    expect(await extend("2026-12-10")).toMatchObject({ status: 302 });
    const silent = await knock(deskOffer.action, { ...visit, form: { part: "accept", reason: "" } });
    expect([silent.status, Object.keys(silent.data.errors)]).toEqual([422, ["reason"]]);
    const said = { part: "decline", because: "post", reason: "Llamó por teléfono." };
    expect(await knock(deskOffer.action, { ...visit, form: said })).toMatchObject({ status: 302 });
    expect((await offers(database))[0]).toEqual({
      ...{ state: "declined", answeredBy: "desk", because: "post", note: "Llamó por teléfono." },
    });
    expect((await offers(database))[1]).toMatchObject({ state: "open" });
  });
});
