import { expect, test } from "vitest";
import { loader as specimen } from "#app/certificates/document/specimen.route.tsx";
import { action as issue, loader as list } from "#app/certificates/issue/issue.route.tsx";
import { loader as mine } from "#app/certificates/mine/my-certificates.route.tsx";
import { action as remind } from "#app/certificates/names/name-reminders.route.tsx";
import { action as replace, loader as toReplace } from "#app/certificates/validity/replacement.route.tsx";
import { action as revoke } from "#app/certificates/validity/revocation.route.tsx";
import { loader as verify } from "#app/certificates/verification/verification.route.tsx";
import { loader as desk } from "#app/desk/desk.route.tsx";
import { loader as overview } from "#app/desk/workshop/overview.route.tsx";
import { confirmCertificateName } from "#app/people/commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { castDemo } from "#test/support/cast.ts";
import { describeDatabases, type Open } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

const locales = ["es", "ja", "en"] as const;

/** The demo, what its coordinator sends, and a valid certificate of the Japanese official. */
async function world(open: Open) {
  const { database, cookies, own } = await castDemo(open);
  const code = own.code ?? "";
  const number = own.number ?? "";
  const base = `/es/desk/workshops/${code}/certificates`;
  const cookie = cookies.coordinator;
  return { database, cookies, code, number, base, cookie };
}

const holderOf = async ({ read }: Database, number: string) =>
  (await read.selectFrom("certificate").select("personId").where("number", "=", number).executeTakeFirstOrThrow())
    .personId;

const confirmName = (database: Database, personId: Id<"person">, certificateName: string) =>
  database.transact((trx) =>
    confirmCertificateName(
      trx,
      personId,
      { part: "certificate", isConfirmed: true, certificateName, certificateSecondName: "" },
      { accountId: null, at: "2026-11-25T12:00:00.000Z" },
    ),
  );

describeDatabases("replacing by the form", (open) => {
  test("keeps what was typed where something is missing, and saves nothing", async () => {
    const { database, base, number, cookie } = await world(open);
    const path = `${base}/${number}/replacement`;
    const answer = await knock(replace, {
      database,
      path,
      cookie,
      form: { reason: "Falta un apellido.", wording: "x" },
    });
    expect(answer).toMatchObject({
      status: 422,
      data: { errors: { reasonClass: "common:form.choose", isConfirmed: "certificates:form.confirm" } },
    });
    expect(answer.data).toMatchObject({ values: { reason: "Falta un apellido." } });
  });

  test("asks to look again at data that have changed since; then replaces, and says so in public", async () => {
    const { database, base, number, cookie } = await world(open);
    const path = `${base}/${number}/replacement`;
    await confirmName(database, await holderOf(database, number), "髙橋 遥子");
    const wording = async () =>
      ((await knock(toReplace, { database, path, cookie })).data as { wording: string }).wording;
    const form = {
      reasonClass: "nameCorrected",
      reason: "Faltaba un carácter.",
      isConfirmed: "1",
      wording: await wording(),
    };
    await confirmName(database, await holderOf(database, number), "髙橋 遥乃");
    expect(await knock(replace, { database, path, cookie, form })).toMatchObject({
      status: 409,
      data: { errors: { "": "certificates:replacement.refused.changedMeanwhile" }, values: { reason: form.reason } },
    });
    const again = { ...form, wording: await wording() };
    expect((await knock(replace, { database, path, cookie, form: again })).location).toBe(`${base}?done=replaced`);
    expect((await knock(replace, { database, path, cookie, form: again })).status).toBe(409);
    for (const l of locales) {
      const { data } = await knock(verify, { database, path: `/${l}/verify/${number}` });
      const { certificate } = data as { certificate: Record<string, unknown> };
      expect(certificate).toMatchObject({
        status: "replaced",
        reason: "nameCorrected",
        by: { readable: expect.stringMatching(/-\d{4}$/) },
      });
      expect(JSON.stringify(data)).not.toContain("Faltaba");
    }
  });
});

