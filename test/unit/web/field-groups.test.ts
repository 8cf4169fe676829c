import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { localised, numbered } from "#app/web/field-groups.ts";
import { optionalText } from "#app/web/fields.ts";

const text = fc.stringMatching(/^[a-z]{0,8}$/);

describe("a text in three languages", () => {
  const title = localised("title", 10);
  const form = z.object(title.fields);

  test("has a field for each, of which none is needed", () => {
    expect(Object.keys(title.fields)).toEqual(["title.es", "title.ja", "title.en"]);
    expect(title.read(form.parse({ "title.ja": " 税関 " }))).toEqual({ es: "", ja: "税関", en: "" });
    expect(form.safeParse({ "title.en": "x".repeat(11) }).error?.issues).toMatchObject([{ path: ["title.en"] }]);
  });

  test("comes back as it was written", () => {
    fc.assert(
      fc.property(fc.record({ es: text, ja: text, en: text }), (texts) => {
        const fields = form.parse(title.write(texts));
        expect(title.read(fields)).toEqual(texts);
        expect(title.isMissing(fields)).toBe(Object.values(texts).every((one) => one === ""));
      }),
    );
    expect(title.write({ ja: "税関" })).toEqual({ "title.es": "", "title.ja": "税関", "title.en": "" });
  });
});

describe("numbered rows", () => {
  const post = localised("post", 10);
  const rows = numbered("signatory", [1, 2, 3], { name: optionalText(10), ...post.fields });

  test("have a field for each part of each", () => {
    expect(Object.keys(rows.fields)).toHaveLength(12);
    expect(rows.nameOf(2, "post.ja")).toBe("signatory.2.post.ja");
    expect(rows.fields).toHaveProperty(["signatory.2.post.ja"]);
  });

  test("keep their numbers, and those that nobody filled in don't count", () => {
    const typed = z.object(rows.fields).parse({ "signatory.3.name": "Ana", "signatory.1.post.es": "Directora" });
    expect(rows.read(typed).map(({ row, name }) => [row, name])).toEqual([
      [1, ""],
      [3, "Ana"],
    ]);
    expect(rows.read({ "signatory.4.name": "Luis" })).toEqual([]);
  });

  test("come back as they were written", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: text, "post.es": text, "post.ja": text, "post.en": text }), { maxLength: 3 }),
        (written) => {
          const filled = written.map((one, index) => ({ ...one, row: index + 1 }));
          expect(rows.read(rows.write(written))).toEqual(
            filled.filter(({ row: _, ...parts }) => Object.values(parts).some((part) => part !== "")),
          );
        },
      ),
    );
  });
});
