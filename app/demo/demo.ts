import { sealAudit } from "#app/audit/commands.ts";
import { demoRows } from "#app/demo/rows/demo-rows.ts";
import { insertRows, type Rows } from "#app/demo/rows/rows.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import { hashDemoPassword } from "./accounts.ts";
import { actForOthers } from "./acting.ts";
import { call, letterPdf } from "./calling.ts";
import { certify } from "./certifying.ts";
import { cost } from "./costing.ts";
import { planCourse } from "./course.ts";
import { setDeadlines } from "./deadlines.ts";
import { divide } from "./dividing.ts";
import { handOut, setMaterial } from "./handing-out.ts";
import { measure } from "./measuring.ts";
import { offer } from "./offering.ts";
import { prepare } from "./preparing.ts";
import { select } from "./selecting.ts";
import { teach } from "./teaching.ts";

export { seededAccounts, seededPassword } from "./accounts.ts";

/**
 * Fills an empty database with the workshop of 2017 and a living programme around `at`, and marks it as a demo.
 * One transaction: a demo that is cut short has never been there. Of several processes that start on a new database,
 * the first fills it.
 */
export async function seedDemo(database: Database, { at, appUrl, ...seeding }: Seeding): Promise<void> {
  const { rows, certifying, handingOut, acting } = demoRows(at, await hashDemoPassword());
  const fonts = readFontCoverage();
  const letter = seeding.isTaught ? letterPdf(at) : null;
  const pdfs = handingOut.map(({ material, by }) => setMaterial(material, by));
  await database.transact(async (trx) => {
    if (!(await isFirst(trx, rows))) return;
    await insertRows(trx, { ...rows, setting: [] });
    for (const issue of certifying) await certify(trx, issue, { appUrl, fonts });
    await actForOthers(trx, acting);
    for (const [place, one] of handingOut.entries()) await handOut(trx, one, pdfs[place] as Uint8Array);
    if (!seeding.isTaught || !letter) return;
    const { answerKeys } = seeding;
    const members = await teach(trx, rows, at);
    await measure(trx, rows, at);
    await cost(trx, rows, at);
    await setDeadlines(trx, rows, at);
    await divide(trx, rows, at);
    await prepare(trx, rows, at);
    await offer(trx, rows, at);
    await planCourse(trx, rows, { members, at });
    await call(trx, rows, { at, pdf: letter, keys: answerKeys });
    await select(trx, rows, { at, pdf: letter, keys: answerKeys });
  });
  await sealAudit(database);
}

type Seeding = { at: Instant; appUrl: string } & (
  | { isTaught?: false }
  /** People teach in it, enrolment has last days, programmes are measured, and institutions are called. */
  | { isTaught: true; answerKeys: AnswerKeys }
);

/** Marks the database as a demo. Whoever comes second waits here until the first has filled it. */
async function isFirst(trx: Writer, { setting }: Rows): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("setting")
    .values(setting)
    .onConflict((conflict) => conflict.column("name").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === BigInt(setting.length);
}
