import { writeSeen } from "#app/ui/form/seen.rules.ts";
import { access } from "#app/web/doors/door.ts";
import { edits } from "#app/web/doors/edit-door.ts";
import { cookieFor } from "#test/support/accounts.ts";
import type { Open } from "#test/support/databases.ts";
import { longPdf } from "#test/support/plain-pdf.ts";
import { isForScripts, type SitePlace, sitePlaces } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";
import { anasEmail, type Form, sendings, today, world } from "./right-forms.ts";

/** The addresses of all actions that somebody has to be signed in for. */
export const guardedForms = async () => guarded(await sitePlaces()).map(({ path }) => path);

const guarded = (places: SitePlace[]) =>
  places
    .filter(({ action }) => action && (action as unknown as { [access]: string })[access] !== "public")
    .filter(({ action }) => !isForScripts(action));

/**
 * The form of this address, ready to be sent by somebody who may, on a database of its own.
 * @param about another workshop than the draft that most forms are about
 */
export async function sending(open: Open, path: string, about = "ZZ-2") {
  const database = await open(world);
  const place = guarded(await sitePlaces()).find((one) => one.path === path);
  const { [path]: right } = await sendings(database);
  if (!place?.action || !right) throw new Error(`${path}: right-forms.ts has no form for it`);
  const sent: typeof right = JSON.parse(JSON.stringify(right).replaceAll("ZZ-2", about));
  const { id } = await database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", anasEmail)
    .executeTakeFirstOrThrow();
  const cookie = await cookieFor(database, id, today);
  const { action, loader } = place;
  const page = loader && (await knock(loader, { database, path: sent.path, cookie })).data;
  // what the page showed: what is stored, and what a certificate would say
  const shown = {
    ...(edits in action && { seen: writeSeen(page?.initial ?? {}) }),
    ...(page?.wording && { wording: page.wording }),
  };
  const send = async (more: Form) => {
    const { status, location, data } = await knock(action, {
      database,
      path: sent.path,
      cookie,
      form: { ...shown, ...sent.form, ...more },
      ...(sent.isUpload && { upload: { name: "guía.pdf", bytes: longPdf(1_000) } }),
    });
    return { status, location, errors: data?.errors };
  };
  return { database, send };
}
