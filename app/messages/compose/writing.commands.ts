import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { type MessageInput, messageTexts } from "#app/messages/form.ts";
import type { WholeMessage } from "#app/messages/queries.ts";
import { listReadersOf } from "#app/messages/readers.queries.ts";
import { type Audience, isOpen, type Lack, lackOf } from "#app/messages/rules.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

/** What a form names is not in the workshop: its session, or any of the people who are ticked. */
type UnknownWhom = { status: "refused"; because: "session" | "chosen" };

/** Keeps a new message as a draft. */
export async function writeMessage(
  trx: Writer,
  workshopId: Id<"workshop">,
  input: MessageInput,
  { accountId, at }: By & { accountId: Id<"account"> },
): Promise<{ status: "saved"; id: Id<"message"> } | UnknownWhom> {
  const whom = await findWhom(trx, workshopId, input);
  if ("status" in whom) return whom;
  const id = newId<"message">();
  const { audience, sessionId } = whom;
  await trx
    .insertInto("message")
    .values({
      ...{ id, workshopId, audience, sessionId, writtenBy: accountId, state: "draft", createdAt: at, changedAt: at },
    })
    .execute();
  await keepContent(trx, id, { input, chosen: whom.chosen });
  await audit(trx, at, { accountId, action: "message.written", subjectId: id });
  return { status: "saved", id };
}

type Change = { status: "saved" } | UnknownWhom | { status: "refused"; because: "sent" | Lack };

/** Changes a draft, or what waits for its time: that must still be fit to be sent. */
export async function changeMessage(
  trx: Writer,
  message: WholeMessage,
  input: MessageInput,
  { accountId, at }: By,
): Promise<Change> {
  const { id, workshopId, state } = message;
  if (!isOpen(state)) return { status: "refused", because: "sent" };
  const whom = await findWhom(trx, workshopId, input);
  if ("status" in whom) return whom;
  const { audience, sessionId, chosen } = whom;
  if (state === "scheduled") {
    const readers = await listReadersOf(trx, { workshopId, ...whom });
    const because = lackOf({ texts: messageTexts(input), ...whom }, readers.length);
    if (because) return { status: "refused", because };
  }
  await trx
    .updateTable("message")
    .set({ audience, sessionId, changedAt: at, stayedAt: null, stayedBecause: null })
    .where("id", "=", id)
    .execute();
  await keepContent(trx, id, { input, chosen });
  await audit(trx, at, { accountId, action: "message.changed", subjectId: id });
  return { status: "saved" };
}

type Whom = { audience: Audience; sessionId: Id<"session"> | null; chosen: Id<"enrolment">[] };

/** Whom a form means, of those who are in its workshop, whatever it names beside them. */
async function findWhom(trx: Writer, workshopId: Id<"workshop">, input: MessageInput): Promise<Whom | UnknownWhom> {
  const { audience } = input;
  const sessionId = audience === "absent" && input.sessionId ? input.sessionId : null;
  if (sessionId && !(await isSessionOf(trx, workshopId, sessionId))) return { status: "refused", because: "session" };
  const chosen = audience === "chosen" ? await listEnrolled(trx, workshopId, input.chosen) : [];
  if (audience === "chosen" && !chosen.length) return { status: "refused", because: "chosen" };
  return { audience, sessionId, chosen };
}

/** Held: whoever removes it meanwhile comes after this message. */
async function isSessionOf(trx: Writer, workshopId: Id<"workshop">, id: Id<"session">): Promise<boolean> {
  await hold(trx, "session", id);
  const found = await trx
    .selectFrom("session")
    .select("id")
    .where("id", "=", id)
    .where("workshopId", "=", workshopId)
    .executeTakeFirst();
  return found !== undefined;
}

async function listEnrolled(trx: Writer, workshopId: Id<"workshop">, ids: readonly Id<"enrolment">[]) {
  if (!ids.length) return [];
  const rows = await trx
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return rows.map(({ id }) => id);
}

type Content = { input: MessageInput; chosen: Id<"enrolment">[] };

/** A text keeps its id when it is changed: what is to be tried is named by it. */
async function keepContent(trx: Writer, messageId: Id<"message">, { input, chosen }: Content): Promise<void> {
  const { subject, body } = messageTexts(input);
  for (const locale of locales) {
    const text = { subject: subject[locale], body: body[locale] };
    await trx
      .insertInto("messageText")
      .values({ id: newId(), messageId, locale, ...text })
      .onConflict((conflict) => conflict.columns(["messageId", "locale"]).doUpdateSet(text))
      .execute();
  }
  await trx.deleteFrom("messageChoice").where("messageId", "=", messageId).execute();
  if (!chosen.length) return;
  await trx
    .insertInto("messageChoice")
    .values(chosen.map((enrolmentId) => ({ messageId, enrolmentId })))
    .execute();
}
