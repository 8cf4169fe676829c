import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import type { Fields } from "#app/web/fields.ts";
import { firstMessages, invalid } from "#app/web/invalid.ts";
import { answerStranger } from "#app/web/kept/keep-form.ts";
import { takingKeptAlong } from "#app/web/kept/kept-form.ts";
import { discardKept } from "#app/web/kept/kept-forms.commands.ts";
import { errorsOfOlderPage } from "#app/web/older-page.ts";
import { carryOutOnce } from "#app/web/once/once.ts";
import { recordRedirect, repeatRedirect } from "#app/web/once/redirects.ts";
import { requestName } from "#app/web/once/request-name.ts";
import { accepts, posting, reading } from "./accepts.ts";
import { alike } from "./alike.ts";
import {
  access,
  admit,
  byOf,
  type Guarded,
  isRefusal,
  open,
  type Public,
  type Reading,
  takes,
  type Visit,
  type Writing,
} from "./door.ts";
import { asPage } from "./manners.ts";
import { expectThemselves, stayingOneself } from "./merged-actor.ts";
import { isTyped, type SentForm, sentFields } from "./sent-fields.ts";

/** A form that has come in good order: `input` as its schema gives it, `values` as they were typed. */
export type Sent<Input> = { input: Input; values: Fields };
/** A form before its transaction. */
export type Preparing<Input, Who = Guarded> = Reading<Who> & Sent<Input>;
/** A form within its transaction. */
export type Acting<Input, Who = Guarded, Prepared = undefined> = Writing<Who> & Sent<Input> & { prepared: Prepared };

/** A page for whoever has this permission. */
export function guardedLoader<Data>(permission: Permission, load: (visit: Reading) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    open(asPage, args, async (visit) => {
      const admitted = { ...admit(asPage, visit, permission), db: visit.context.database.read };
      return takingKeptAlong(visit.url, () => load(admitted));
    });
  return Object.assign(loader, { [access]: permission, [accepts]: reading });
}

/** A page for anybody. */
export function publicLoader<Data>(load: (visit: Reading<Public>) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    open(asPage, args, async (visit) => load({ ...visit, db: visit.context.database.read }));
  return Object.assign(loader, { [access]: "public" as const, [accepts]: reading });
}

/**
 * A page for anybody which all strangers see alike: it depends on its address, on what is stored and on the minute, and
 * on nothing else. `operations/http/finished-answers.ts` keeps it as it was rendered, until something changes.
 * So it has no script and no form with a key of its own, and where something is found nothing is counted.
 */
export const alikeLoader = <Data>(load: (visit: Reading<Public>) => Promise<Data>) =>
  Object.assign(publicLoader(load), { [alike]: true as const });

type Act<Input, Who, Prepared, Data> = (visit: Acting<Input, Who, Prepared>) => Promise<Data>;
/** Slow work (hashing, limits) that has to be over before the transaction begins; it may refuse, too. */
type Prepare<Input, Who, Prepared> = (visit: Preparing<Input, Who>) => Promise<Prepared>;

/**
 * A form for whoever has this permission: admits, validates, runs `act` as one transaction. `refuse` undoes that.
 * The same form, sent twice, acts once. What is sent after the session has ended is kept until its sender is back.
 */
export function guardedAction<Form extends z.ZodType, Data, Prepared = undefined>(
  permission: Permission,
  form: Form,
  act: Act<z.output<Form>, Guarded, Prepared, Data>,
  prepare?: Prepare<z.output<Form>, Guarded, Prepared>,
) {
  const action = (args: ActionFunctionArgs) =>
    open(asPage, args, async (visit) => {
      if (!visit.actor) return answerStranger(visit);
      const again = (whose: Visit & Public) => admit(asPage, whose, permission);
      const guarded = again(visit);
      const sent = await sentFields(visit.request);
      const deed = { form, prepare, act: permission === "own.change" ? asThemselves(act) : act };
      return stayingOneself(asPage, guarded, (whose) => once(whose, deed, sent), again);
    });
  return Object.assign(action, { [access]: permission, [takes]: form, [accepts]: posting });
}

/**
 * The same for anybody. It acts as often as it is sent: such answers hand out cookies, which are kept nowhere, and what
 * must not happen twice has a link that works once.
 */
export function publicAction<Form extends z.ZodType, Data, Prepared = undefined>(
  form: Form,
  act: Act<z.output<Form>, Public, Prepared, Data>,
  prepare?: Prepare<z.output<Form>, Public, Prepared>,
) {
  const action = (args: ActionFunctionArgs) =>
    open(asPage, args, async (visit) => perform(visit, { form, act, prepare }, await sentFields(visit.request), null));
  return Object.assign(action, { [access]: "public" as const, [takes]: form, [accepts]: posting });
}

type Deed<Form extends z.ZodType, Who, Prepared, Data> = {
  form: Form;
  act: Act<z.output<Form>, Who, Prepared, Data>;
  prepare?: Prepare<z.output<Form>, Who, Prepared>;
};

/** Whoever changes what is theirs is there still, once it is done: else nothing was found to change. */
function asThemselves<Input, Prepared, Data>(act: Act<Input, Guarded, Prepared, Data>): typeof act {
  return async (acting) => {
    const answer = await act(acting);
    await expectThemselves(acting.trx, acting.actor);
    return answer;
  };
}

/** What was kept while its sender signed in has been sent, once it is carried out. */
async function once<Form extends z.ZodType, Prepared, Data>(
  visit: Visit & Guarded,
  { act, ...deed }: Deed<Form, Guarded, Prepared, Data>,
  sent: SentForm,
) {
  const { accountId } = visit.actor;
  const { kept, key, values } = sent;
  const finish: typeof act = async (acting) => {
    const answer = await act(acting).catch(async (error) => {
      // where it is refused, it is refused to whoever they are now
      if (isRefusal(error)) await expectThemselves(acting.trx, acting.actor);
      throw error;
    });
    if (kept) await discardKept(acting.trx, { id: kept, accountId });
    return answer;
  };
  return perform(visit, { act: finish, ...deed }, sent, requestName({ accountId, url: visit.url }, key, values));
}

async function perform<Form extends z.ZodType, Who extends Public, Prepared, Data>(
  visit: Visit & Who,
  { form, act, prepare }: Deed<Form, Who, Prepared, Data>,
  { values, key }: SentForm,
  name: string | null,
) {
  const older = isTyped(key) ? errorsOfOlderPage(form, values) : null;
  if (older) return invalid(older, values, 409);
  const parsed = form.safeParse(values);
  if (!parsed.success) return invalid(firstMessages(parsed.error), values);
  const sent = { input: parsed.data, values };
  const db = visit.context.database.read;
  return carryOutOnce<Data | Response, Prepared>(visit, {
    name,
    prepare: async () => (await prepare?.({ ...visit, ...sent, db })) as Prepared,
    act: (trx, prepared) => act({ ...visit, ...sent, trx, by: byOf(visit), prepared }),
    record: recordRedirect,
    repeat: repeatRedirect,
  });
}
