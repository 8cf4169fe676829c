import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Nomination } from "#app/nominations/nomination/queries.ts";
import { keepSealedOnly, saveSealed } from "#app/nominations/sealed/commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import {
  type ApplicationState,
  answersAt,
  type FormContent,
  isEditable,
  mayBring,
  openQuestions,
  sealedSections,
  unansweredIn,
  undeclared,
} from "./rules.ts";
import { type FilledIn, findFilledIn, findWhole } from "./standing.queries.ts";

/** Everything below is done with the workshop held: its call and its nominations stay as they are. */
type Place = { workshop: HeldWorkshop; nomination: Nomination };
/** What its nominee does needs the keys of sensitive answers. */
type OwnPlace = Place & { keys: AnswerKeys };
type Closed = { status: "refused"; because: "closed" | "notFromHere" };

/** Saves answers as they were typed, complete or not; the first ones begin the application. */
export async function saveAnswers(
  trx: Writer,
  { workshop, nomination, keys }: OwnPlace,
  { section, answers }: Typed,
  by: By,
): Promise<{ status: "saved" } | Closed> {
  const filled = await findFilledIn(trx, workshop, nomination, by.at);
  if (!filled || !isEditable(filled.application?.state ?? null, filled.isOpen))
    return { status: "refused", because: filled?.isOpen ? "notFromHere" : "closed" };
  const id = filled.application?.id ?? (await begin(trx, nomination, filled, by));
  const sealed = filled.version.content.sections.find(({ key }) => key === section)?.sealed;
  if (sealed) await saveSealed(trx, { applicationId: id, section, answers, ...sealed }, keys, by);
  else await saveOpenly(trx, id, answers);
  const changed = { versionId: filled.version.id, changedAt: by.at };
  await trx.updateTable("application").set(changed).where("id", "=", id).execute();
  const { accountId, at } = by;
  const details = { section };
  await audit(trx, at, { accountId, action: "application.saved", subjectId: nomination.id, details });
  return { status: "saved" };
}

type Typed = { section: string; answers: Readonly<Record<string, string>> };

async function saveOpenly(trx: Writer, applicationId: Id<"application">, answers: Typed["answers"]): Promise<void> {
  for (const [question, value] of Object.entries(answers))
    await trx
      .insertInto("applicationAnswer")
      .values({ applicationId, question, value })
      .onConflict((conflict) => conflict.columns(["applicationId", "question"]).doUpdateSet({ value }))
      .execute();
}

async function begin(trx: Writer, nomination: Nomination, { version }: FilledIn, by: By): Promise<Id<"application">> {
  const id = newId<"application">();
  const facts = { id, nominationId: nomination.id, versionId: version.id, createdAt: by.at, changedAt: by.at };
  await trx
    .insertInto("application")
    .values({ ...facts, state: "draft" })
    .execute();
  await recordStep(trx, { id, from: null, to: "draft", who: "nominee" }, by);
  return id;
}

type Sending = { versionNumber: number; read: string; declarations: readonly string[]; locale: Locale };
type SendRefusal = Closed["because"] | "otherVersion" | "changed" | "incomplete" | "undeclared";

/** Sends an application as its nominee has read it, with what they declare, each by the version of its words. */
export async function sendApplication(
  trx: Writer,
  { workshop, nomination, keys }: OwnPlace,
  { versionNumber, read, declarations, locale }: Sending,
  by: By,
): Promise<{ status: "sent" } | { status: "refused"; because: SendRefusal }> {
  const filled = await findFilledIn(trx, workshop, nomination, by.at);
  if (!filled?.isOpen) return { status: "refused", because: "closed" };
  const { application, version, answers } = await findWhole(trx, filled, keys);
  const because = application ? null : "incomplete";
  if (because || !application) return { status: "refused", because: "incomplete" };
  const from = application.state;
  if (!mayBring("sent", { from, by: "nominee", isOpen: true })) return { status: "refused", because: "notFromHere" };
  if (version.number !== versionNumber) return { status: "refused", because: "otherVersion" };
  if (answersAt(application) !== read) return { status: "refused", because: "changed" };
  if (version.content.sections.some((section) => unansweredIn(section, answers).length))
    return { status: "refused", because: "incomplete" };
  if (undeclared(version.content, declarations).length) return { status: "refused", because: "undeclared" };
  const { id } = application;
  await dropUnasked(trx, id, version.content);
  await declare(trx, { id, versionId: version.id, locale }, known(version.content, declarations), by);
  const sent = { state: "sent" as const, sentAt: by.at, changedAt: by.at, versionId: version.id };
  await trx.updateTable("application").set(sent).where("id", "=", id).execute();
  await recordStep(trx, { id, from, to: "sent", who: "nominee" }, by);
  await note(trx, "application.sent", nomination, by);
  const { id: nominationId, personId, workshopId } = nomination;
  await emit(trx, by.at, "application.sent", { nominationId }, { workshopId, personId });
  return { status: "sent" };
}

