import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceField, type FormValues, readSeen, writeSeen } from "#app/ui/form/seen.rules.ts";
import { mergeForm, withChoices } from "#app/web/merge.rules.ts";

const [a, b, c] = ["uno", "dos", "tres"];

describe("one field", () => {
  // every way in which three versions can agree or differ, empty ones among them
  test.each([
    { seen: a, typed: a, stored: a, leaves: a },
    { seen: a, typed: a, stored: b, leaves: b },
    { seen: a, typed: b, stored: a, leaves: b },
    { seen: a, typed: b, stored: b, leaves: b },
    { seen: a, typed: b, stored: c, leaves: "asked" },
    { seen: a, typed: "", stored: a, leaves: "" },
    { seen: a, typed: "", stored: b, leaves: "asked" },
    { seen: a, typed: a, stored: "", leaves: "" },
    { seen: a, typed: b, stored: "", leaves: "asked" },
    { seen: a, typed: "", stored: "", leaves: "" },
    { seen: "", typed: "", stored: a, leaves: a },
    { seen: "", typed: a, stored: "", leaves: a },
    { seen: "", typed: a, stored: a, leaves: a },
    { seen: "", typed: a, stored: b, leaves: "asked" },
    { seen: "", typed: "", stored: "", leaves: "" },
  ])("seen “$seen”, typed “$typed”, stored “$stored”", ({ seen, typed, stored, leaves }) => {
    const { values, disputed } = mergeForm({ typed: { f: typed }, seen: { f: seen }, stored: { f: stored } });
    expect([values.f, disputed]).toEqual(leaves === "asked" ? [typed, ["f"]] : [leaves, []]);
  });

  test("is the same with other line breaks, spaces and composed letters, and where empty is missing", () => {
    const same = (typed: string | undefined, seen: string) =>
      mergeForm({ typed: { f: typed }, seen: { f: seen }, stored: { f: "otro" } }).values.f;
    expect(same("uno\r\ndos ", "uno\ndos")).toBe("otro");
    expect(same("Nu\u0301n\u0303ez", "Núñez")).toBe("otro");
    expect(same(undefined, "")).toBe("otro");
  });

  test("of boxes is the same in another order, and a single one is a list of one", () => {
    const merge = (typed: string | string[] | undefined, seen: string[]) =>
      mergeForm({ typed: { f: typed }, seen: { f: seen }, stored: { f: ["ja"] } });
    expect(merge(["es", "en"], ["en", "es"]).values.f).toEqual(["ja"]);
    expect(merge("es", ["es"]).values.f).toEqual(["ja"]);
    expect(merge(undefined, []).values.f).toEqual(["ja"]);
    expect(merge(undefined, ["es"]).disputed).toEqual(["f"]);
  });

  test("that somebody vouches for is never replaced by what they have not seen", () => {
    const merge = (typed: string, seen: string, stored: string) =>
      mergeForm({ typed: { f: typed }, seen: { f: seen }, stored: { f: stored }, vouched: ["f"] });
    expect(merge(a, a, b).disputed).toEqual(["f"]);
    expect(merge(a, b, b)).toEqual({ values: { f: a }, disputed: [] });
    expect(merge(a, b, a)).toEqual({ values: { f: a }, disputed: [] });
  });
});

const row = (number: number, institution: string, role: string) => ({
  [`party.${number}.institution`]: institution,
  [`party.${number}.role`]: role,
});

describe("a list of rows", () => {
  const merge = (typed: FormValues, seen: FormValues, stored: FormValues) =>
    mergeForm({ typed, seen, stored, lists: ["party"] });
  const three = { ...row(1, "A", "host"), ...row(2, "B", "sender"), ...row(3, "C", "funder") };
  /** The first has been taken away, and the others have moved up. */
  const moved = { ...row(1, "B", "sender"), ...row(2, "C", "funder") };

  test("is one thing: a change in a row is never put into another that has moved there", () => {
    expect(merge({ ...three, "party.2.role": "funder" }, three, moved).disputed).toEqual(["party"]);
    expect(merge(three, three, moved)).toEqual({ values: moved, disputed: [] });
    const changed = { ...three, "party.2.role": "funder" };
    expect(merge(changed, three, three)).toEqual({ values: changed, disputed: [] });
  });

  test("is the same with empty rows between", () => {
    const spread = { ...row(1, "", ""), ...row(2, "B", "sender"), ...row(12, "C", "funder") };
    expect(merge(spread, three, moved).disputed).toEqual([]);
    expect(merge({ ...row(2, "C", "funder"), ...row(10, "B", "sender") }, three, moved).disputed).toEqual(["party"]);
  });

  test("does not take a name that only begins like it", () => {
    const { values } = merge({ partyline: "x" }, {}, { partyline: "" });
    expect(values).toEqual({ partyline: "x" });
  });
});