describeDatabases("revoking by the form", (open) => {
  test("says in public when and by which class, and to the holder in which words", async () => {
    const { database, base, number, cookie, cookies } = await world(open);
    const form = { reasonClass: "irregularity", reason: "Se usó sin autorización.", isConfirmed: "1" };
    const path = `${base}/${number}/revocation`;
    expect((await knock(revoke, { database, path, cookie, form })).location).toBe(`${base}?done=revoked`);
    const { data } = await knock(verify, { database, path: `/es/verify/${number}` });
    expect(data).toMatchObject({ certificate: { status: "revoked", reason: "decision", by: null } });
    expect(JSON.stringify(data)).not.toMatch(/autorización|irregularity/);
    const own = await knock(mine, { database, path: "/es/me/certificates", cookie: cookies["official-jp"] });
    const { certificates, missing } = own.data as { certificates: { number: string }[]; missing: unknown[] };
    expect(certificates.find((one) => one.number === number)).toMatchObject({
      ...{ status: "revoked", reasonClass: "irregularity", words: "Se usó sin autorización.", isReady: true },
    });
    expect(missing).toContainEqual(expect.objectContaining({ standing: "none", reasons: ["revoked"] }));
  });
});

describeDatabases("what has changed since", (open) => {
  test("stands on the certificates' page, on the overview and on the desk", async () => {
    const { database, base, code, number, cookie } = await world(open);
    const outdated = async () => {
      const [page, whole, tasks] = [
        (await knock(list, { database, path: base, cookie })).data as { outdated: number },
        (await knock(overview, { database, path: `/es/desk/workshops/${code}`, cookie })).data as {
          certificates: { outdated: number };
        },
        (await knock(desk, { database, path: "/es/desk", cookie })).data as {
          attention: { kind: string; code: string; count: number }[];
        },
      ];
      const asked = tasks.attention.filter(({ kind }) => kind === "outdated");
      return [page.outdated, whole.certificates.outdated, asked.map(({ code, count }) => ({ code, count }))];
    };
    expect(await outdated()).toEqual([0, 0, []]);
    await confirmName(database, await holderOf(database, number), "別の 名前");
    expect(await outdated()).toEqual([1, 1, [{ code, count: 1 }]]);
  });
});

describeDatabases("issuing with a language missing", (open) => {
  test("needs a deliberate tick", async () => {
    const { database, cookie } = await world(open);
    const { id, code } = await database.read
      .selectFrom("workshop")
      .innerJoin("enrolment", "enrolment.workshopId", "workshop.id")
      .select(["workshop.id", "workshop.code"])
      .where("workshop.state", "=", "completed")
      .where("enrolment.id", "not in", (eb) => eb.selectFrom("certificate").select("enrolmentId"))
      .where("enrolment.state", "=", "completed")
      .orderBy("workshop.code", "desc")
      .executeTakeFirstOrThrow();
    await database.transact((trx) =>
      trx
        .updateTable("workshopText")
        .set({ title: "" })
        .where("workshopId", "=", id)
        .where("locale", "=", "en")
        .execute(),
    );
    const path = `/es/desk/workshops/${code}/certificates`;
    const page = (await knock(list, { database, path, cookie })).data as {
      gaps: unknown[];
      rows: { id: string; obstacles: unknown[] }[];
    };
    expect(page.gaps).toEqual([{ kind: "title", of: "", missing: "en", instead: "es" }]);
    const chosen = page.rows.filter(({ obstacles }) => !obstacles.length).map(({ id: one }) => one);
    expect(await knock(issue, { database, path, cookie, form: { chosen } })).toMatchObject({
      status: 422,
      data: { errors: { acceptsGaps: "certificates:form.acceptsGaps" }, values: { chosen } },
    });
    const file = await knock(specimen, { database, path: `${path}/specimen.pdf?enrolment=${chosen[0]}`, cookie });
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const accepted = await knock(issue, { database, path, cookie, form: { chosen, acceptsGaps: "1" } });
    expect(accepted.location).toBe(`${path}?issued=${chosen.length}`);
  });
});

describeDatabases("reminding of names", (open) => {
  test("writes to each once a day, whoever asks and however often", async () => {
    const { database, cookie } = await world(open);
    const { code } = await database.read
      .selectFrom("workshop")
      .innerJoin("enrolment", "enrolment.workshopId", "workshop.id")
      .innerJoin("person", "person.id", "enrolment.personId")
      .select("workshop.code")
      .where("nameConfirmedAt", "is", null)
      .executeTakeFirstOrThrow();
    const path = `/es/desk/workshops/${code}/certificates/name-reminders`;
    const pressed = await Promise.all([1, 2, 3].map(() => knock(remind, { database, path, cookie, form: {} })));
    const counts = pressed.map(({ location }) =>
      Number(new URL(location ?? "", "http://x").searchParams.get("reminded")),
    );
    expect(counts.sort()).toEqual([0, 0, 1]);
    const jobs = await database.read
      .selectFrom("outbox")
      .select("id")
      .where("event", "=", "certificate.nameMissed")
      .execute();
    expect(jobs).toHaveLength(1);
  });
});
