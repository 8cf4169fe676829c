import type { By } from "#app/access/actor.ts";
import { saveAnswers, sendApplication } from "#app/nominations/application/commands.ts";
import { answersAt, workshopKey } from "#app/nominations/application/rules.ts";
import { findFilledIn } from "#app/nominations/application/standing.queries.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { questionForm } from "#app/nominations/call/questions/form.ts";
import { addQuestion } from "#app/nominations/call/questions/questions.commands.ts";
import { findStandingNomination, type Nomination } from "#app/nominations/nomination/queries.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Instant } from "#app/time/instant.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted } from "./accepted.ts";
import { demoAnswers, demoAnswersOfJapan, demoDeclarations } from "./content/applications.ts";
import { demoOwnAnswers, demoQuestions } from "./content/call-questions.ts";
import type { Rows } from "./rows/rows.ts";

/** The form that every site begins with. */
export const standardForm = (trx: Writer) =>
  trx.selectFrom("applicationForm").select("id").where("code", "=", "STANDARD").executeTakeFirstOrThrow();

type Place = { workshop: HeldWorkshop; at: Instant; keys: AnswerKeys };
type Nominee = Place & { personId: Id<"person"> };

/** A nominee fills in these sections, in their own language; whoever fills in all of them sends the application. */
async function fillIn(trx: Writer, rows: Rows, nominee: Nominee, sections?: string[]): Promise<void> {
  const { workshop, personId, at, keys } = nominee;
  const { post, locale } = rows.person.find(({ id }) => id === personId) ?? {};
  const answers = locale === "ja" ? demoAnswersOfJapan : demoAnswers;
  const by = { accountId: rows.account.find((one) => one.personId === personId)?.id ?? null, at };
  const nomination = await findStandingNomination(trx, workshop.id, personId);
  if (!nomination) throw new Error("The demo has nobody to apply.");
  const place = { workshop, nomination, keys };
  for (const section of sections ?? Object.keys(answers)) {
    const own: Record<string, string> = section === "post" && post ? { post } : {};
    const typed = { section, answers: { ...answers[section], ...own } };
    accepted(await saveAnswers(trx, place, typed, by));
  }
  if (!sections) await answerOwn(trx, place, locale === "ja" ? "ja" : "es", by);
  const filled = await findFilledIn(trx, workshop, nomination, at);
  if (!filled || sections) return;
  const { version, application } = filled;
  const read = { versionNumber: version.number, read: answersAt(application) };
  const sending = {
    ...read,
    declarations: demoDeclarations,
    locale: locale === "ja" ? ("ja" as const) : ("es" as const),
  };
  accepted(await sendApplication(trx, place, sending, by));
}

type Answering = { workshop: HeldWorkshop; nomination: Nomination; keys: AnswerKeys };

/** What the workshop itself asks, where it asks anything. */
async function answerOwn(trx: Writer, place: Answering, locale: "es" | "ja", by: By): Promise<void> {
  const call = await findCall(trx, place.workshop.id);
  const asked = call?.content.questions ?? [];
  const typed = asked.map(({ number }, index) => [workshopKey(number), demoOwnAnswers[locale][index] ?? ""]);
  if (!typed.length) return;
  accepted(await saveAnswers(trx, place, { section: "workshop", answers: Object.fromEntries(typed) }, by));
}

/** What a workshop asks beside the form: before its call is published. */
export async function askOwn(trx: Writer, workshop: HeldWorkshop, by: By): Promise<void> {
  for (const question of demoQuestions) accepted(await addQuestion(trx, workshop, questionForm.parse(question), by));
}

/** Of three nominees the first has sent their application, the second has begun it, the third has not. */
export async function apply(
  trx: Writer,
  rows: Rows,
  { personIds, ...place }: Place & { personIds: Id<"person">[] },
): Promise<void> {
  const [first, second] = personIds;
  if (first) await fillIn(trx, rows, { ...place, personId: first });
  if (second) await fillIn(trx, rows, { ...place, personId: second }, ["post", "education"]);
}

/** Everybody who is nominated has sent theirs. */
export async function applyAll(trx: Writer, rows: Rows, place: Place, personIds: Id<"person">[]): Promise<void> {
  for (const personId of personIds) await fillIn(trx, rows, { ...place, personId });
}
