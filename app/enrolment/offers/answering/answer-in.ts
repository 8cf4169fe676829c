import type { Answer } from "#app/enrolment/offers/answers.commands.ts";
import type { OfferAnswerInput } from "#app/enrolment/offers/form.ts";

/** What a form says to an offer. */
export const answerIn = (input: OfferAnswerInput): Answer =>
  input.part === "accept"
    ? { answer: "accept", note: null }
    : { answer: "decline", because: input.because, note: input.note || null };
