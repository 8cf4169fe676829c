import { expect, test } from "vitest";
import { composeWritten } from "#app/mail/compose-written.ts";
import { sentParts } from "#app/messages/letter/letter-view.ts";

const words = (paragraphs: ReturnType<typeof sentParts>["paragraphs"]) =>
  paragraphs.map((lines) => lines.map((parts) => parts.map(({ text }) => text).join("")).join(" / "));

const read = (lang: "es" | "ja", body: string) => {
  const { text } = composeWritten(lang, { text: { subject: "Aviso", body, lang: "es" }, writer: "Lucía Serrano" });
  const { notes, paragraphs, closing } = sentParts(text, { lang, textLang: "es" });
  return { notes: words(notes), paragraphs: words(paragraphs), closing };
};

test("a letter that was sent comes apart where it was put together", () => {
  const { notes, paragraphs, closing } = read("es", "Hola:\n\nMañana a las 9.\nLleve su gafete.");
  expect([notes, paragraphs]).toEqual([[], ["Hola:", "Mañana a las 9. / Lleve su gafete."]]);
  expect(closing[0]).toBe("Lucía Serrano");
});

test("the line that says that a text has fallen back stands apart, in the reader's language", () => {
  const { notes, paragraphs } = read("ja", "Hola:");
  expect(notes).toEqual([expect.stringContaining("スペイン語でお届けします")]);
  expect(paragraphs).toEqual(["Hola:"]);
});

test("somebody's own mark of a signature is part of their text", () => {
  const { paragraphs, closing } = read("es", "Hola:\n\n-- \nYo");
  expect(paragraphs).toEqual(["Hola:", "--  / Yo"]);
  expect(closing).toHaveLength(3);
});

test("a text without a mark is all there", () => {
  expect(sentParts("Hola", { lang: "es", textLang: "es" })).toMatchObject({ closing: [], notes: [] });
});
