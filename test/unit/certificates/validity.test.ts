import { describe, expect, test } from "vitest";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { differences, type Part, wordingOfParts } from "#app/certificates/document/differences.rules.ts";
import { gapsOf } from "#app/certificates/document/gaps.rules.ts";
import { standingOf } from "#app/certificates/mine/missing.rules.ts";
import type { Hindrance } from "#app/certificates/rules.ts";
import { firstsAmong } from "#app/certificates/validity/chain.rules.ts";
import {
  mayStayTheSame,
  publicReason,
  replacementReasons,
  revocationReasons,
} from "#app/certificates/validity/reasons.rules.ts";
import { decideReplacement, type Replacing, replacementProblem } from "#app/certificates/validity/validity.rules.ts";
import { locales } from "#app/i18n/locales.ts";
import { mayRemind } from "#app/people/rules.ts";
import { id } from "#test/support/ids.ts";
import { certificate } from "./examples.ts";

describe("what a certificate says otherwise than today", () => {
  const { workshop } = certificate;
  const changed: [Part, Partial<CertificateData>][] = [
    ["name", { holder: { name: "髙橋 遼", secondName: null } }],
    ["institution", { institution: { ...certificate.institution, en: "Customs of Japan" } }],
    ["programme", { programme: { ...certificate.programme, ja: "別" } }],
    ["title", { workshop: { ...workshop, title: { ...workshop.title, es: "Otro" } } }],
    ["dates", { workshop: { ...workshop, endsOn: "2026-11-21" } }],
    ["duration", { workshop: { ...workshop, minutes: 40 * 60 + 1 } as CertificateData["workshop"] }],
    ["venue", { workshop: { ...workshop, venue: { ...workshop.venue, ja: "" } } }],
    ["parties", { parties: certificate.parties.slice(1) }],
    ["signatories", { signatories: certificate.signatories.toReversed() }],
  ];

  test.each(changed)("%s", (part, change) => {
    const today = { ...certificate, ...change };
    expect(differences(certificate, today)).toEqual([part]);
    expect(wordingOfParts(today)).not.toBe(wordingOfParts(certificate));
  });

  test("the number, the day and the address of the next one are no difference", () => {
    const today = {
      ...certificate,
      number: "",
      verifyUrl: "",
      issuedOn: "2030-01-01",
      issuedAt: "2030-01-01T15:00:00.000Z",
    };
    expect(differences(certificate, today as CertificateData)).toEqual([]);
    expect(wordingOfParts(today as CertificateData)).toBe(wordingOfParts(certificate));
  });

  test.each([
    [40, 40 * 60, false],
    [40, 39 * 60 + 30, false],
    [40, 40 * 60 + 29, false],
    [40, 40 * 60 + 30, true],
    [0, 25, false],
  ])("of version 1, %i whole hours beside %i minutes: %s", (hours, minutes, differs) => {
    const { minutes: _, ...rest } = workshop as typeof workshop & { minutes: number };
    const former: CertificateData = { ...certificate, version: 1, workshop: { ...rest, hours } };
    const today: CertificateData = { ...certificate, workshop: { ...rest, minutes } };
    expect(differences(former, today)).toEqual(differs ? ["duration"] : []);
  });
});

describe("languages that are missing", () => {
  test("each is told with the one that stands in for it, Spanish before English before Japanese", () => {
    const title = { kind: "title" as const, of: "" };
    expect(gapsOf([{ ...title, texts: { es: "a", ja: "b", en: "c" } }])).toEqual([]);
    expect(gapsOf([{ ...title, texts: { es: "a", ja: " " } }])).toEqual([
      { ...title, missing: "ja", instead: "es" },
      { ...title, missing: "en", instead: "es" },
    ]);
    expect(gapsOf([{ ...title, texts: { ja: "b" } }]).map(({ missing, instead }) => `${missing} ${instead}`)).toEqual([
      "es ja",
      "en ja",
    ]);
    expect(gapsOf([{ ...title, texts: {} }]).map(({ missing, instead }) => [missing, instead])).toEqual(
      locales.map((locale) => [locale, null]),
    );
  });
});

