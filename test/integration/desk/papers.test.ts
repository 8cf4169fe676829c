import { expect, test } from "vitest";
import { loader as paper } from "#app/desk/papers/paper.route.tsx";
import { loader as papers } from "#app/desk/papers/papers.route.tsx";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { castDemo } from "#test/support/cast.ts";
import { describeDatabases, type Open } from "#test/support/databases.ts";
import { findTool } from "#test/support/tools.ts";
import { visit } from "#test/support/visit.ts";
import { addEnrolment, addPerson, addWorkshop, programmeOf } from "#test/support/world.ts";
import { run, squeeze } from "#test/unit/certificates/examples.ts";

/** A coordinator's workshop with Yamada Taro and Ana López seated, and somebody in reserve. */
async function world(open: Open) {
  const database = await open();
  const workshopId = await addWorkshop(database, { code: "MJ-2026-50" });
  const { accountId } = await addAccount(database, {
    grants: [{ role: "coordinator", programmeId: await programmeOf(database, workshopId) }],
  });
  for (const [index, locale] of (["ja", "es", "ja"] as const).entries()) {
    const { personId } = await addPerson(database, { locale, email: null });
    const state = index < 2 ? "confirmed" : "reserve";
    await addEnrolment(database, { workshopId, personId, state, ticket: index + 1 });
  }
  const cookie = await cookieFor(database, accountId);
  const base = "/es/desk/workshops/MJ-2026-50/papers";
  /** What the door answers, whether it returns or throws it. */
  const get = async (rest: string, as = cookie, path = base): Promise<Response> => {
    const answer = await Promise.resolve(paper(visit({ database, path: `${path}/${rest}`, cookie: as }))).catch(
      (thrown: unknown) => thrown,
    );
    return answer as Response;
  };
  return { database, workshopId, cookie, base, get };
}

const textOf = (bytes: Uint8Array) => run("pdftotext", ["-layout", "-", "-"], bytes);
const nameOf = (answer: Response) => /filename="(.+?)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];

