import fc from "fast-check";
import { expect, test } from "vitest";
import { openQuestions, withQuestions } from "#app/nominations/application/rules.ts";
import { questionForm, questionValues, readQuestion } from "#app/nominations/call/questions/form.ts";
import {
  type CallQuestion,
  liveQuestions,
  movedIn,
  nextQuestion,
  optionsProblem,
} from "#app/nominations/call/questions/rules.ts";
import { publicationRefusal } from "#app/nominations/call/rules.ts";
import { standardForm } from "../../../db/migrations/applications/standard-form.ts";

const one = (number: number, isRemoved = false): CallQuestion => ({
  ...{ number, kind: "yesNo", isRequired: true, label: { es: `¿${number}?` }, options: [] },
  ...(isRemoved && { isRemoved }),
});

test("a question that is moved changes places with its neighbour, past those that were taken away", () => {
  const some = [one(1), one(2, true), one(3), one(4)];
  expect(liveQuestions(movedIn(some, 1, "down")).map(({ number }) => number)).toEqual([3, 1, 4]);
  expect(movedIn(some, 1, "up")).toEqual(some);
  expect(movedIn(some, 9, "up")).toEqual(some);
  expect(nextQuestion(some)).toBe(5);
});

test("none is lost or doubled, however they are moved", () => {
  const moves = fc.array(fc.tuple(fc.nat(12), fc.constantFrom("up" as const, "down" as const)));
  const flags = fc.array(fc.boolean(), { maxLength: 10 });
  fc.assert(
    fc.property(flags, moves, (removed, steps) => {
      const before = removed.map((isRemoved, place) => one(place + 1, isRemoved));
      const after = steps.reduce((list, [number, way]) => movedIn(list, number, way), before);
      expect(after.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(before.map(({ number }) => number));
    }),
  );
});

test("options stand in order in each language, or it is said where not", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, place) => `${place}`).join("\n");
  expect(optionsProblem("oneOf", { es: "Una\nDos", ja: "一\n\n 二 " })).toBeNull();
  expect(optionsProblem("oneOf", {})).toEqual({ lang: "es", because: "few" });
  expect(optionsProblem("oneOf", { es: "Una" })).toEqual({ lang: "es", because: "few" });
  expect(optionsProblem("oneOf", { es: "Una\nDos", ja: "一\n二\n三" })).toEqual({ lang: "ja", because: "uneven" });
  expect(optionsProblem("oneOf", { ja: "一\n一" })).toEqual({ lang: "ja", because: "twice" });
  expect(optionsProblem("oneOf", { en: lines(13) })).toEqual({ lang: "en", because: "many" });
  expect(optionsProblem("yesNo", { en: "One" })).toEqual({ lang: "en", because: "unasked" });
  expect(optionsProblem("longText", {})).toBeNull();
});

test("what a form says comes back as its fields", () => {
  const words = fc.constantFrom("Uno", "二", "Three");
  const three = fc.record({ es: words, ja: words, en: words });
  fc.assert(
    fc.property(three, fc.boolean(), fc.boolean(), (label, isChoice, isRequired) => {
      const typed = {
        ...{ "label.es": label.es, "label.ja": label.ja, "label.en": label.en },
        ...{ kind: isChoice ? "oneOf" : "shortText", required: isRequired ? "1" : "" },
        ...{ "options.es": isChoice ? "Una\nDos" : "", "options.ja": isChoice ? "一\n二" : "", "options.en": "" },
      };
      expect(questionValues(readQuestion(questionForm.parse(typed)))).toEqual(typed);
    }),
  );
});

test("they follow the form as one section, without those that were taken away", () => {
  expect(withQuestions(standardForm, undefined)).toBe(standardForm);
  expect(withQuestions(standardForm, [one(1, true)])).toBe(standardForm);
  const whole = withQuestions(standardForm, [one(2), one(1, true), one(7)]);
  expect(whole.sections.at(-1)?.questions.map(({ key }) => key)).toEqual(["workshop-2", "workshop-7"]);
  const keys = openQuestions(whole).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a call with questions is not published without the form that asks them", () => {
  const text = { es: "Texto" };
  const content = {
    ...{
      texts: { aim: text, who: text, requirements: text, how: text },
      institutionIds: [],
      countries: ["MX" as const],
    },
    ...{ hasPartA: false, nomineesMax: 2, zone: "America/Mexico_City" as const, applicationFormId: null },
    ...{ nomineeClosesOn: "2027-03-01" as const, closesOn: "2027-03-08" as const, questions: [one(1)] },
  };
  const workshop = {
    ...{ state: "published", zone: "America/Mexico_City", startsOn: "2027-06-21", endsOn: "2027-06-25" },
    ...{ beginsAt: null, endsAt: null },
  } as never;
  const at = "2026-12-01T12:00:00.000Z";
  expect(publicationRefusal(content, workshop, at)).toBe("noForm");
  expect(publicationRefusal({ ...content, questions: [one(1, true)] }, workshop, at)).toBeNull();
  expect(publicationRefusal({ ...content, applicationFormId: "x" as never }, workshop, at)).toBeNull();
});
