import type { By } from "#app/access/actor.ts";
import type { Reach } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { emit } from "#app/outbox/commands.ts";
import { daysBetween, plusLocalDays } from "#app/time/wall-time.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import { sessionsBeginOn } from "#app/workshops/life/life.rules.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type CallInput, callFields } from "./form.ts";
import { findCall } from "./queries.ts";
import { liveQuestions } from "./questions/rules.ts";
import {
  type CallContent,
  type CallProblem,
  callTexts,
  deadlineProblem,
  isExtended,
  isSameCall,
  type PublicationRefusal,
  publicationRefusal,
} from "./rules.ts";

type SaveOutcome =
  | { status: "saved"; version: number; isNew: boolean }
  | { status: "refused"; field: CallProblem["field"]; because: CallProblem["because"] }
  | { status: "refused"; field: "reason"; because: "noReason" }
  | { status: "refused"; field: ""; because: PublicationRefusal };

/**
 * Writes a call. Before it is published that is a draft; afterwards each change is a version of its own, with its
 * reason, and whoever is invited is told of days that have moved. The workshop is held.
 */
export async function saveCall(trx: Writer, workshop: HeldWorkshop, input: CallInput, by: By): Promise<SaveOutcome> {
  const stored = await findCall(trx, workshop.id);
  const published = stored?.version ? stored.content : null;
  // whoever has read a call counts on the clock that it names
  const { questions } = stored?.content ?? {};
  const content = { ...contentOf(input, published?.zone ?? workshop.zone), questions };
  const frame = { zone: content.zone, firstDay: sessionsBeginOn(workshop), at: by.at };
  const problem = deadlineProblem(content, published, frame);
  if (problem) return { status: "refused", ...problem };
  const version = stored?.version ?? 0;
  if (published && isSameCall(published, content)) return { status: "saved", version, isNew: false };
  if (published && !input.reason) return { status: "refused", field: "reason", because: "noReason" };
  const because = published && publicationRefusal(content, workshop, by.at);
  // the days may lie behind: then nothing but the rest is put right
  if (because && because !== "past") return { status: "refused", field: "", because };
  await writeCall(trx, workshop.id, content, by);
  const { accountId, at } = by;
  if (!published) {
    await audit(trx, at, { accountId, action: "call.saved", subjectId: workshop.id });
    return { status: "saved", version, isNew: false };
  }
  const next = version + 1;
  const id = await addVersion(trx, { workshopId: workshop.id, number: next, content, reason: input.reason }, by);
  const details = { version: next, reason: input.reason };
  await audit(trx, at, { accountId, action: "call.changed", subjectId: workshop.id, details });
  const about = { workshopId: workshop.id };
  // whoever is invited only now hears of the call itself
  await emit(trx, at, "call.published", { callVersionId: id }, about);
  if (isExtended(published, content)) await emit(trx, at, "call.extended", { callVersionId: id }, about);
  return { status: "saved", version: next, isNew: true };
}

/** The first version: from now on everybody may read the call, and those who are invited are told of it. */
export async function publishCall(
  trx: Writer,
  workshop: HeldWorkshop,
  by: By,
): Promise<{ status: "published" } | { status: "refused"; because: PublicationRefusal | "nothing" | "already" }> {
  const stored = await findCall(trx, workshop.id);
  if (!stored) return { status: "refused", because: "nothing" };
  if (stored.version) return { status: "refused", because: "already" };
  // what was taken away is not published
  const questions = liveQuestions(stored.content.questions);
  const content = { ...stored.content, zone: workshop.zone, questions };
  const because = publicationRefusal(content, workshop, by.at);
  if (because) return { status: "refused", because };
  const { accountId, at } = by;
  await trx.updateTable("call").set({ zone: workshop.zone }).where("workshopId", "=", workshop.id).execute();
  const id = await addVersion(trx, { workshopId: workshop.id, number: 1, content, reason: "" }, by);
  await audit(trx, at, { accountId, action: "call.published", subjectId: workshop.id });
  await emit(trx, at, "call.published", { callVersionId: id }, { workshopId: workshop.id });
  return { status: "published" };
}

