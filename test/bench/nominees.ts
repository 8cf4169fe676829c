// `node test/bench/nominees.ts [nominees]`: what the pages of a selection cost with a few nominees, and with very many.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { seedDemo } from "#app/demo/demo.ts";
import { sortKeys } from "#app/people/names.ts";
import { openSession } from "#app/sessions/commands.ts";
import { readSettings } from "#app/settings/settings.ts";
import { now } from "#app/time/instant.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { newId } from "#db/new-id.ts";
import { scratchFolder } from "#test/support/scratch.ts";
import { type Child, startServer } from "./child.ts";
import { median, visitSite } from "./measure.ts";
import type { Ports, Spent, Stalled } from "./server.ts";
import { align, decimals } from "./table.ts";

const [wanted = 2_000] = process.argv.slice(2).map(Number);
const code = "MJ-2027-04";
const rounds = 25;
const folder = scratchFolder("nominees");
process.chdir(resolve(import.meta.dirname, "../.."));

const desk = `/es/desk/workshops/${code}`;
const pages = {
  nominees: `${desk}/nominations`,
  board: `${desk}/selection`,
  "board of one sender": (sender: string) => `${desk}/selection?sender=${sender}`,
  "board as a list": `${desk}/selection?view=list`,
  "board as a list, deep": `${desk}/selection?view=list&page=15`,
  announcement: `${desk}/selection/announcement`,
  review: `${desk}/review`,
  comparison: `${desk}/review/comparison`,
  quotas: `${desk}/quotas`,
  simulation: `${desk}/quotas/trial`,
  "a focal point's nominees": `/es/nominations/${code}`,
} as const;

type Side = { server: Child; port: number; tokens: { desk: string; focal: string }; sender: string };

/** More of those who are sent already: each with an application, and with the marks of all who review. */
async function multiply(database: Database, count: number): Promise<void> {
  const { read } = database;
  const likes = await read
    .selectFrom("nomination")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .innerJoin("application", "application.nominationId", "nomination.id")
    .select(["nomination.id", "application.id as applicationId", "nomination.personId"])
    .where("workshop.code", "=", code)
    .where("nomination.state", "=", "endorsed")
    .where("nomination.inPlaceOfId", "is", null)
    .execute();
  const copies = Array.from({ length: count }, (_, place) => ({
    ...(likes[place % likes.length] as (typeof likes)[number]),
    ...{
      place,
      nominationId: newId<"nomination">(),
      newPersonId: newId<"person">(),
      newApplicationId: newId<"application">(),
    },
  }));
  await database.transact(async (trx) => {
    for (const copy of copies) {
      const { place, nominationId, newPersonId, newApplicationId } = copy;
      const person = await trx
        .selectFrom("person")
        .selectAll()
        .where("id", "=", copy.personId)
        .executeTakeFirstOrThrow();
      const names = { ...person, familyName: `${person.familyName} ${place}`, nativeName: null, kana: null };
      const row = { ...names, id: newPersonId, email: `nominee${place}@example.org`, ...sortKeys(names) };
      await trx.insertInto("person").values(row).execute();
      const like = await trx.selectFrom("nomination").selectAll().where("id", "=", copy.id).executeTakeFirstOrThrow();
      const nomination = { ...like, id: nominationId, personId: newPersonId, rank: 100 + place, letterId: null };
      await trx.insertInto("nomination").values(nomination).execute();
      const sent = await trx
        .selectFrom("application")
        .selectAll()
        .where("id", "=", copy.applicationId)
        .executeTakeFirstOrThrow();
      await trx
        .insertInto("application")
        .values({ ...sent, id: newApplicationId, nominationId })
        .execute();
      const answers = await trx
        .selectFrom("applicationAnswer")
        .selectAll()
        .where("applicationId", "=", copy.applicationId)
        .execute();
      for (const answer of answers)
        await trx
          .insertInto("applicationAnswer")
          .values({ ...answer, applicationId: newApplicationId })
          .execute();
      for (const review of await trx.selectFrom("review").selectAll().where("nominationId", "=", copy.id).execute()) {
        const reviewId = newId<"review">();
        await trx
          .insertInto("review")
          .values({
            ...review,
            id: reviewId,
            nominationId,
            state: "sent",
            sentAt: review.changedAt,
            recusedBecause: null,
          })
          .execute();
        const marks = await trx.selectFrom("reviewMark").selectAll().where("reviewId", "=", review.id).execute();
        for (const mark of marks)
          await trx
            .insertInto("reviewMark")
            .values({ ...mark, reviewId, mark: 1 + ((place + (mark.mark ?? 0)) % 4) })
            .execute();
      }
    }
  });
}

async function openSide(count: number): Promise<Side> {
  const dataDir = join(folder, String(count));
  mkdirSync(dataDir);
  const { databaseUrl, appUrl, answerKeys } = readSettings({ DATA_DIR: dataDir, DEMO: "on" });
  const database = openDatabase(databaseUrl);
  await migrateToLatest(database);
  await seedDemo(database, { at: now(), appUrl, isTaught: true, answerKeys });
  await multiply(database, count);
  const tokenOf = async (email: string) => {
    const { id: accountId } = await database.read
      .selectFrom("account")
      .select("id")
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    return database.transact((trx) => openSession(trx, { accountId, device: "bench", at: now() }));
  };
  const tokens = { desk: await tokenOf("coordinator@demo.example"), focal: await tokenOf("focal-mx@demo.example") };
  const { institutionId } = await database.read
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .select(({ ref }) => ref("roleGrant.institutionId").$notNull().as("institutionId"))
    .where("account.email", "=", "focal-mx@demo.example")
    .where("roleGrant.institutionId", "is not", null)
    .executeTakeFirstOrThrow();
  await database.close();
  const server = startServer(dataDir);
  const { site: port } = await server.obey<Ports>({ order: "begin", world: {} as never });
  return { server, port, tokens, sender: institutionId };
}

async function costOf({ server, port, tokens, sender }: Side, name: keyof typeof pages) {
  const page = pages[name];
  const path = typeof page === "function" ? page(sender) : page;
  const ask = { path, as: { token: path.startsWith(desk) ? tokens.desk : tokens.focal } as never };
  const costs: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds + 5; round += 1) {
    const { cpuMs: from } = await server.obey<Spent>({ order: "cpu" });
    bytes = (await visitSite(port, ask)).body.length;
    costs.push((await server.obey<Spent>({ order: "cpu" })).cpuMs - from);
    if (round === 4) await server.obey<Stalled>({ order: "stall" });
  }
  return { cpuMs: median(costs.slice(5)), bytes };
}

const sides = [await openSide(20), await openSide(wanted)] as const;
const rows = [["page", "20 nominees, ms", `${wanted} nominees, ms`, "kB gzip"]];
for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
  const [few, many] = [await costOf(sides[0], name), await costOf(sides[1], name)];
  rows.push([name, decimals(few.cpuMs, 1) ?? "", decimals(many.cpuMs, 1) ?? "", (many.bytes / 1024).toFixed(0)]);
  console.log(rows.at(-1)?.join("  "));
}
console.log(`\n${align(rows)}`);
for (const { server } of sides) await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit();
