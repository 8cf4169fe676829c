import { expect, test } from "vitest";
import { action, loader } from "#app/nominations/call/desk/call.route.tsx";
import { loader as paper } from "#app/nominations/call/public/call-paper.route.ts";
import { loader as page } from "#app/nominations/call/public/public-call.route.tsx";
import { findCall, listCallVersions } from "#app/nominations/call/queries.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { callFields, callingWorld, code, publish, save } from "./calling.ts";

const { run, server } = mailing();
const addressOf = ({ to }: { to?: unknown }) => [to].flat().map((one) => (one as { text: string }).text)[0];
/** From the day of the mailer's clock to that of the calls. */
const later = 60 * 24 * 30;

describeDatabases("a call", (open) => {
  test("is a draft until it is published, and then a version with each change", async () => {
    const database = await open();
    const { workshopId, mexico } = await callingWorld(database);
    expect(await publish(database)).toEqual({ status: "refused", because: "nothing" });
    const saved = { status: "saved", version: 0, isNew: false };
    expect(await save(database, {})).toEqual(saved);
    expect(await publish(database)).toEqual({ status: "refused", because: "noSender" });
    expect(await save(database, { institutions: [mexico] })).toEqual(saved);
    expect(await publish(database)).toEqual({ status: "published" });
    expect(await publish(database)).toEqual({ status: "refused", because: "already" });
    // nothing has changed: no version
    expect(await save(database, { institutions: [mexico], reason: "Nada" })).toEqual({ ...saved, version: 1 });
    const change = { institutions: [mexico], "aim.es": "Otro objetivo" };
    expect(await save(database, change)).toEqual({ status: "refused", field: "reason", because: "noReason" });
    expect(await save(database, { ...change, reason: "Más claro" })).toEqual({
      status: "saved",
      version: 2,
      isNew: true,
    });
    const versions = await listCallVersions(database.read, workshopId);
    expect(versions.map(({ number, reason, content }) => [number, reason, content.texts.aim.es])).toEqual([
      [2, "Más claro", "Otro objetivo"],
      [1, "", "Texto"],
    ]);
  });

  test("comes no nearer, and everybody invited is told once where its days move away", async () => {
    const database = await open();
    const { workshopId, mexico } = await callingWorld(database);
    await save(database, { institutions: [mexico] });
    await publish(database);
    await run(database, later);
    const inbox = () => server().inbox.map((letter) => [addressOf(letter), letter.subject]);
    expect(inbox()).toEqual([["hector@sat.example", "Convocatoria abierta: Valoración aduanera"]]);
    expect(server().inbox[0]?.text).toContain("8 mar 2027, 23:59 (Ciudad de México)");

    const nearer = { institutions: [mexico], closesOn: "2027-03-07", reason: "Prisa" };
    expect(await save(database, nearer)).toEqual({ status: "refused", field: "closesOn", because: "earlier" });
    expect((await findCall(database.read, workshopId))?.content.closesOn).toBe("2027-03-08");
    // the country joins, and the day moves: one hears of the call, the other of the new day
    server().inbox.length = 0;
    await save(database, { institutions: [mexico], countries: ["JP"], closesOn: "2027-03-15", reason: "Feriado" });
    await run(database, later);
    await run(database, later + 5);
    expect(inbox().toSorted()).toEqual([
      ["hector@sat.example", "Se amplió el plazo: Valoración aduanera"],
      ["makoto@jcg.example", "【Puente】募集のお知らせ（関税評価）"],
    ]);
    const japanese = server().inbox.find((letter) => addressOf(letter) === "makoto@jcg.example");
    expect(japanese?.text).toContain("2027年3月16日");
  });

  test("is written at the desk; what is wrong is said at its field, and what was typed stays", async () => {
    const database = await open();
    const { coordinator, mexico, workshopId, hector } = await callingWorld(database);
    const cookie = await cookieFor(database, coordinator.accountId);
    const path = `/es/desk/workshops/${code}/call`;
    const opened = await knock(loader, { database, path, cookie });
    expect([opened.status, opened.data.version, opened.data.initial.nomineesMax]).toEqual([200, null, "2"]);
    const form = { ...callFields, institutions: mexico, closesOn: "2027-02-01", "aim.ja": "目的" };
    const refused = await knock(action, { database, path, cookie, form });
    expect([refused.status, refused.data.errors, refused.data.values["aim.ja"]]).toEqual([
      422,
      { nomineeClosesOn: "calls:refused.order" },
      "目的",
    ]);
    const foreign = await knock(action, {
      ...{ database, path, cookie },
      form: { ...form, institutions: "nobody", closesOn: "2027-03-08" },
    });
    expect([foreign.status, foreign.data.errors]).toEqual([422, { institutions: "common:form.choose" }]);
    expect(await findCall(database.read, workshopId)).toBeNull();
    const saved = await knock(action, { database, path, cookie, form: { ...form, closesOn: "2027-03-08" } });
    expect([saved.status, saved.headers.get("Location")]).toEqual([302, `${path}?done=saved`]);
    const focal = await cookieFor(database, hector.accountId);
    expect((await knock(loader, { database, path, cookie: focal })).status).toBe(403);
  });

  test("is everybody's from its publication on, each version as it was, and on paper in three languages", async () => {
    const database = await open();
    const { mexico } = await callingWorld(database);
    const path = `/ja/workshops/${code}/call`;
    await save(database, { institutions: [mexico] });
    expect((await knock(page, { database, path })).status).toBe(404);
    await publish(database);
    await save(database, { institutions: [mexico], "aim.ja": "新しい目的", reason: "訂正" });
    const seen = await knock(page, { database, path });
    expect([seen.status, seen.data.number, seen.data.call.parts[0].text]).toEqual([
      200,
      2,
      { text: "新しい目的", lang: "ja" },
    ]);
    expect(seen.data.call.sender).toEqual({
      host: "2027年3月8日 23:59（メキシコシティ）",
      other: "2027年3月9日 14:59（東京）",
    });
    const former = await knock(page, { database, path: `${path}?version=1` });
    expect(former.data.call.parts[0].text).toEqual({ text: "文章", lang: "ja" });
    expect((await knock(page, { database, path: `${path}?version=3` })).status).toBe(404);
    for (const locale of ["es", "ja", "en"]) {
      const made = await knock(paper, { database, path: `/${locale}/workshops/${code}/call.pdf` });
      expect([made.status, made.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    }
  });
});
