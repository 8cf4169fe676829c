import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { findFormerAccount } from "#app/sessions/queries.ts";
import { formerToken, sessionToken } from "#app/web/cookie.ts";
import type { Public, Visit } from "#app/web/doors/door.ts";
import { asPage } from "#app/web/doors/manners.ts";
import { isPress, type SentForm, sentFields } from "#app/web/doors/sent-fields.ts";
import { withoutPasswords } from "#app/web/invalid.ts";
import { findGivenAnswer } from "#app/web/once/given-answers.queries.ts";
import { requestName } from "#app/web/once/request-name.ts";
import { ownPath } from "#app/web/own-path.ts";
import { pageOf } from "#app/web/page-of.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { sealContent } from "./kept-content.ts";
import { keepForm } from "./kept-forms.commands.ts";

/**
 * Answers a form whose sender is not signed in. Where their session has ended, what they typed is kept until they have
 * signed in again. Of strangers nothing is kept.
 * @throws the way to sign in, where there is nothing to keep
 */
export async function answerStranger(visit: Visit & Public): Promise<Response> {
  const accountId = await formerAccount(visit);
  if (!accountId) throw asPage.stranger(visit);
  const sent = await sentFields(visit.request);
  const name = requestName({ accountId, url: visit.url }, sent.key, sent.values);
  // it came before, while the session was running: only its answer was lost
  const given = name === null ? null : await findGivenAnswer(visit.context.database.read, name);
  if (given?.location) return redirect(given.location);
  const next = await keep(visit, accountId, { ...sent, name });
  if (next === null) throw asPage.stranger(visit);
  return redirect(to.signIn({ locale: visit.locale }, { next }));
}

async function formerAccount({ request, at, context }: Visit): Promise<Id<"account"> | null> {
  const { secure } = context.settings;
  for (const token of [sessionToken(request, secure), formerToken(request, secure)]) {
    const accountId = token && (await findFormerAccount(context.database.read, token, at));
    if (accountId) return accountId;
  }
  return null;
}

/** @returns the way back to the form; null where it cannot be kept */
async function keep(
  { url, at, context: { database, settings } }: Visit,
  accountId: Id<"account">,
  { values, key, name }: SentForm & { name: string | null },
): Promise<string | null> {
  const id = newId<"keptForm">();
  const next = wayBack(url, id);
  const typed = { ...withoutPasswords(values), ...(key && { key }) };
  const sealed = sealContent({ page: pageOf(url.pathname), name, values: typed }, { id, accountId }, settings.secret);
  if (next === null || sealed === null) return null;
  // the button of a page that is older than its keys sends nothing at all
  const kind = isPress(key) || Object.keys(values).length === 0 ? "press" : "form";
  await database.transact((trx) => keepForm(trx, { id, accountId, kind, sealed, keptAt: at }));
  return next;
}

/** What an address says of a form that was sent before. It would contradict what is said of this one. */
const former = ["done", "refused", "saved", "issued", "kept"];

function wayBack({ pathname, searchParams }: URL, id: Id<"keptForm">): string | null {
  const path = pathname.replace(/\.data$/, "");
  const rest = [...searchParams].filter(([name]) => !former.includes(name));
  return ownPath(`${path}?${new URLSearchParams([...rest, ["kept", id]])}`) ?? ownPath(`${path}?kept=${id}`);
}
