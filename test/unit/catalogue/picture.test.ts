import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawPicture } from "#app/catalogue/picture/draw-picture.ts";
import { type PictureFacts, pictureVersion } from "#app/catalogue/picture/picture-facts.ts";
import { pictureOf } from "#app/catalogue/picture/picture-memory.ts";

const facts: PictureFacts = {
  ...{ title: "港湾における差押え：髙島﨑一", period: "2027年1月4日〜7日", place: "メキシコ・ベラクルス税関" },
  ...{ code: "MJ-2027-01", product: "Puente" },
  host: { name: "メキシコ国家税関庁", acronym: "ANAM", country: "MX" },
};

/** How much of a part of the picture is neither its paper nor white. */
async function inked(picture: Uint8Array, top: number, height: number): Promise<number> {
  const part = sharp(picture).extract({ left: 80, top, width: 1040, height }).greyscale().threshold(200);
  const { data } = await part.raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value === 0).length / data.length;
}

describe("the picture of a workshop", () => {
  test("is a PNG as Open Graph wants it, small enough for any chat", async () => {
    const picture = await drawPicture(facts);
    expect(await sharp(picture).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(100_000);
    expect(await inked(picture, 250, 120)).toBeGreaterThan(0.02);
  });

  test("has the shapes of Japanese characters, not boxes: another title is another picture", async () => {
    const [one, other] = await Promise.all(["髙﨑", "高崎"].map((title) => drawPicture({ ...facts, title })));
    expect(Buffer.compare(Buffer.from(one as Uint8Array), Buffer.from(other as Uint8Array))).not.toBe(0);
  });

  test("a title keeps to its room, whatever it is; markup in it is text; nothing at all is a dash", async () => {
    for (const title of ["長い題名".repeat(75), `${"Aseguramiento ".repeat(20)}`, "<b>&amp;</i>", "", "\u{1F600}"]) {
      const picture = await drawPicture({ ...facts, title });
      expect((await sharp(picture).metadata()).height).toBe(630);
      // between the title and the dates, and between the mark and the title
      expect(await inked(picture, 440, 18), title).toBe(0);
    }
  });

  test("is drawn once for the same facts, and has another version for others", async () => {
    expect(pictureOf(facts)).toBe(pictureOf({ ...facts }));
    await pictureOf(facts);
    expect(pictureVersion({ ...facts, period: "2027年1月5日〜8日" })).not.toBe(pictureVersion(facts));
  });

  test("a server that draws nothing does not load the library", () => {
    const source = readFileSync("app/catalogue/picture/draw-picture.ts", "utf8");
    expect(source).not.toMatch(/^import .*"sharp"/m);
  });
});
