import { describe, expect, test } from "vitest";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { compose, type MailParameters } from "#app/mail/compose.ts";
import { mailKinds } from "#app/mail/kinds.ts";

const parameters: MailParameters = {
  name: "Taro Yamada",
  values: { workshop: "Valoración", validity: "60 min", inviter: "Jorge Zamudio (AMEXCID)" },
  facts: [
    { label: "workshop", text: "Valoración", lang: "es" },
    { label: "dates", text: "23 November 2026" },
  ],
  sessions: [
    {
      title: "Inauguración",
      lang: "es",
      room: "Sala 2",
      times: {
        day: "Monday 23 November 2026",
        time: "09:00–11:00",
        city: "Mexico City",
        offset: "UTC−6",
        yours: { time: "00:00–02:00", shift: 1, shiftLabel: "next day", city: "Tokyo", offset: "UTC+9" },
      },
    },
  ],
  furtherSessions: 4,
  link: "https://puente.example/en/me",
};

const each = locales.flatMap((locale) => mailKinds.map((kind) => [locale, kind] as const));

describe.each(each)("in %s, %s", (locale, kind) => {
  const { subject, text, html } = compose(locale, kind, parameters);

  test("has all its words", () => {
    for (const part of [subject, text, html])
      expect(part).not.toMatch(/\{\{|\}\}|mail:|undefined|\[object|(enrolment|account|certificate)\.\w/);
  });

  test("says the same in plain text and in HTML", () => {
    const seen = html
      .replace(/<style.*?<\/style>|<title>.*?<\/title>|<[^>]+>/gs, " ")
      .replace(/&nbsp;/g, " ")
      .replace(/&#39;/g, "'")
      .replace(/\s+/g, " ");
    const words = text.replace(/^-- $/m, "").split("\n").filter(Boolean);
    const facts = words.filter((line) => !/^(Taller|Fechas|ワークショップ|日程|Workshop|Dates)(: |：)/.test(line));
    for (const line of facts) expect(seen).toContain(line.replace(/\s+/g, " ").trim());
  });

  test("holds its link, whole, in both parts", () => {
    expect(text).toContain("\nhttps://puente.example/en/me\n");
    expect(html).toContain('href="https://puente.example/en/me"');
  });

  test("says its language, and that of what fell back", () => {
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain('<strong lang="es">Inauguración</strong>');
  });

  test("loads nothing from elsewhere", () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|style)|url\(|src=/);
  });
});

describe("the recipient's own time stands beside the venue's", () => {
  test.each([
    ["es", "Su hora: 00:00–02:00 del next day (Tokyo, UTC+9)"],
    ["ja", "Tokyoの時刻：next day00:00–02:00（UTC+9）"],
    ["en", "Your time: 00:00–02:00, next day (Tokyo, UTC+9)"],
  ] as const)("in %s", (locale, expected) => {
    const { text } = compose(locale, "enrolment.confirmed", parameters);
    expect(text).toContain(expected);
    expect(text.indexOf("09:00–11:00")).toBeLessThan(text.indexOf(expected));
  });
});

describe("hostile text", () => {
  const hostile = `<b>"x"</b> & 'y'\r\nBcc: x@evil.test\u0000 $t(mail:greeting) {{name}}`;
  const letter = (locale: Locale) =>
    compose(locale, "enrolment.confirmed", {
      ...parameters,
      name: hostile,
      values: { workshop: hostile },
      facts: [{ label: "venue", text: hostile }],
      link: `https://puente.example/?a=1&b="><script>`,
    });

  test.each(locales)("stays text, in %s", (locale) => {
    const { subject, text, html } = letter(locale);
    expect(subject).not.toMatch(/\p{Cc}/u);
    expect(text).not.toContain("\nBcc");
    expect(html).not.toMatch(/<b>|<script/);
    for (const part of [text, html]) expect(part.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(html).toContain("&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &#39;y&#39;");
  });

  test("is not taken for one of our texts", () => {
    expect(letter("en").subject).toContain("$t(mail:greeting) {{name}}");
  });
});
