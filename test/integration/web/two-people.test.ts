import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { choiceField, disputedIn, type FormValues, readSeen } from "#app/ui/form/seen.rules.ts";
import { castAt } from "#test/support/cast.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { castEditing } from "./edit-cast.ts";
import { type Changes, editedPlaces, editForms, editing, placeOf } from "./edit-forms.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date(castAt), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

type Look = ReturnType<typeof editing>["look"];

/** One field that Ana changes, and all others that Ben does; then the other way round. */
const shares = (changes: Changes[]) =>
  changes.flatMap(({ unit, first }) => {
    const others: FormValues = Object.assign({}, ...changes.filter((one) => one.unit !== unit).map((one) => one.first));
    return [
      { order: `${unit} first`, ana: first, ben: others },
      { order: `${unit} last`, ana: others, ben: first },
    ];
  });

const named = editForms.map((form) => [`${form.path} ${form.part ?? ""}`.trim(), form] as const);

test("every form that says what it has seen is tried", async () => {
  expect(new Set(editForms.map(({ path }) => path))).toEqual(new Set(await editedPlaces()));
});

describeDatabases("two people with the same form open", (open) => {
  test.each(named)("keep what each alone has changed, in every order: %s", { timeout: 120_000 }, async (_, form) => {
    const { look, send, stored, changes, restore } = await opened(form);
    const units = new Set([...changes.map(({ unit }) => unit), ...Object.keys(form.fixed ?? {})]);
    expect(new Set(Object.keys(stored).map((name) => unitOf(name, form.lists)))).toEqual(units);
    for (const { order, ana, ben } of shares(changes)) {
      const first = await send({ ...stored, ...ana }, stored);
      const second = await send({ ...stored, ...ben }, stored);
      expect([order, first.status, second.status]).toEqual([order, 302, form.isVouched ? 409 : 302]);
      expect([order, await look()]).toEqual([order, { ...stored, ...ana, ...(form.isVouched ? {} : ben) }]);
      await restore();
    }
  });

  test.each(named)(
    "see both where they have changed the same, and choose: %s",
    { timeout: 120_000 },
    async (_, form) => {
      const { look, send, stored, changes, restore } = await opened(form);
      for (const { unit, first, second } of changes.filter(isTwofold)) {
        await send({ ...stored, ...first }, stored);
        const theirs = await look();
        const asked = await send({ ...stored, ...second }, stored);
        const { errors, values } = asked.data;
        expect([unit, asked.status, errors]).toEqual([unit, 409, { [choiceField(unit)]: "common:form.disputed" }]);
        expect(values).toMatchObject(asSent(second));
        expect(readSeen(values.seen)).toMatchObject(first);
        expect(await look()).toEqual(theirs);

        const { seen, ...typed } = values;
        const unanswered = await send(typed, seen);
        expect([unit, unanswered.status, Object.keys(unanswered.data.errors)]).toEqual([
          unit,
          409,
          [choiceField(unit)],
        ]);
        const choose = (choice: string) => send({ ...typed, [choiceField(unit)]: ["", choice] }, seen);
        expect([unit, (await choose("stored")).status, await look()]).toEqual([unit, 302, theirs]);
        expect([unit, (await choose("mine")).status, await look()]).toEqual([unit, 302, { ...stored, ...second }]);
        expect([unit, (await choose("mine")).status]).toEqual([unit, 302]);
        await restore();
      }
    },
  );

  test.each(named)("who write the same are not asked: %s", { timeout: 60_000 }, async (_, form) => {
    const { look, send, stored, changes, restore } = await opened(form);
    for (const { first } of changes) {
      for (const _person of ["ana", "ben"]) expect((await send({ ...stored, ...first }, stored)).status).toBe(302);
      expect(await look()).toEqual({ ...stored, ...first });
      await restore();
    }
  });

  test.each(named)("of whom one has seen nothing undo nothing: %s", { timeout: 60_000 }, async (_, form) => {
    const { look, send, stored, changes } = await opened(form);
    // a field that is empty takes what is new, and one that is left empty stays
    for (const { unit, first } of changes.filter((change) => isOverwriting(change, stored))) {
      const answer = await send({ ...stored, ...first }, "");
      expect([unit, answer.status, Object.keys(answer.data.errors).map(disputedIn)]).toEqual([unit, 409, [unit]]);
    }
    expect(await look()).toEqual(stored);
    expect([(await send(stored, "")).status, await look()]).toEqual([302, stored]);
  });

  async function opened(form: (typeof editForms)[number]) {
    const hands = editing(await castEditing(open), form, await placeOf(form));
    const stored = await hands.look();
    return { ...hands, stored, changes: await hands.changesOf(stored), restore: () => restoring(hands, stored) };
  }
});

async function restoring({ look, send }: { look: Look; send: ReturnType<typeof editing>["send"] }, stored: FormValues) {
  expect((await send(stored, await look())).status).toBe(302);
  expect(await look()).toEqual(stored);
}

/** The same can be changed in two ways. */
const isTwofold = (change: Changes): change is Changes & { second: FormValues } => change.second !== null;

/** Puts something else in the place of something. */
const isOverwriting = ({ first }: Changes, stored: FormValues) =>
  Object.entries(first).every(([name, value]) => value?.length && stored[name]?.length);

/** A box that is ticked alone is sent as one value. */
const asSent = (values: FormValues) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value?.length === 1 ? value[0] : value]));

const unitOf = (name: string, lists: string[] = []) => lists.find((list) => name.startsWith(`${list}.`)) ?? name;
