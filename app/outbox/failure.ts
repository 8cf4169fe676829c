import { PermanentFailure } from "./job.ts";

/** A name or code that says what went wrong. Never the message: a mail server's answer repeats the address. */
export function failureCode(error: unknown): string {
  if (error instanceof PermanentFailure) return error.reason;
  const { name, code, responseCode } = (error ?? {}) as { name?: unknown; code?: unknown; responseCode?: unknown };
  const word =
    [code, name].find((candidate) => typeof candidate === "string" && /^[A-Za-z]\w{0,39}$/.test(candidate)) ?? "Error";
  return Number.isInteger(responseCode) ? `${word} ${responseCode}` : `${word}`;
}
