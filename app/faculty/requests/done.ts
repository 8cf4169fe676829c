import type { AnswerInput } from "#app/faculty/form.ts";

/** What a page says of an answer that was given. */
export const answerOutcomes = ["accepted", "declined", "partly"] as const;

export function doneOf(
  { declined }: { declined: number },
  { answer }: Pick<AnswerInput, "answer">,
): (typeof answerOutcomes)[number] {
  if (answer === "decline") return "declined";
  return declined > 0 ? "partly" : "accepted";
}
