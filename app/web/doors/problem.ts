import { STATUS_CODES } from "node:http";
import type { Locale } from "#app/i18n/locales.ts";
import { messageIn, translator } from "#app/i18n/translator.server.ts";
import { errorKind } from "#app/web/errors/error-kind.ts";
import type { FieldErrors } from "#app/web/invalid.ts";

/** A refusal as a program gets it. */
export class Problem {
  readonly status: number;
  readonly errors: FieldErrors | undefined;
  constructor(status: number, errors: FieldErrors | undefined) {
    this.status = status;
    this.errors = errors;
  }
}

/** The answer that refuses a program. Errors are locale keys by field, and are told in its language. */
export const problem = (status: number, errors?: FieldErrors) => new Problem(status, errors);

type Occasion = {
  status: number;
  /** Of the request: it also stands in the log. */
  requestId: string;
  locale: Locale;
  /** A sentence for people, in place of the one that belongs to the status. */
  detail?: string;
  errors?: FieldErrors;
};

/**
 * What went wrong, for a program (RFC 9457). `type`, `title` and `status` are for the program; `detail` and the texts
 * of `errors` are for its people. An error stands under its field's path in the body, with dots. What concerns the
 * whole body stands under the empty name.
 */
export function problemOf({ status, requestId, locale, detail, errors }: Occasion) {
  // a program without a token stays at its door; a person is led to sign in
  const kind = status === 401 ? status : errorKind(status);
  return {
    // no page of ours explains a kind of problem: then the title is that of the status
    type: "about:blank",
    title: STATUS_CODES[status] ?? "",
    status,
    detail: detail ?? translator(locale)(`error.${kind}.text`),
    instance: requestId,
    ...(errors && { errors: messages(errors, locale) }),
  };
}

const messages = (errors: FieldErrors, locale: Locale) =>
  Object.fromEntries(
    Object.entries(errors).map(([name, said]) => [
      name,
      typeof said === "string" ? messageIn(locale, said) : messageIn(locale, said.key, said.values),
    ]),
  );

export const problemType = "application/problem+json";

export function problemResponse(occasion: Occasion, headers: Headers = new Headers()): Response {
  const all = new Headers(headers);
  all.set("Content-Type", problemType);
  return new Response(JSON.stringify(problemOf(occasion)), { status: occasion.status, headers: all });
}
