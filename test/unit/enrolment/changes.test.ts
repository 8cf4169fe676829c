import { describe, expect, test } from "vitest";
import { type ChangedFact, changesBetween, countsAsKnown, isSilent } from "#app/enrolment/told/changes.rules.ts";
import { planOf, type ToldPlan, type ToldSession } from "#app/enrolment/told/plan.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-11-20T15:00:00.000Z" as const;

/** On the 21st it has the number 1, and so on. */
const session = (number: 1 | 2 | 3 | 4 | 5, change: Partial<ToldSession> = {}): ToldSession => ({
  id: id("session", `s${number}`),
  title: { es: `Sesión ${number}: Cadena de custodia`, ja: `第${number}回 証拠保管の連鎖`, en: "" },
  room: "Aula 2",
  startsLocal: `2026-11-2${number}T09:00`,
  endsLocal: `2026-11-2${number}T11:00`,
  zone: "America/Mexico_City",
  startsAt: `2026-11-2${number}T15:00:00.000Z`,
  endsAt: `2026-11-2${number}T17:00:00.000Z`,
  ...change,
});

const plan: ToldPlan = {
  title: { es: "Valoración aduanera", ja: "関税評価", en: "" },
  venue: { es: "Escuela de Aduanas, edificio 1", ja: "税関研修所", en: "" },
  mode: "onSite",
  zone: "America/Mexico_City",
  startsOn: "2026-11-23",
  endsOn: "2026-11-27",
  sessions: [session(3), session(4)],
};

const between = (now: Partial<ToldPlan>, locale: Locale = "es", when: `${string}` = at) =>
  changesBetween(plan, { ...plan, ...now }, { locale, at: when as typeof at, isSeated: true });
const withSession = (change: Partial<ToldSession>) => ({ sessions: [session(3, change), session(4)] });

test("the plan that somebody knows is told to nobody, in any language, at any moment", () => {
  for (const locale of locales)
    for (const when of ["2026-01-01T00:00:00.000Z", at, "2026-11-23T16:00:00.000Z", "2027-01-01T00:00:00.000Z"])
      expect(isSilent(between({}, locale, when))).toBe(true);
});