type NewVersion = { workshopId: Id<"workshop">; number: number; content: CallContent; reason: string };

async function addVersion(trx: Writer, { content, ...version }: NewVersion, { at }: By) {
  const id = newId<"callVersion">();
  await trx
    .insertInto("callVersion")
    .values({ id, ...version, content: JSON.stringify(content), publishedAt: at })
    .execute();
  await trx.updateTable("call").set({ version: version.number }).where("workshopId", "=", version.workshopId).execute();
  return id;
}

function contentOf(input: CallInput, zone: CallContent["zone"]): CallContent {
  const { institutions, countries, partA, nomineesMax, nomineeClosesOn, closesOn } = input;
  return {
    ...{ nomineesMax, nomineeClosesOn, closesOn, zone, countries },
    institutionIds: institutions,
    hasPartA: partA,
    applicationFormId: input.applicationForm || null,
    texts: {
      aim: callFields.aim.read(input),
      who: callFields.who.read(input),
      requirements: callFields.requirements.read(input),
      how: callFields.how.read(input),
    },
  };
}

async function writeCall(trx: Writer, workshopId: Id<"workshop">, content: CallContent, { at }: By): Promise<void> {
  const { hasPartA, nomineesMax, nomineeClosesOn, closesOn, zone, texts, applicationFormId = null } = content;
  const questions = JSON.stringify(content.questions ?? []);
  const days = { nomineeClosesOn, closesOn, zone };
  const facts = { isPartAAsked: hasPartA, nomineesMax, ...days, applicationFormId, questions, changedAt: at };
  await trx
    .insertInto("call")
    .values({ workshopId, ...facts })
    .onConflict((conflict) => conflict.column("workshopId").doUpdateSet(facts))
    .execute();
  await trx.deleteFrom("callText").where("workshopId", "=", workshopId).execute();
  await trx
    .insertInto("callText")
    .values(
      locales.map((locale) => {
        const [aim = "", who = "", requirements = "", how = ""] = callTexts.map((text) => texts[text][locale] ?? "");
        return { workshopId, locale, aim, who, requirements, how };
      }),
    )
    .execute();
  await trx.deleteFrom("callSender").where("workshopId", "=", workshopId).execute();
  const senders = [
    ...content.institutionIds.map((institutionId) => ({ institutionId, country: null })),
    ...content.countries.map((country) => ({ institutionId: null, country })),
  ].map((sender) => ({ id: newId<"callSender">(), workshopId, ...sender }));
  if (senders.length) await trx.insertInto("callSender").values(senders).execute();
}

type Copying = { former: HeldWorkshop; code: string; reach: Reach };

/** A new edition begins with the former one's call as a draft: its days are as far from the first one as they were. */
export async function copyCall(trx: Writer, { former, code, reach }: Copying, by: By): Promise<void> {
  const stored = await findCall(trx, former.id);
  const copy = stored && (await holdWorkshop(trx, code, reach));
  if (!copy) return;
  const days = daysBetween(former.startsOn, copy.startsOn);
  const { nomineeClosesOn, closesOn } = stored.content;
  const moved = {
    nomineeClosesOn: plusLocalDays(nomineeClosesOn, days),
    closesOn: plusLocalDays(closesOn, days),
    zone: copy.zone,
    questions: liveQuestions(stored.content.questions),
  };
  await writeCall(trx, copy.id, { ...stored.content, ...moved }, by);
  const details = { formerCode: former.code };
  await audit(trx, by.at, { accountId: by.accountId, action: "call.saved", subjectId: copy.id, details });
}

/** All of a draft that is removed with it: nobody else has read its call. */
export async function dropCall(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  const nominations = trx.selectFrom("nomination").select("id").where("workshopId", "=", workshopId);
  await trx.deleteFrom("nominationEvent").where("nominationId", "in", nominations).execute();
  await trx.deleteFrom("nomination").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("callVersion").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("callReminder").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("callSender").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("callText").where("workshopId", "=", workshopId).execute();
  await trx.deleteFrom("call").where("workshopId", "=", workshopId).execute();
}
