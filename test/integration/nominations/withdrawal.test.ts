import { expect, test } from "vitest";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { endorse, withdrawNomination } from "#app/nominations/nomination/steps.commands.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { code, handIn, listFor, nominateAt, nominatingWorld, put } from "./nominating.ts";

const { run, server } = mailing();
const later = 60 * 24 * 150;
const by = (at: Instant) => ({ accountId: null, at });
type Who = "nominee" | "sender" | "host";

/** Somebody of the Mexican institution is nominated, and sent or not. */
async function nominated(database: Database, isSent: boolean) {
  const world = await nominatingWorld(database);
  const { mexico } = world;
  const ana = await addAccount(database, { person: { familyName: "Quiroga", institutionId: mexico } });
  await put(database, mexico, [ana.personId]);
  if (isSent) {
    await handIn(database, mexico);
    await database.transact(async (trx) => {
      const [one] = await listFor(database, world, mexico);
      if (one) await endorse(trx, await held(trx, { code }), [one], by(nominateAt));
    });
  }
  const [one] = await listFor(database, world, mexico);
  if (!one) throw new Error("nobody is nominated");
  return { ...world, id: one.id };
}

async function lettersAbout(database: Database, who: Who, isSent: boolean) {
  const { workshopId, id } = await nominated(database, isSent);
  await run(database, later);
  server().inbox.length = 0;
  await database.transact(async (trx) => {
    const nomination = await findNomination(trx, { workshopId, id });
    if (!nomination) throw new Error("nobody is nominated");
    const leaving = { who, because: "post", note: "Cambio de adscripción" } as const;
    const done = await withdrawNomination(
      trx,
      await held(trx, { code }),
      nomination,
      leaving,
      by(plusDays(nominateAt, 1)),
    );
    expect(done).toEqual({ status: "done" });
  });
  await run(database, later * 2);
  return { id, letters: server().inbox };
}

describeDatabases("a nomination that is withdrawn", (open) => {
  test("by its sender is told to its person and to the coordination, each with their own page", async () => {
    const { id, letters } = await lettersAbout(await open(), "sender", true);
    const own = letters.find((one) => one.text?.includes(`/es/me/nominations/${id}`));
    expect(own?.subject).toMatch(/^Postulación dada de baja: /);
    expect(own?.text).toContain("Cambio de puesto");
    expect(own?.text).toContain("Cambio de adscripción");
    expect(own?.text).toContain("El enlace institucional");
    const desk = letters.filter((one) => one.text?.includes(`/es/desk/workshops/${code}/nominations/${id}`));
    expect(desk.length).toBeGreaterThan(0);
    expect(desk[0]?.subject).toContain("Quiroga");
    expect(letters.some((one) => one.text?.includes(`/nominations/${code}/nominees/`))).toBe(false);
  });

  test("by its person or its host is told to the focal point as well; a list in the making, to nobody", async () => {
    const pages = async (who: Who, isSent: boolean) => {
      const { id, letters } = await lettersAbout(await open(), who, isSent);
      return {
        own: letters.filter((one) => one.text?.includes(`/me/nominations/${id}`)).length,
        sender: letters.filter((one) => one.text?.includes(`/nominations/${code}/nominees/${id}`)).length,
        host: letters.filter((one) => one.text?.includes(`/desk/workshops/${code}/nominations/${id}`)).length,
      };
    };
    expect(await pages("nominee", true)).toEqual({ own: 1, sender: 1, host: 1 });
    expect(await pages("host", true)).toEqual({ own: 1, sender: 1, host: 0 });
    expect(await pages("sender", false)).toEqual({ own: 0, sender: 0, host: 0 });
  });
});