describe("replacing", () => {
  const ready: Replacing = { status: "valid", hindrances: [], unprintable: [], differences: ["name"] };
  const asked = { reasonClass: "nameCorrected", isAsSeen: true } as const;

  test.each<[string, Partial<Replacing>, string | null]>([
    ["a valid certificate whose holder still deserves it", {}, null],
    ["one that was replaced", { status: "replaced" }, "notValid"],
    ["one that was revoked", { status: "revoked", hindrances: null }, "notValid"],
    ["one of somebody without a seat", { hindrances: null }, "notEarned"],
    ["one of somebody who attended too little", { hindrances: ["attendanceBelow"] }, "notEarned"],
    ["one of a workshop that goes on again", { hindrances: ["workshopNotCompleted"] }, "notEarned"],
    ["a name that no font has", { hindrances: ["glyphsMissing"] }, "unprintable"],
    ["a title that no font has", { unprintable: ["🚢"] }, "unprintable"],
  ])("%s", (_, change, problem) => {
    expect(replacementProblem({ ...ready, ...change })).toBe(problem);
    expect(decideReplacement({ ...ready, ...change }, asked)).toBe(problem);
  });

  test("what changed since it was looked at is looked at again", () => {
    expect(decideReplacement(ready, { ...asked, isAsSeen: false })).toBe("changedMeanwhile");
  });

  test.each(replacementReasons)("where nothing differs: %s", (reasonClass) => {
    const refused = mayStayTheSame(reasonClass) ? null : "nothingDiffers";
    expect(decideReplacement({ ...ready, differences: [] }, { ...asked, reasonClass })).toBe(refused);
  });
});

test("nothing public accuses anybody, and every other class is public as it is", () => {
  for (const reason of [...replacementReasons, ...revocationReasons])
    expect(publicReason(reason)).toBe(["irregularity", "other"].includes(reason) ? "decision" : reason);
});

test("the first of a chain is found from each of its certificates", () => {
  const [ana, second, third, other] = ["a", "b", "c", "d"].map((name) => id("certificate", name));
  const all = [
    { id: ana!, replacesId: null },
    { id: second!, replacesId: ana! },
    { id: third!, replacesId: second! },
    { id: other!, replacesId: null },
  ];
  const firstOf = firstsAmong(all);
  expect(all.map((one) => firstOf(one).id)).toEqual([ana, ana, ana, other]);
  // a chain that bites its tail cannot come to be; it must not hang either
  expect(firstsAmong([{ id: ana!, replacesId: ana! }])({ id: ana!, replacesId: ana! }).id).toBe(ana);
});

describe("where somebody without a certificate stands", () => {
  test.each<[Hindrance[], boolean, string, string[]]>([
    [[], false, "ready", ["ready"]],
    [["glyphsMissing"], false, "ready", ["glyphsMissing"]],
    [["nameNotConfirmed"], false, "yours", ["nameNotConfirmed"]],
    [["nameNotConfirmed", "glyphsMissing"], false, "yours", ["nameNotConfirmed", "glyphsMissing"]],
    [["attendanceBelow"], false, "none", ["attendanceBelow"]],
    // a name would not help
    [["attendanceBelow", "nameNotConfirmed"], false, "none", ["attendanceBelow"]],
    [[], true, "none", ["revoked"]],
    [["attendanceBelow"], true, "none", ["revoked", "attendanceBelow"]],
    [["nameNotConfirmed"], true, "yours", ["revoked", "nameNotConfirmed"]],
  ])("%j, revoked %s: %s", (hindrances, wasRevoked, standing, reasons) => {
    expect(standingOf(hindrances, wasRevoked)).toEqual({ standing, reasons });
  });
});

test.each([
  [null, true],
  ["2026-11-25T12:00:00.000Z", true],
  ["2026-11-25T12:00:00.001Z", false],
  ["2026-11-26T12:00:00.000Z", false],
  ["2026-11-27T12:00:00.000Z", false],
  // by a clock that was wrong for a moment
  ["2027-11-26T12:00:00.000Z", true],
] as const)("reminded at %s, reminded again: %s", (remindedAt, may) => {
  expect(mayRemind(remindedAt, "2026-11-26T12:00:00.000Z")).toBe(may);
});
