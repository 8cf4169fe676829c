import { expect, test } from "vitest";
import { action, loader } from "#app/faculty/requests/teaching-request.route.tsx";
import { now, plusDays } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { at as mailAt, mailing } from "#test/integration/mail/mailing.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { answering, ask, proposed, statesOf } from "./teaching.ts";

const { run, server } = mailing();

const linkIn = (text: string) => /https:\/\/puente\.example(\/\w\w\/requests\/[\w-]{43})/.exec(text)?.[1] ?? "";

describeDatabases("the letter that asks", (open) => {
  test.each([
    ["es", "¿Puede participar? Valoración aduanera"],
    ["ja", "【Puente】ご担当のお願い（関税評価）"],
    ["en", "Can you take part? Valoración aduanera"],
  ] as const)("is in its reader's language (%s), and its link opens without an account", async (locale, subject) => {
    const database = await open();
    const { by } = await proposed(database, { locale, startsOn: localDate(plusDays(now(), 20), "UTC") });
    await ask(database, mailAt, by.accountId);
    await run(database);
    const [letter] = server().inbox;
    expect(letter?.subject).toBe(subject);
    const path = linkIn(letter?.text ?? "");
    expect(path.slice(0, 4)).toBe(`/${locale}/`);
    const page = await knock(loader, { database, path });
    expect([page.status, page.data.request.sessions.length]).toEqual([200, 2]);
    // the letter's secret stands nowhere else
    const kept = await database.read.selectFrom("mail").select("bodyText").execute();
    expect(kept.map(({ bodyText }) => bodyText)).toEqual([null]);

    const input = await answering(database, [1]);
    const form = {
      ...{ answer: "accept", accepted: input.accepted, reason: "" },
      seen: input.seen.map(({ sessionId, startsAt }) => `${sessionId}@${startsAt}`),
    };
    const empty = await knock(action, { database, path, form: { ...form, accepted: [], reason: "Tal vez" } });
    expect([empty.status, empty.data.errors.accepted, empty.data.values.reason]).toEqual([
      422,
      "faculty:form.nothingTicked",
      "Tal vez",
    ]);
    const answered = await knock(action, { database, path, form });
    expect([answered.status, answered.headers.get("Location")]).toEqual([302, `${path}?done=partly`]);
    expect(await statesOf(database)).toEqual({ 1: "accepted", 2: "declined" });
  });

  test("another link opens nothing", async () => {
    const database = await open();
    await proposed(database);
    await ask(database);
    const path = `/es/requests/${"x".repeat(43)}`;
    expect((await knock(loader, { database, path })).status).toBe(410);
    expect((await knock(action, { database, path, form: { answer: "decline" } })).status).toBe(410);
  });
});
