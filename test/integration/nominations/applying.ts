import { demoAnswers, demoDeclarations } from "#app/demo/content/applications.ts";
import { saveAnswers, sendApplication } from "#app/nominations/application/commands.ts";
import { answersAt, type FormContent } from "#app/nominations/application/rules.ts";
import { findFilledIn } from "#app/nominations/application/standing.queries.ts";
import { publishCall } from "#app/nominations/call/commands.ts";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { answerKeys } from "#test/support/answer-keys.ts";
import { held } from "#test/support/plan-of.ts";
import { callingWorld, code, save } from "./calling.ts";
import { put } from "./nominating.ts";

/** The form that the migration brings. */
export const standardFormId = asId<"applicationForm">("01890000-0000-7000-8000-0000000a0001");
export const applyAt = "2026-11-20T12:00:00.000Z" as const;

/** A call with the standard form, and a nominee with an account. */
export async function applyingWorld(database: Database) {
  const world = await callingWorld(database);
  const { mexico, japan } = world;
  await save(database, { institutions: [mexico, japan], applicationForm: standardFormId });
  await database.transact(async (trx) => publishCall(trx, await held(trx, { code }), { accountId: null, at: applyAt }));
  const person = { familyName: "Ávila", institutionId: mexico, post: "Jefa de área" };
  const ana = await addAccount(database, { grants: [{ role: "official" }], person });
  await put(database, mexico, [ana.personId], applyAt);
  const nomination = await findStandingNomination(database.read, world.workshopId, ana.personId);
  if (!nomination) throw new Error("nobody is nominated");
  const cookie = await cookieFor(database, ana.accountId);
  return { ...world, ana: { ...ana, cookie }, nomination };
}

export type ApplyingWorld = Awaited<ReturnType<typeof applyingWorld>>;

type Applicant = { code: string; personId: Id<"person">; accountId: Id<"account"> | null; at: Instant };

const placeOf = async (trx: Writer, one: Applicant) => {
  const workshop = await held(trx, { code: one.code });
  const nomination = await findStandingNomination(trx, workshop.id, one.personId);
  if (!nomination) throw new Error("nobody is nominated");
  return { workshop, nomination, keys: answerKeys };
};

/** Fills in whole sections, as the demo does. */
export const answer = (
  database: Database,
  one: Applicant,
  sections = Object.keys(demoAnswers),
  typed: Record<string, Record<string, string>> = demoAnswers,
) =>
  database.transact(async (trx) => {
    const place = await placeOf(trx, one);
    for (const section of sections) await saveAnswers(trx, place, { section, answers: typed[section] ?? {} }, one);
  });

export const send = (database: Database, one: Applicant, change: { declarations?: string[]; version?: number } = {}) =>
  database.transact(async (trx) => {
    const place = await placeOf(trx, one);
    const filled = await findFilledIn(trx, place.workshop, place.nomination, one.at);
    const sending = {
      versionNumber: change.version ?? filled?.version.number ?? 0,
      read: answersAt(filled?.application ?? null),
      declarations: change.declarations ?? demoDeclarations,
      locale: "es" as const,
    };
    return sendApplication(trx, place, sending, one);
  });

/** Another version of the standard form. */
export const publishVersion = (database: Database, change: (content: FormContent) => FormContent) =>
  database.transact(async (trx) => {
    const last = await trx
      .selectFrom("applicationFormVersion")
      .selectAll()
      .where("formId", "=", standardFormId)
      .orderBy("number", "desc")
      .executeTakeFirstOrThrow();
    const content = JSON.stringify(change(JSON.parse(last.content)));
    const facts = { formId: standardFormId, number: last.number + 1, content, publishedAt: applyAt };
    await trx
      .insertInto("applicationFormVersion")
      .values({ id: newId(), ...facts })
      .execute();
  });
