import type { Given } from "./given-answers.queries.ts";

/** What a program was answered: JSON, or what the action says for itself. */
export async function recordJson(answer: unknown): Promise<Given> {
  if (!(answer instanceof Response)) return { status: 200, location: null, body: JSON.stringify(answer ?? null) };
  return { status: answer.status, location: answer.headers.get("Location"), body: await answer.clone().text() };
}

export function repeatJson({ status, location, body }: Given): Response {
  const headers = { "Content-Type": "application/json", ...(location !== null && { Location: location }) };
  return new Response(body || null, { status, headers });
}
