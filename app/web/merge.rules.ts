import { choiceOf, disputedIn, type FormValues } from "#app/ui/form/seen.rules.ts";
import { normalText } from "./text.rules.ts";

type Sent = Record<string, string | string[]>;

export type Merging = {
  /** What was sent. */
  typed: FormValues;
  /** What was stored when the form was opened. A form that does not say so has seen nothing. */
  seen: FormValues;
  /** What is stored now. */
  stored: FormValues;
  /** Beginnings of names whose rows are one thing together: `party` for `party.1.role` and its like. */
  lists?: readonly string[];
  /** Fields that somebody vouches for as they stand: nothing that they have not seen is put in their place. */
  vouched?: readonly string[];
};

/**
 * Brings together what two people have done to the same form, field by field. Whoever changed a field alone is right.
 * What both have changed is disputed, until somebody says which stays.
 * @returns the form as it is now, with what was typed where it is disputed, and the disputed fields
 */
export function mergeForm({ typed, seen, stored, lists = [], vouched = [] }: Merging): {
  values: Sent;
  disputed: string[];
} {
  const unitOf = (name: string) => lists.find((list) => name.startsWith(`${list}.`)) ?? name;
  const units = new Set([...Object.keys(seen), ...Object.keys(stored)].map(unitOf));
  const textOf = (values: FormValues, unit: string) =>
    lists.includes(unit) ? listText(values, unit) : valueText(sentValue(values, unit));
  const outcomes = [...units].map((unit): [string, Outcome] => {
    const [mine, former, now] = [typed, seen, stored].map((values) => textOf(values, unit)) as [string, string, string];
    const isOpen = choiceOf(typed, unit) === "";
    return [unit, outcomeOf({ mine, former, now, isOpen, isVouched: vouched.includes(unit) })];
  });
  const disputed = outcomes.filter(([, outcome]) => outcome === "disputed").map(([unit]) => unit);
  const overtaken = new Set(outcomes.filter(([, outcome]) => outcome === "stored").map(([unit]) => unit));
  const own = entriesOf(typed).filter(([name]) => disputedIn(name) === null && !overtaken.has(unitOf(name)));
  const others = entriesOf(stored).filter(([name]) => overtaken.has(unitOf(name)));
  return { values: Object.fromEntries([...own, ...others]), disputed };
}

type Outcome = "typed" | "stored" | "disputed";

type Field = { mine: string; former: string; now: string; isOpen: boolean; isVouched: boolean };

function outcomeOf({ mine, former, now, isOpen, isVouched }: Field): Outcome {
  if (mine === now) return "typed";
  if (mine === former && !isVouched) return "stored";
  return now === former && !isOpen ? "typed" : "disputed";
}

/**
 * Carries out what was chosen: where the stored one stays, the form says what it has seen there. So nothing that was
 * given up is checked, or written.
 */
export function withChoices(typed: FormValues, seen: FormValues): FormValues {
  const asked = Object.keys(typed).flatMap((name) => disputedIn(name) ?? []);
  const givenUp = new Set(asked.filter((unit) => choiceOf(typed, unit) === "stored"));
  if (givenUp.size === 0) return typed;
  // looked up, not searched: a form may say so of thousands of fields, of which it has seen thousands
  const isGivenUp = (name: string) => givenUp.has(name) || givenUp.has(listOf(name));
  const own = entriesOf(typed).filter(([name]) => !isGivenUp(name));
  return Object.fromEntries([...own, ...entriesOf(seen).filter(([name]) => isGivenUp(name))]);
}

/** The beginning of the name of a field in a row. */
const listOf = (name: string) => name.slice(0, Math.max(0, name.indexOf(".")));

/** A name such as `toString` is a field only where it was sent. */
const sentValue = (values: FormValues, name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);

const entriesOf = (values: FormValues) =>
  Object.entries(values).flatMap(([name, value]): [string, string | string[]][] =>
    value === undefined ? [] : [[name, typeof value === "string" ? value : [...value]]],
  );

/** Two values of one text are the same for the form: what is missing is empty, and boxes have no order. */
const valueText = (value: FormValues[string]): string => {
  const texts = [value ?? []].flat().map(normalText);
  return JSON.stringify([...new Set(texts.filter((text) => text !== ""))].sort());
};

/** Rows in their order, wherever empty ones stand between them. */
function listText(values: FormValues, list: string): string {
  const rows = new Map<number, [part: string, text: string][]>();
  for (const [name, value] of Object.entries(values)) {
    const [, row, part = ""] = name.startsWith(`${list}.`)
      ? (/^(\d+)\.(.*)$/.exec(name.slice(list.length + 1)) ?? [])
      : [];
    const text = valueText(value);
    if (row !== undefined && text !== "[]") rows.set(Number(row), [...(rows.get(Number(row)) ?? []), [part, text]]);
  }
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, parts]) => parts.sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(inOrder);
}
