import { describe, expect, test } from "vitest";
import { certificateNumber, isCutShort, normaliseNumber, readablePart, secretOf } from "#app/certificates/number.ts";
import { type Candidate, decideIssue, type Obstacle, obstacles } from "#app/certificates/rules.ts";
import type { Id } from "#db/id.ts";
import { id } from "#test/support/ids.ts";

const candidate: Candidate = {
  workshopState: "completed",
  counts: { present: 5, late: 0, excused: 0, absent: 0, sessions: 5 },
  minimumAttendance: 80,
  isNameConfirmed: true,
  missingGlyphs: [],
  hasCertificate: false,
};

describe("obstacles", () => {
  test("nothing stands in the way of somebody who attended and confirmed the name", () => {
    expect(obstacles(candidate)).toEqual([]);
  });

  test("each obstacle is told, all at once", () => {
    const counts = { ...candidate.counts, present: 3, absent: 2 };
    expect(
      obstacles({ ...candidate, workshopState: "running", counts, isNameConfirmed: false, missingGlyphs: ["邉"] }),
    ).toEqual(["workshopNotCompleted", "attendanceBelow", "nameNotConfirmed", "glyphsMissing"]);
  });

  test("a valid certificate is the only obstacle worth telling", () => {
    expect(obstacles({ ...candidate, isNameConfirmed: false, hasCertificate: true })).toEqual(["alreadyIssued"]);
  });
});

describe("the decision", () => {
  const [ana, haruka, luis] = [id("enrolment", "ana"), id("enrolment", "haruka"), id("enrolment", "luis")];
  const someone = (id: Id<"enrolment">, ...found: Obstacle[]) => ({ id, obstacles: found });
  const candidates = [someone(ana), someone(haruka, "nameNotConfirmed"), someone(luis)];

  test("goes to those chosen whom nothing keeps from it; everybody else who was chosen is refused", () => {
    expect(decideIssue(candidates, [ana, haruka, id("enrolment", "nobody")], () => [])).toEqual({
      to: [someone(ana)],
      refused: ["haruka", "nobody"],
      unprintable: [],
    });
  });

  test("where what all certificates say cannot be printed, nobody gets one", () => {
    expect(decideIssue(candidates, [ana, luis], () => ["🚢"])).toEqual({
      to: [],
      refused: ["ana", "luis"],
      unprintable: ["🚢"],
    });
  });

  test("asks for the wording of those alone who would get one", () => {
    const asked: string[] = [];
    decideIssue(candidates, [haruka, luis], (holders) => {
      asked.push(...holders.map(({ id }) => id));
      return [];
    });
    expect(asked).toEqual(["luis"]);
  });
});

describe("numbers", () => {
  const secret = secretOf(new Uint8Array(16).fill(255));
  const number = certificateNumber("MJ-2026-03", 7, secret);

  test("128 bits are 26 characters that are hard to misread", () => {
    expect(secret).toBe("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    expect(secretOf(new Uint8Array(16))).toBe("0".repeat(26));
    expect(number).toMatch(/^MJ-2026-03-0007-[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(readablePart(number)).toBe("MJ-2026-03-0007");
  });

  test.each([
    number.toLowerCase(),
    ` ${number} `,
    number.replace(/-/g, "–"),
    number.replace(/(.{20})/, "$1 "),
    number.replaceAll("M", "Ｍ"),
    `https://puente.example/v/${number}`,
    `${number.slice(0, 16)}${number.slice(16).replace(/(.{5})/g, "$1-")}`,
    `https://puente.example/es/verify/${number}/`,
    `https://puente.example/v/${number}?utm_source=mail#top`,
    `Folio: ${number}.`,
    `Folio ${number.replace(/(.{5})/g, "$1 ")}`,
    `証書番号：${number}`,
    `«${number}»`,
    `${number}.pdf`,
    number.replace("-03-", "-\n03-"),
  ])("typed or pasted as %s, it is understood", (typed) => {
    expect(normaliseNumber(typed)).toBe(number);
  });

  test("a workshop's code may begin with a digit", () => {
    const own = certificateNumber("2026-03", 7, secret);
    expect([own, `Folio ${own}`, `${own}.pdf`].map(normaliseNumber)).toEqual([own, own, own]);
  });

  test("letters that look like digits are read as digits, in the secret only", () => {
    expect(normaliseNumber(`OIL-1-0001-${"O".repeat(25)}I`)).toBe(`OIL-1-0001-${"0".repeat(25)}1`);
  });

  test.each(["MJ-2026-03-0007", "Folio MJ-2026-03-0007.", "MJ-2026-03-0007-7ZZZ", number.slice(0, -1)])(
    "%j is a number that was cut short",
    (typed) => {
      expect([normaliseNumber(typed), isCutShort(typed)]).toEqual([null, true]);
    },
  );

  test.each(["", "nonsense", number, `MJ-2026-03-0007-${"0".repeat(26)}`, `${number}0`])(
    "%j was not cut short",
    (typed) => {
      expect(isCutShort(typed)).toBe(false);
    },
  );

  test.each(["", "MJ-2026-03-0007", "x".repeat(300), "../../etc/passwd", "MJ-2026-03-0007-7ZZZ"])(
    "%j cannot be a number",
    (typed) => {
      expect(normaliseNumber(typed)).toBeNull();
    },
  );
});
