import { data } from "@remix-run/node";
import { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import type { AuditAction, AuditSubject } from "#app/audit/actions.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import { type Doer, findLastDoer } from "#app/sessions/queries.ts";
import { choiceField, type FormValues, readSeen, seenField, writeSeen } from "#app/ui/form/seen.rules.ts";
import { type Fields, mostFields } from "#app/web/fields.ts";
import { firstMessages, type Invalid, invalid } from "#app/web/invalid.ts";
import { mergeForm, withChoices } from "#app/web/merge.rules.ts";
import { namesIn } from "#app/web/older-page.ts";
import type { Id } from "#db/id.ts";
import { type Accepts, accepts, posting } from "./accepts.ts";
import { refuse, takes } from "./door.ts";
import { type Acting, guardedAction } from "./form-door.ts";

/** The mark of an action whose form changes what is stored, and so says what it has seen. */
export const edits = Symbol.for("puente.edits");

/** A form that changes what is stored: `Held` is what it is about. */
type Edit<Input, Held, Data> = {
  /** Finds what the form is about, and holds it: nobody else changes it until the transaction ends. */
  hold(visit: Acting<Input>): Promise<Held>;
  /** What is stored, as the page's form shows it at first. Null where this part of the form changes nothing stored. */
  stored(visit: Acting<Input>, held: Held): Promise<FormValues | null>;
  /** What one press means for each field, where a button speaks for several. */
  spelledOut?(typed: FormValues, stored: FormValues): FormValues;
  /** Beginnings of names whose rows are one thing together: `party` for `party.1.role` and its like. */
  lists?: readonly string[];
  /** Fields that somebody vouches for as they stand. */
  vouched?: readonly string[];
  /** The longest body, where it has more to say than other forms. */
  mostBytes?: number;
  /** By what the audit knows who changed it last. */
  record(visit: Acting<Input>, held: Held): { actions: [AuditAction, ...AuditAction[]]; subjectId: Id<AuditSubject> };
  /** Saves the form: what this person has changed, and beside it what others have changed meanwhile. */
  save(visit: Acting<Input>, held: Held): Promise<Data>;
};

/**
 * A form that changes what is stored, for whoever has this permission. What others have saved since the form was opened
 * stays; where both have changed the same, the form comes back with both, and asks which stays.
 * A refusal of `save` shows the form as it was brought together.
 */
export function guardedEdit<Form extends z.ZodType, Held, Data>(
  permission: Permission,
  form: Form,
  edit: Edit<z.output<Form>, Held, Data>,
) {
  const chosen = z.preprocess((sent) => withChoices(sent as Fields, seenIn(sent as Fields, form)), form);
  const action = guardedAction(permission, chosen, async (visit) => {
    const held = await edit.hold(visit);
    const stored = await edit.stored(visit, held);
    return edit.save(stored ? await merged(visit, form, { edit, held, stored }) : visit, held);
  });
  const accepting: Accepts = { ...posting, mostBytes: edit.mostBytes ?? posting.mostBytes };
  return Object.assign(action, { [takes]: form, [edits]: true as const, [accepts]: accepting });
}

/**
 * What a form says that it has seen, of the fields that it has. None of ours has seen more than it may send: one that
 * says so has seen nothing.
 */
function seenIn(values: Fields, form: z.ZodType): FormValues {
  const seen = Object.entries(readSeen(values[seenField]));
  const names = namesIn(form);
  if (seen.length > mostFields) return {};
  return Object.fromEntries(seen.filter(([name]) => names === "any" || names.has(name)));
}

type Case<Input, Held> = { edit: Edit<Input, Held, unknown>; held: Held; stored: FormValues };

/** The visit with the form as it is now. Where something is disputed, or does not fit together, it is refused. */
async function merged<Form extends z.ZodType, Held>(
  visit: Acting<z.output<Form>>,
  form: Form,
  { edit, held, stored }: Case<z.output<Form>, Held>,
): Promise<Acting<z.output<Form>>> {
  const seen = seenIn(visit.values, form);
  const sent = withChoices(visit.values, seen);
  const typed = edit.spelledOut?.(sent, stored) ?? sent;
  const { lists, vouched } = edit;
  const { values: together, disputed } = mergeForm({ typed, seen, stored, lists, vouched });
  const values = { ...together, [seenField]: writeSeen(stored) };
  if (disputed.length > 0) return refuse(await disputing(visit, values, disputed, edit.record(visit, held)));
  const parsed = form.safeParse(values);
  if (!parsed.success) return refuse(invalid(firstMessages(parsed.error), values));
  return { ...visit, input: parsed.data, values };
}

type Trace = ReturnType<Edit<unknown, unknown, unknown>["record"]>;

/** The form with what was typed, and beside each disputed field the question which stays. */
async function disputing<Input>(
  { trx, locale, t, actor }: Acting<Input>,
  values: Fields,
  disputed: string[],
  trace: Trace,
) {
  const errors = Object.fromEntries(disputed.map((name) => [choiceField(name), "common:form.disputed"]));
  const asked = Object.fromEntries(disputed.map((name) => [choiceField(name), ""]));
  const answer = invalid(errors, { ...values, ...asked }, 409);
  const last = await findLastDoer(trx, trace);
  if (!last) return answer;
  const lastChange = { by: doerName(last, locale), at: cityInstant({ locale, t }, last.at, actor.zone) };
  return data({ ...answer.data, lastChange } satisfies Invalid, { status: 409 });
}

/** As the reader's page writes it. */
export function doerName({ nativeName, givenName, familyName, country }: Doer, locale: Locale): string {
  if (locale === "ja" && nativeName) return nativeName;
  const isFamilyFirst = langOfName(familyName) !== undefined || (locale === "ja" && country === "JP");
  return isFamilyFirst ? `${familyName} ${givenName}` : `${givenName} ${familyName}`;
}