test("the same plan is the same text, in whatever order the languages come", () => {
  const facts = { mode: plan.mode, zone: plan.zone, startsOn: plan.startsOn, endsOn: plan.endsOn, closesOn: null };
  const one = planOf({ ...facts, texts: { title: { es: "a", ja: "b" }, venue: {} } }, []);
  const other = planOf({ ...facts, texts: { title: { ja: "b", es: "a" }, venue: { en: "" } } }, []);
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

describe("of a workshop", () => {
  const told: [ChangedFact, Partial<ToldPlan>][] = [
    ["title", { title: { ...plan.title, es: "Origen de las mercancías" } }],
    ["dates", { startsOn: "2026-11-22" }],
    ["dates", { endsOn: "2026-11-28" }],
    ["venue", { venue: { ...plan.venue, es: "Escuela de Aduanas, edificio 2" } }],
    ["venue", { venue: {} }],
    ["mode", { mode: "online" }],
    ["mode", { mode: "hybrid" }],
    ["zone", { zone: "America/Tijuana" }],
  ];

  test.each(told)("%s is told: %j", (fact, now) => {
    expect(between(now)).toEqual({ facts: [fact], sessions: [] });
  });

  test.each(told)(
    "%s is told while a day of the old plan or of the new one is ahead, not after that: %j",
    (fact, now) => {
      expect(between(now, "es", "2026-11-27T23:00:00.000Z").facts).toEqual([fact]);
      expect(between(now, "es", "2026-11-30T00:00:00.000Z").facts).toEqual([]);
    },
  );

  test("several are told in the order in which they are read", () => {
    const all = Object.assign({}, ...told.map(([, now]) => now));
    expect(between(all).facts).toEqual(["title", "dates", "venue", "mode", "zone"]);
  });

  test.each([
    ["an accent", { title: { ...plan.title, es: "Valoracion aduanera" } }],
    ["a letter", { title: { ...plan.title, es: "Valoración aduaneras" } }],
    ["capitals and spaces", { venue: { ...plan.venue, es: "ESCUELA DE  ADUANAS (Edificio 1)" } }],
    ["another language", { title: { ...plan.title, ja: "原産地" }, venue: { ...plan.venue, ja: "東京" } }],
  ])("is silent: %s", (_, now) => {
    expect(isSilent(between(now))).toBe(true);
  });

  test("the last day of enrolment is told where it comes later, was known, and is not over", () => {
    const moved = (before: ToldPlan["closesOn"], now: ToldPlan["closesOn"], when = "2026-11-01T12:00:00.000Z") => {
      const [known, stands] = [before, now].map((closesOn) => ({ ...plan, ...(closesOn ? { closesOn } : {}) }));
      return changesBetween(known!, stands!, { locale: "es", at: when as typeof at, isSeated: false }).facts;
    };
    expect(moved("2026-11-05", "2026-11-10")).toEqual(["closing"]);
    expect(moved("2026-11-10", "2026-11-05")).toEqual([]);
    expect(moved(undefined, "2026-11-10")).toEqual([]);
    expect(moved("2026-11-10", undefined)).toEqual([]);
    // that day ends at six in the morning of the next, as Greenwich counts
    expect(moved("2026-11-05", "2026-11-10", "2026-11-11T05:59:00.000Z")).toEqual(["closing"]);
    expect(moved("2026-11-05", "2026-11-10", "2026-11-11T06:00:00.000Z")).toEqual([]);
  });

  test("a translation is no news to whoever read another language until now", () => {
    const now = { title: { ...plan.title, en: "Customs valuation" }, venue: { ...plan.venue, en: "Customs School" } };
    expect(isSilent(between(now, "en"))).toBe(true);
  });

  test("each reads of what changed in the language that they read", () => {
    const now = { title: { ...plan.title, ja: "原産地規則の運用" } };
    expect(locales.map((locale) => between(now, locale).facts)).toEqual([[], ["title"], []]);
  });
});

describe("of a session", () => {
  const told: [string, Partial<ToldSession>][] = [
    ["its beginning", { startsLocal: "2026-11-23T08:00", startsAt: "2026-11-23T14:00:00.000Z" }],
    ["its end", { endsLocal: "2026-11-23T11:05", endsAt: "2026-11-23T17:05:00.000Z" }],
    ["the same instant on another clock", { startsLocal: "2026-11-23T07:00", zone: "America/Tijuana" }],
    ["its end on another clock", { endsLocal: "2026-11-23T09:00" }],
    ["its room", { room: "Aula 3" }],
    ["its room, now open", { room: "" }],
    ["its title", { title: { es: "Visita a la aduana" } }],
    ["its number in the title", { title: { es: "Sesión 4: Cadena de custodia" } }],
  ];

  test.each(told)("%s is told, with what it was", (_, change) => {
    const { facts, sessions } = between(withSession(change));
    expect(facts).toEqual([]);
    expect(sessions).toEqual([{ before: session(3), now: session(3, change) }]);
  });

  test.each([
    ["a slip in the title", { title: { es: "Sesión 3: Cadenas de custodia" } }],
    ["a title in another language", { title: { ...session(3).title, ja: "全く別の題名" } }],
    ["a title that fell away", { title: {} }],
    ["capitals in the room", { room: "AULA 2" }],
  ])("is silent: %s", (_, change) => {
    expect(isSilent(between(withSession(change)))).toBe(true);
  });

  test("one more and one less are told, by time", () => {
    const added = session(2, { startsAt: "2026-11-22T15:00:00.000Z" });
    const { sessions } = between({ sessions: [added, session(4)] });
    expect(sessions).toEqual([
      { before: null, now: added },
      { before: session(3), now: null },
    ]);
  });

  const during = "2026-11-23T16:00:00.000Z";
  const afterwards = "2026-11-23T17:00:00.000Z";
  const ahead = { startsAt: "2026-11-26T15:00:00.000Z", endsAt: "2026-11-26T17:00:00.000Z" } as const;

  test.each([
    ["changed while it runs", withSession({ room: "Aula 3" }), during, 1],
    ["changed when it is over", withSession({ room: "Aula 3" }), afterwards, 0],
    ["moved ahead when it was over", withSession(ahead), afterwards, 1],
    ["removed when it is over", { sessions: [session(4)] }, afterwards, 0],
    ["added when it is over", { sessions: [session(1), session(3), session(4)] }, afterwards, 0],
    ["added while it runs", { sessions: [session(3), session(3, { id: id("session", "s9") }), session(4)] }, during, 1],
  ])("%s", (_, now, when, count) => {
    expect(between(now, "es", when).sessions).toHaveLength(count);
  });
});

describe("a title is another one", () => {
  const isTold = (before: string, now: string, locale: Locale = "es") => {
    const known = { ...plan, sessions: [session(3, { title: { [locale]: before } })] };
    const stands = { ...plan, sessions: [session(3, { title: { [locale]: now } })] };
    return !isSilent(changesBetween(known, stands, { locale, at, isSeated: true }));
  };

  test.each([
    ["Toma de muestras", "Toma de muestra", false],
    ["Toma de muestras", "Tomas de muestras.", false],
    ["Toma de muestras", "Toma de decisiones", true],
    ["Módulo 1", "Módulo 2", true],
    ["Clausura", "Inauguración", true],
    ["Cena", "Cera", true],
    ["Recorrido por el muelle", "Recorrido por el muele", false],
    ["証拠の保管と管理", "証拠の保管と監理", false],
    ["開講式", "閉講式", true],
    ["第1回", "第２回", true],
    ["第1回", "第１回", false],
  ])("%s → %s: %s", (before, now, expected) => {
    const locale = /\p{Script=Han}/u.test(before) ? "ja" : "es";
    expect(isTold(before, now, locale)).toBe(expected);
    expect(isTold(now, before, locale)).toBe(expected);
  });
});

describe("changes of which nobody is told by themselves", () => {
  const [first, second] = [
    { ...plan, ...withSession({ room: "Aula 3" }) },
    { ...plan, ...withSession({ room: "Aula 4" }) },
  ];
  const hearing = { locale: "es" as const, at, isSeated: true };

  test("follow one another from what somebody was told", () => {
    const steps = [
      { before: plan, after: first },
      { before: first, after: second },
    ];
    expect(countsAsKnown(plan, steps, hearing)).toBe(second);
    expect(countsAsKnown(first, steps, hearing)).toBe(second);
  });

  test("are no part of what they know who knew something else before them", () => {
    expect(countsAsKnown(plan, [{ before: first, after: second }], hearing)).toBe(plan);
  });
});
