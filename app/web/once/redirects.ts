import { redirect } from "@remix-run/node";
import type { Given } from "./given-answers.queries.ts";

/** A form that was carried out leads to a page. Only the way there is kept; a cookie never is. */
export function recordRedirect(answer: unknown): Given | null {
  const location = answer instanceof Response ? answer.headers.get("Location") : null;
  return location === null ? null : { status: (answer as Response).status, location, body: null };
}

export const repeatRedirect = ({ status, location }: Given): Response => redirect(location ?? "/", status);
