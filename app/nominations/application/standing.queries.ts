import { findCall, type StoredCall } from "#app/nominations/call/queries.ts";
import { isStillOpen } from "#app/nominations/call/rules.ts";
import { isCorrectable } from "#app/nominations/nomination/known.queries.ts";
import type { Nomination } from "#app/nominations/nomination/queries.ts";
import { findOpened, nothingOpened } from "#app/nominations/sealed/queries.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import type { Instant } from "#app/time/instant.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findAnswers, findApplication, findFormVersion, findLatestVersion } from "./queries.ts";
import {
  type Answers,
  type ApplicationStanding,
  type FormContent,
  isUndecided,
  openQuestions,
  withQuestions,
} from "./rules.ts";

/** The form that the nominees of a call fill in; null where they fill in none. */
const formOf = (call: StoredCall | null): Id<"applicationForm"> | null =>
  call && call.version > 0 ? (call.content.applicationFormId ?? null) : null;

type Place = { call: StoredCall | null; workshop: Workshop; nomination: Pick<Nomination, "state" | "correctByOn"> };

/** Whether a nominee may still fill theirs in: until their day, and where the nomination came back until it is due. */
export const isApplicationOpen = ({ call, workshop, nomination }: Place, at: Instant): boolean =>
  formOf(call) !== null &&
  call !== null &&
  isUndecided(nomination.state) &&
  mayNow("nominate", workshop, at) &&
  (isStillOpen(call.content.nomineeClosesOn, call.content.zone, at) ||
    (nomination.state === "returned" && isCorrectable(call, workshop, nomination, at)));

/** What those who wait for an application see of it; null where none is asked for. */
export const applicationStanding = (call: StoredCall | null, state: ApplicationStanding | undefined) =>
  state ?? (formOf(call) === null ? null : "none");

/**
 * A nominee's application with its form: of one that was sent the version under which it was, else the latest.
 * Null where the call asks for none, and nothing was begun. Of sensitive sections it has no answer.
 */
export async function findFilledIn(db: Reader, workshop: Workshop, nomination: Nomination, at: Instant) {
  const call = await findCall(db, workshop.id);
  const application = await findApplication(db, nomination.id);
  const formId = formOf(call);
  const latest = formId && application?.state !== "sent" ? await findLatestVersion(db, formId) : null;
  const found = latest ?? (application && (await findFormVersion(db, application.versionId)));
  if (!found) return null;
  const version = { ...found, content: withQuestions(found.content, call?.content.questions) };
  return {
    ...{ call, application, version },
    answers: application ? askedOpenly(version, await findAnswers(db, application.id)) : {},
    isOpen: isApplicationOpen({ call, workshop, nomination }, at),
  };
}

export type FilledIn = NonNullable<Awaited<ReturnType<typeof findFilledIn>>>;

/** What a former version has asked openly is sensitive once a later one says so. */
function askedOpenly({ content }: { content: FormContent }, answers: Answers): Answers {
  const asked = new Set(openQuestions(content).map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)));
}

/** The whole of it, for its nominee alone: with the answers of its sensitive sections. */
export async function findWhole(db: Reader, filled: FilledIn, keys: AnswerKeys) {
  const { application } = filled;
  const opened = application ? await findOpened(db, application.id, keys) : nothingOpened;
  return { ...filled, answers: { ...filled.answers, ...opened.answers }, erased: opened.erased };
}

export type WholeFilledIn = Awaited<ReturnType<typeof findWhole>>;
