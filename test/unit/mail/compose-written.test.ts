import { describe, expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { composeWritten } from "#app/mail/compose-written.ts";
import { linkParts } from "#app/mail/link-parts.rules.ts";

const text = {
  subject: "Aviso\r\nBcc: x@example.org",
  body: "Apreciable Ana:\n\nTraiga <b>esto</b>\ny lea https://puente.example/es.\n\nGracias",
  lang: "es" as const,
};

describe("a written message", () => {
  const { subject, text: plain, html } = composeWritten("es", { text, writer: "Mariana Núñez" });

  test("keeps its paragraphs and lines, and says who wrote it and reads the answer", () => {
    expect(plain).toContain(
      "Apreciable Ana:\n\nTraiga <b>esto</b>\ny lea https://puente.example/es.\n\nGracias\n\n-- \n",
    );
    expect(plain.match(/Mariana Núñez/g)).toHaveLength(2);
  });

  test("holds no HTML but ours, and an address leads there", () => {
    expect(html).toContain('Traiga &lt;b&gt;esto&lt;/b&gt;<br/>y lea <a href="https://puente.example/es"');
    expect(subject).toBe("Aviso Bcc: x@example.org");
  });

  test.each(locales)("to a reader of %s says in their language where it has fallen back", (locale) => {
    const letter = composeWritten(locale, { text, writer: "Mariana" });
    const isOwn = locale === "es";
    expect(/is not available|no está disponible|用意されていない/.test(letter.text)).toBe(!isOwn);
    expect(letter.html).toContain('<div lang="es">');
  });

  test("that its writer sends to themselves says so in its subject", () => {
    expect(composeWritten("ja", { text, writer: "Mariana", isTrial: true }).subject).toContain("試し送り");
  });
});

describe("addresses in plain text", () => {
  test.each([
    ["Vea https://a.example/x?y=1.", ["https://a.example/x?y=1"]],
    ["（https://a.example/会場）をご覧ください。", ["https://a.example/会場"]],
    ["http://a.example, https://b.example!", ["http://a.example", "https://b.example"]],
    ["javascript:alert(1) ftp://a.example www.a.example", []],
    ["https://", []],
  ])("%s", (line, found) => {
    const parts = linkParts(line);
    expect(parts.filter(({ isLink }) => isLink).map((part) => part.text)).toEqual(found);
    expect(parts.map((part) => part.text).join("")).toBe(line);
  });
});
