import type { AnswerKeys } from "#app/settings/answer-keys.ts";

/** The key of sensitive answers in tests. */
export const answerKeys: AnswerKeys = { texts: ["k".repeat(43)] };
