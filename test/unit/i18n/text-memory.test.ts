import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rememberingT } from "#app/i18n/text-memory.ts";
import { i18nOf } from "#app/i18n/translator.server.ts";

const common = {
  plain: "Puente",
  greeting: "Dear {{name}},",
  two: "{{first}} {{second}}",
  seats_one: "{{count}} seat",
  seats_other: "{{count}} seats",
  whole: "{{name}}: $t(seats)",
  signed: "$t(plain) is a bridge",
  guest: "Guest",
  guest_host: "Host",
  hours: "{{value, number}} hours",
  day: "on {{value, datetime(timeZone: UTC)}}",
};

type Say = (key: string, parameters?: object) => string;

/** The same texts asked of i18next each time, and remembered. */
function both(locale: "es" | "en" = "en") {
  const instance = i18nOf(locale, { common, mail: { plain: "Mail", greeting: "Hello {{name}}" } });
  // the keys are the test's own, which the types of our texts don't know
  const say = (namespaces: "common" | ["mail", "common"]) => rememberingT(instance, namespaces) as unknown as Say;
  const asked = instance.getFixedT(null, "common") as unknown as Say;
  return { say: say("common"), mail: say(["mail", "common"]), asked };
}

describe("what i18next can do, a remembered text can", () => {
  const { say } = both();
  test.each([
    ["plain", undefined, "Puente"],
    ["greeting", { name: "Ana" }, "Dear Ana,"],
    ["seats", { count: 1 }, "1 seat"],
    ["seats", { count: 2 }, "2 seats"],
    ["signed", undefined, "Puente is a bridge"],
    ["whole", { name: "Ana", count: 2 }, "Ana: 2 seats"],
    ["guest", undefined, "Guest"],
    ["guest", { context: "host" }, "Host"],
    ["hours", { value: 1234.5 }, "1,234.5 hours"],
    ["day", { value: new Date("2026-11-23T12:00:00Z") }, "on 23/11/2026"],
  ])("%s with %o, also when it is asked again", (key, parameters, text) => {
    for (let time = 0; time < 3; time++) expect(say(key, parameters)).toBe(text);
  });

  test("numbers are written as in Mexico", () => {
    expect(both("es").say("hours", { value: 1234.5 })).toBe("1,234.5 hours");
  });
});

describe("a remembered text answers for its own question alone", () => {
  const values = fc.oneof(
    fc.constantFrom(1, 2, "1", "2", null, undefined, true, "true", "null", "undefined", "\nsecond 1 1", "$t(plain)"),
    fc.string(),
    fc.integer(),
  );

  test("whatever was asked before", () => {
    const { say, asked } = both();
    const question = fc.record({ first: values, second: values }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(question, { minLength: 2, maxLength: 8 }), (questions) => {
        for (const parameters of [...questions, ...questions])
          expect(say("two", parameters)).toBe(asked("two", parameters));
      }),
    );
  });

  test("a count is a number, and a text that looks like one is not", () => {
    const { say } = both();
    const counted = [1, "1", 2].map((count) => say("seats", { count }));
    expect([1, "1", 2].map((count) => say("seats", { count }))).toEqual(counted);
    expect(counted[0]).toBe("1 seat");
    expect(counted[1]).not.toBe("1 seat");
  });

  test("namespaces, languages and keys apart", () => {
    const { say, mail } = both();
    expect([say("plain"), mail("plain"), mail("common:plain")]).toEqual(["Puente", "Mail", "Puente"]);
    expect([say("greeting", { name: "Ana" }), mail("greeting", { name: "Ana" })]).toEqual(["Dear Ana,", "Hello Ana"]);
  });

  test("after more questions than are remembered", () => {
    const { say } = both();
    for (let time = 0; time < 2; time++)
      for (let number = 0; number < 12_000; number++)
        expect(say("greeting", { name: `${number}` })).toBe(`Dear ${number},`);
  });
});

test("what somebody has typed is never taken for one of our texts", () => {
  const { say } = both();
  for (let time = 0; time < 2; time++)
    expect(say("greeting", { name: "$t(plain) {{name}}" })).toBe("Dear $t(plain) {{name}},");
});
