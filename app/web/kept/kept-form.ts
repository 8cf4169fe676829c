import type { Public, Reading } from "#app/web/doors/door.ts";
import { keptIdIn } from "#app/web/doors/sent-fields.ts";
import type { Fields } from "#app/web/fields.ts";
import { findGivenAnswer } from "#app/web/once/given-answers.queries.ts";
import { pageOf } from "#app/web/page-of.ts";
import type { KeptFormTable } from "#db/schema.ts";
import { openContent } from "./kept-content.ts";
import { findKeptForm } from "./kept-forms.queries.ts";

/** What was sent and not done: a form with what was typed, or the press of a button. */
export type KeptForm = Pick<KeptFormTable, "id" | "kind"> & { values: Fields };

/** What waits for its owner on this page; null too where it has been carried out meanwhile. */
export async function openKeptForm({ db, actor, url, at, context }: Reading<Public>): Promise<KeptForm | null> {
  const id = keptIdIn(url);
  if (!id || !actor) return null;
  const { accountId } = actor;
  const kept = await findKeptForm(db, { id, accountId, at });
  const content = kept && openContent(kept.sealed, { id, accountId }, context.settings.secret);
  if (!kept || !content || (content.name && (await findGivenAnswer(db, content.name)))) return null;
  // a button may stand on another page than the one that it sends to
  if (kept.kind === "press") return { id, kind: kept.kind, values: {} };
  return content.page === pageOf(url.pathname) ? { id, kind: kept.kind, values: content.values } : null;
}

/** Loads a page. Where the page only leads on to another, what was kept is taken along. */
export async function takingKeptAlong<Data>(url: URL, load: () => Promise<Data>): Promise<Data> {
  const id = keptIdIn(url);
  if (!id) return load();
  try {
    return withKept(await load(), id);
  } catch (thrown) {
    throw withKept(thrown, id);
  }
}

function withKept<Answer>(answer: Answer, id: string): Answer {
  const location = answer instanceof Response && answer.status < 400 ? answer.headers.get("Location") : null;
  if (location?.startsWith("/")) (answer as Response).headers.set("Location", withQuery(location, id));
  return answer;
}

function withQuery(path: string, id: string): string {
  const url = new URL(path, "https://puente.invalid");
  url.searchParams.set("kept", id);
  return `${url.pathname}${url.search}${url.hash}`;
}
