import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import { type Fields, readFields } from "#app/web/fields.ts";
import { firstMessages, invalid } from "#app/web/invalid.ts";
import { accepts, posting, reading } from "./accepts.ts";
import {
  access,
  admit,
  byOf,
  type Guarded,
  inTransaction,
  open,
  type Public,
  type Reading,
  takes,
  untilRefused,
  type Visit,
  type Writing,
} from "./door.ts";
import { asPage } from "./manners.ts";

/** A form that has come in good order: `input` as its schema gives it, `values` as they were typed. */
export type Sent<Input> = { input: Input; values: Fields };
/** A form before its transaction. */
export type Preparing<Input, Who = Guarded> = Reading<Who> & Sent<Input>;
/** A form within its transaction. */
export type Acting<Input, Who = Guarded, Prepared = undefined> = Writing<Who> & Sent<Input> & { prepared: Prepared };

/** A page for whoever has this permission. */
export function guardedLoader<Data>(permission: Permission, load: (visit: Reading) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    open(asPage, args, async (visit) => load({ ...admit(asPage, visit, permission), db: visit.context.database.read }));
  return Object.assign(loader, { [access]: permission, [accepts]: reading });
}

/** A page for anybody. */
export function publicLoader<Data>(load: (visit: Reading<Public>) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    open(asPage, args, async (visit) => load({ ...visit, db: visit.context.database.read }));
  return Object.assign(loader, { [access]: "public" as const, [accepts]: reading });
}

type Act<Input, Who, Prepared, Data> = (visit: Acting<Input, Who, Prepared>) => Promise<Data>;
/** Slow work (hashing, limits) that has to be over before the transaction begins; it may refuse, too. */
type Prepare<Input, Who, Prepared> = (visit: Preparing<Input, Who>) => Promise<Prepared>;

/** A form for whoever has this permission: admits, validates, runs `act` as one transaction. `refuse` undoes that. */
export function guardedAction<Form extends z.ZodType, Data, Prepared = undefined>(
  permission: Permission,
  form: Form,
  act: Act<z.output<Form>, Guarded, Prepared, Data>,
  prepare?: Prepare<z.output<Form>, Guarded, Prepared>,
) {
  const action = (args: ActionFunctionArgs) =>
    open(asPage, args, (visit) => perform(admit(asPage, visit, permission), form, act, prepare));
  return Object.assign(action, { [access]: permission, [takes]: form, [accepts]: posting });
}

/** The same for anybody. */
export function publicAction<Form extends z.ZodType, Data, Prepared = undefined>(
  form: Form,
  act: Act<z.output<Form>, Public, Prepared, Data>,
  prepare?: Prepare<z.output<Form>, Public, Prepared>,
) {
  const action = (args: ActionFunctionArgs) => open(asPage, args, (visit) => perform(visit, form, act, prepare));
  return Object.assign(action, { [access]: "public" as const, [takes]: form, [accepts]: posting });
}

async function perform<Form extends z.ZodType, Who extends Public, Prepared, Data>(
  visit: Visit & Who,
  form: Form,
  act: Act<z.output<Form>, Who, Prepared, Data>,
  prepare?: Prepare<z.output<Form>, Who, Prepared>,
) {
  const values = await fieldsOf(visit.request);
  const parsed = form.safeParse(values);
  if (!parsed.success) return invalid(firstMessages(parsed.error), values);
  const sent = { input: parsed.data, values };
  const { database } = visit.context;
  return untilRefused(async () => {
    const prepared = (await prepare?.({ ...visit, ...sent, db: database.read })) as Prepared;
    return inTransaction(database, (trx) => act({ ...visit, ...sent, trx, by: byOf(visit), prepared }));
  });
}

async function fieldsOf(request: Request): Promise<Fields> {
  const form = await request.formData().catch(() => null);
  const fields = form && readFields(form);
  if (!fields) throw new Response(null, { status: 400 });
  return fields;
}
