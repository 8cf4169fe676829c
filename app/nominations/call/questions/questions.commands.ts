import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import { findCall } from "../queries.ts";
import { type QuestionInput, readQuestion } from "./form.ts";
import { type CallQuestion, liveQuestions, mostQuestions, movedIn, nextQuestion } from "./rules.ts";

type Outcome = { status: "saved" } | { status: "refused"; because: "nothing" | "frozen" | "tooMany" | "gone" };

/** Asks something more. The workshop is held. */
export const addQuestion = (trx: Writer, workshop: HeldWorkshop, input: QuestionInput, by: By) =>
  change(trx, workshop, by, (questions) =>
    isFull(questions) ? "tooMany" : [...questions, { number: nextQuestion(questions), ...readQuestion(input) }],
  );

const isFull = (questions: readonly CallQuestion[]) => liveQuestions(questions).length >= mostQuestions;

type Numbered = { number: number };

/** Changes the words of one, or how it is answered. */
export const changeQuestion = (
  trx: Writer,
  workshop: HeldWorkshop,
  { number, input }: Numbered & { input: QuestionInput },
  by: By,
) =>
  change(trx, workshop, by, (questions) =>
    replaced(questions, number, (one) => (one.isRemoved ? null : { number, ...readQuestion(input) })),
  );

/** Has one change places with the one before it, or behind it. */
export const moveQuestion = (
  trx: Writer,
  workshop: HeldWorkshop,
  { number, way }: Numbered & { way: "up" | "down" },
  by: By,
) => change(trx, workshop, by, (questions) => movedIn(questions, number, way));

/** Takes one away; it can be brought back until the call is published. */
export const removeQuestion = (trx: Writer, workshop: HeldWorkshop, { number }: Numbered, by: By) =>
  change(trx, workshop, by, (questions) => replaced(questions, number, (one) => ({ ...one, isRemoved: true })));

export const restoreQuestion = (trx: Writer, workshop: HeldWorkshop, { number }: Numbered, by: By) =>
  change(trx, workshop, by, (questions) => {
    const one = questions.find((each) => each.number === number);
    if (one?.isRemoved && isFull(questions)) return "tooMany";
    return replaced(questions, number, ({ isRemoved: _, ...kept }) => kept);
  });

function replaced(
  questions: CallQuestion[],
  number: number,
  make: (one: CallQuestion) => CallQuestion | null,
): CallQuestion[] | "gone" {
  const one = questions.find((each) => each.number === number);
  const made = one ? make(one) : null;
  return made ? questions.map((each) => (each === one ? made : each)) : "gone";
}

type Change = (questions: CallQuestion[]) => CallQuestion[] | "tooMany" | "gone";

/** Whoever has read a call counts on what it asks: only a draft's questions change. */
async function change(trx: Writer, { id: workshopId }: HeldWorkshop, by: By, make: Change): Promise<Outcome> {
  const stored = await findCall(trx, workshopId);
  if (!stored) return { status: "refused", because: "nothing" };
  if (stored.version) return { status: "refused", because: "frozen" };
  const before = stored.content.questions ?? [];
  const made = make(before);
  if (typeof made === "string") return { status: "refused", because: made };
  const questions = JSON.stringify(made);
  if (questions === JSON.stringify(before)) return { status: "saved" };
  const changed = { questions, changedAt: by.at };
  await trx.updateTable("call").set(changed).where("workshopId", "=", workshopId).execute();
  const details = { questions: liveQuestions(made).length };
  const { accountId, at } = by;
  await audit(trx, at, { accountId, action: "call.questionsChanged", subjectId: workshopId, details });
  return { status: "saved" };
}