const known = ({ declarations }: FormContent, made: readonly string[]) =>
  declarations.map(({ key }) => key).filter((key) => made.includes(key));

/** Answers to questions of former versions do not go along, nor what is sensitive now. */
async function dropUnasked(trx: Writer, applicationId: Id<"application">, content: FormContent): Promise<void> {
  const asked = openQuestions(content).map(({ key }) => key);
  await trx
    .deleteFrom("applicationAnswer")
    .where("applicationId", "=", applicationId)
    .$if(asked.length > 0, (query) => query.where("question", "not in", asked))
    .execute();
  const sealed = sealedSections(content).map(({ key }) => key);
  await keepSealedOnly(trx, applicationId, sealed);
}

type Declaring = { id: Id<"application">; versionId: Id<"applicationFormVersion">; locale: Locale };

async function declare(trx: Writer, { id, versionId, locale }: Declaring, declarations: string[], { at }: By) {
  await trx.deleteFrom("applicationDeclaration").where("applicationId", "=", id).execute();
  const rows = declarations.map((declaration) => ({ applicationId: id, declaration, versionId, locale, madeAt: at }));
  if (rows.length) await trx.insertInto("applicationDeclaration").values(rows).execute();
}

/** Whoever has sent it takes it back, to change something and to send it again. */
export async function callBackApplication(
  trx: Writer,
  place: Place,
  by: By,
): Promise<{ status: "calledBack" } | Closed> {
  const outcome = await reopen(trx, place, { to: "draft", who: "nominee", reason: "" }, by);
  if (outcome) return outcome;
  await note(trx, "application.calledBack", place.nomination, by);
  return { status: "calledBack" };
}

/** The focal point returns it for correction; its nominee is told why. */
export async function returnApplication(
  trx: Writer,
  place: Place,
  { reason }: { reason: string },
  by: By,
): Promise<{ status: "returned" } | Closed> {
  const outcome = await reopen(trx, place, { to: "returned", who: "sender", reason }, by);
  if (outcome) return outcome;
  await note(trx, "application.returned", place.nomination, by);
  const { id: nominationId, personId, workshopId } = place.nomination;
  await emit(trx, by.at, "application.returned", { nominationId }, { workshopId, personId });
  return { status: "returned" };
}

type Reopening = { to: "draft" | "returned"; who: "nominee" | "sender"; reason: string };

async function reopen(trx: Writer, { workshop, nomination }: Place, { to, who, reason }: Reopening, by: By) {
  const filled = await findFilledIn(trx, workshop, nomination, by.at);
  const application = filled?.application;
  if (!filled || !application) return { status: "refused", because: "notFromHere" } as const;
  const { id, state: from } = application;
  if (!mayBring(to, { from, by: who, isOpen: filled.isOpen }))
    return { status: "refused", because: from === "sent" ? "closed" : "notFromHere" } as const;
  await trx
    .updateTable("application")
    .set({ state: to, sentAt: null, changedAt: by.at })
    .where("id", "=", id)
    .execute();
  await recordStep(trx, { id, from, to, who, reason }, by);
  return null;
}

type Recorded = {
  id: Id<"application">;
  from: ApplicationState | null;
  to: ApplicationState;
  who: "nominee" | "sender";
  reason?: string;
};

async function recordStep(trx: Writer, { id, from, to, who, reason = "" }: Recorded, { accountId, at }: By) {
  await trx
    .insertInto("applicationEvent")
    .values({ id: newId(), applicationId: id, fromState: from, toState: to, who, accountId, at, reason })
    .execute();
}

const note = (
  trx: Writer,
  action: "application.sent" | "application.calledBack" | "application.returned",
  { id }: Nomination,
  { accountId, at }: By,
) => audit(trx, at, { accountId, action, subjectId: id });