describeDatabases("papers to print", (open) => {
  test("are files that say what they are", async () => {
    const { get } = await world(open);
    const names = {
      "sign-in.pdf?session=2": "MJ-2026-50-sign-in-2.pdf",
      "sign-in.pdf?day=2026-11-24": "MJ-2026-50-sign-in-2026-11-24.pdf",
      "sign-in.pdf?day=all": "MJ-2026-50-sign-in.pdf",
      "participants.pdf": "MJ-2026-50-participants.pdf",
      "badges.pdf?size=letter": "MJ-2026-50-badges.pdf",
      "signs.pdf?letters=small": "MJ-2026-50-signs.pdf",
      "timetable.pdf?lang=ja": "MJ-2026-50-timetable.pdf",
    };
    for (const [path, name] of Object.entries(names)) {
      const answer = await get(path);
      expect.soft(answer.status, path).toBe(200);
      expect.soft(nameOf(answer), path).toBe(name);
      expect.soft(answer.headers.get("content-type"), path).toBe("application/pdf");
      expect
        .soft(
          Buffer.from(await answer.arrayBuffer())
            .subarray(0, 5)
            .toString(),
          path,
        )
        .toBe("%PDF-");
    }
  });

  test.skipIf(!findTool("pdftotext"))(
    "say all in three languages, name everybody, and are the same twice",
    async () => {
      const { get } = await world(open);
      const bytes = new Uint8Array(await (await get("sign-in.pdf?session=2&whom=all")).arrayBuffer());
      const again = new Uint8Array(await (await get("sign-in.pdf?session=2&whom=all")).arrayBuffer());
      expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
      const text = squeeze(textOf(bytes));
      for (const words of [
        ...["Lista de asistencia", "署名簿", "Attendance sheet", "Firma", "署名", "Signature"],
        ...["Sesión 2: Sesión 2", "セッション2：第2回", "martes 24 de noviembre de 2026", "令和8年11月24日（火）"],
        ...["09:00–11:00", "Ciudad de México (UTC−6)", "Aula 2", "Valoración aduanera", "関税評価"],
        ...["山田 太郎", "Yamada Taro", "Ana López Ruiz", "001B", "002C", "003D"],
      ])
        expect.soft(text, words).toContain(squeeze(words));
      expect(run("pdfinfo", ["-"], bytes)).toMatch(/Pages: +1\n/);
      const seated = squeeze(textOf(new Uint8Array(await (await get("sign-in.pdf?session=2")).arrayBuffer())));
      expect(seated).toContain("002C");
      expect(seated).not.toContain("003D");
    },
  );

  test("that do not exist are not found, and what no form sends is refused, with a page that says so", async () => {
    const { get } = await world(open);
    const answers: Record<string, number> = {
      "sign-in.pdf?session=999": 404,
      "sign-in.pdf?session=99999999999999999999": 404,
      "sign-in.pdf?session=": 404,
      "sign-in.pdf?session=-1": 404,
      "sign-in.pdf?day=2026-11-30": 404,
      "sign-in.pdf?day=2026-02-30": 400,
      "sign-in.pdf?day=tomorrow": 400,
      "badges.pdf?size=foo": 400,
      "badges.pdf?lang=fr": 400,
      [`badges.pdf?whom=${"x".repeat(5000)}`]: 400,
      "signs.pdf?letters=": 400,
      "poster.pdf": 404,
      "badges.png": 404,
    };
    for (const [path, status] of Object.entries(answers)) {
      const answer = await get(path);
      expect.soft(answer.status, path).toBe(status);
      expect.soft(await answer.text(), path).toContain("<h1>");
    }
  });

  test("lead to the page that says what will fill them, where there is nothing yet", async () => {
    const { database, get, base } = await world(open);
    await database.transact(async (trx) => {
      await trx.deleteFrom("enrolment").execute();
    });
    for (const path of ["badges.pdf", "signs.pdf", "participants.pdf"]) {
      const answer = await get(path);
      expect.soft([answer.status, answer.headers.get("location")], path).toEqual([302, base]);
    }
    // lines for whoever comes
    expect((await get("sign-in.pdf?session=1")).status).toBe(200);
    await database.transact(async (trx) => {
      await trx.deleteFrom("sessionText").execute();
      await trx.deleteFrom("session").execute();
    });
    for (const path of ["sign-in.pdf", "timetable.pdf"]) expect.soft((await get(path)).status, path).toBe(302);
    expect((await get("sign-in.pdf?session=1")).status).toBe(404);
  });

  test("a character that no font has keeps nobody from a badge, and the page says whose name it is", async () => {
    const { database, get, cookie, base } = await world(open);
    const odd = "Ana 🦊 \u{e0100}𓀀";
    await database.transact(async (trx) => {
      await trx
        .updateTable("person")
        .set({ certificateName: odd, nameConfirmedAt: "2026-11-01T12:00:00.000Z" })
        .where("familyName", "=", "López")
        .execute();
    });
    expect((await get("badges.pdf")).status).toBe(200);
    const page = await papers(visit({ database, path: base, cookie }));
    expect(page).toMatchObject({ people: 3, seated: 2, unconfirmed: 1, cut: odd });
  });
});

describeDatabases("whose papers", (open) => {
  test("an instructor prints those of their workshop, and of no other", async () => {
    const { database, cookies, own, foreign } = await castDemo(open);
    const statusOf = async (code = "", cookie = "") => {
      const door = visit({ database, path: `/ja/desk/workshops/${code}/papers/sign-in.pdf?session=1`, cookie });
      const answer = (await Promise.resolve(paper(door)).catch((thrown: unknown) => thrown)) as Response;
      return answer.status;
    };
    expect(await statusOf(own.code, cookies.instructor)).toBe(200);
    expect(await statusOf(foreign.code, cookies.instructor)).toBe(404);
    expect(await statusOf(own.code, cookies["official-jp"])).toBe(403);
    expect(await statusOf(own.code)).toBe(302);
  });
});