describe("what nobody stores", () => {
  test("comes through, and the questions do not", () => {
    const typed = { reason: "tarde", part: "person", f: a, [choiceField("f")]: ["", "mine"] };
    const { values } = mergeForm({ typed, seen: { f: b }, stored: { f: b } });
    expect(values).toEqual({ reason: "tarde", part: "person", f: a });
  });

  test("that was seen and is gone is not brought back by whoever left it as it was", () => {
    expect(mergeForm({ typed: { f: a, g: c }, seen: { f: a, g: b }, stored: {} })).toEqual({
      values: { g: c },
      disputed: ["g"],
    });
  });
});

describe("a question that was asked", () => {
  const answered = (choice: string | undefined, third = b) => {
    const keep = choice === undefined ? "" : ["", choice];
    const seen = { f: b };
    const typed = withChoices({ f: a, [choiceField("f")]: keep }, seen);
    return mergeForm({ typed, seen, stored: { f: third } });
  };

  test("is asked again until it is answered", () => {
    expect(answered(undefined).disputed).toEqual(["f"]);
    expect(answered("both").disputed).toEqual(["f"]);
  });

  test("leaves what was chosen", () => {
    expect(answered("mine")).toEqual({ values: { f: a }, disputed: [] });
    expect(answered("stored")).toEqual({ values: { f: b }, disputed: [] });
  });

  test("is asked anew where a third has changed it since; whoever has given way leaves it to the third", () => {
    expect(answered("mine", c).disputed).toEqual(["f"]);
    expect(answered("stored", c)).toEqual({ values: { f: c }, disputed: [] });
  });

  test("about a list gives way as a whole", () => {
    const seen = { ...row(1, "A", "host") };
    const typed = { ...row(1, "B", "host"), ...row(2, "C", "funder"), [choiceField("party")]: ["", "stored"] };
    const resolved = withChoices(typed, seen);
    expect(mergeForm({ typed: resolved, seen, stored: seen, lists: ["party"] })).toEqual({
      values: seen,
      disputed: [],
    });
  });

  test("about thousands of fields, by a form that says it has seen thousands, holds nobody up", () => {
    const many = (count: number, name: (n: number) => string, value: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [name(n), value]));
    const typed = { f: a, ...many(11_000, (n) => choiceField(`mark.${n}`), "stored") };
    const seen = { f: b, ...many(60_000, (n) => `seen.${n}`, b), "mark.7": c };
    const from = performance.now();
    const resolved = withChoices(typed, seen);
    const { disputed } = mergeForm({ typed: resolved, seen, stored: { f: b, "mark.7": a }, lists: ["party"] });
    expect([performance.now() - from < 6_000, resolved["mark.7"], disputed]).toEqual([true, c, []]);
  });
});

const text = fc.constantFrom("", a, b, c);
const names = ["title.es", "title.ja", "capacity", "__proto__", "toString"];
const form = fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { maxLength: 2 })));

/** As it stands in a form: what is missing is empty, and boxes have no order. */
const plain = (values: FormValues, name: string) =>
  [...new Set([(Object.hasOwn(values, name) ? values[name] : "") ?? ""].flat().filter(Boolean))].sort().join();

describe("any three versions of a form", () => {
  test("lose nothing that one person alone has changed, and ask about the rest", () => {
    fc.assert(
      fc.property(form, form, form, (typed, seen, stored) => {
        const { values, disputed } = mergeForm({ typed, seen, stored });
        for (const name of names) {
          const [mine, former, now, left] = [typed, seen, stored, values].map((one) => plain(one, name));
          const bothDiffer = mine !== former && now !== former && mine !== now;
          expect(disputed.includes(name)).toBe(bothDiffer);
          if (!bothDiffer) expect(left).toBe(mine === former ? now : mine);
        }
      }),
    );
  });

  test("two who change different fields, in either order, leave the same", () => {
    fc.assert(
      fc.property(form, fc.constantFrom(...names), fc.constantFrom(...names), text, text, (seen, f, g, x, y) => {
        fc.pre(f !== g);
        const [ana, ben] = [
          { ...seen, [f]: x },
          { ...seen, [g]: y },
        ];
        const left = (first: FormValues, second: FormValues) => {
          const once = mergeForm({ typed: first, seen, stored: seen });
          const twice = mergeForm({ typed: second, seen, stored: once.values });
          return { all: names.map((name) => plain(twice.values, name)), disputed: twice.disputed };
        };
        expect(left(ana, ben)).toEqual(left(ben, ana));
        expect(left(ana, ben).disputed).toEqual([]);
      }),
    );
  });
});

describe("what a form has seen", () => {
  test("comes back as it was written, but for what is empty", () => {
    fc.assert(
      fc.property(form, (values) => {
        const read = readSeen(writeSeen(values));
        for (const name of names) expect(plain(read, name)).toBe(plain(values, name));
      }),
    );
  });

  test.each(["", "{", "[]", "null", "1", '"x"', '{"f":1,"g":{"h":"i"},"j":[1]}', undefined, ["{}", "{}"]])(
    "is nothing where it is %s",
    (sent) => {
      expect(readSeen(sent)).toEqual({});
    },
  );
});
