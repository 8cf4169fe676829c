import { describe, expect, test } from "vitest";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { compose, type MailParameters, type MailSession } from "#app/mail/compose.ts";
import { automaticKinds } from "#app/mail/kinds.ts";

const session: MailSession = {
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
};

const parameters: MailParameters = {
  name: "Taro Yamada",
  values: {
    workshop: "Valoración",
    validity: "60 min",
    inviter: "Jorge Zamudio (AMEXCID)",
    coordinator: "Jorge Zamudio",
    person: "Ana Ruiz",
    former: "Elena Dorantes",
    count: "3",
  },
  facts: [
    { label: "workshop", text: "Valoración", lang: "es" },
    { label: "dates", text: "23 November 2026" },
  ],
  sessions: [session],
  furtherSessions: 4,
  changes: [
    { fact: "venue", before: { text: "Aula 1", lang: "es" }, now: { text: "" } },
    { title: "Inauguración", lang: "es", before: null, now: session },
    { title: "Clausura", lang: "es", before: session, now: null },
  ],
  furtherChanges: 2,
  link: "https://puente.example/en/me",
};

const each = locales.flatMap((locale) => automaticKinds.map((kind) => [locale, kind] as const));

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

describe("what has changed", () => {
  const { text, html } = compose("es", "enrolment.replanned", parameters);
  const cells = (html.match(/<(th|td)[^>]*>.*?<\/\1>/gs) ?? []).map((cell) =>
    cell.replace(/<br\/?>/g, "\n").replace(/<[^>]+>/g, ""),
  );

  test("stands side by side in HTML", () => {
    const place = cells.indexOf("Aula 1");
    expect(cells.slice(place - 2, place + 2)).toEqual(["Antes", "Ahora", "Aula 1", "Por definir"]);
    expect(cells).toContain("No estaba programada.");
    expect(cells).toContain("Sesión cancelada.");
  });

  test("stands one below the other in plain text, under its title", () => {
    expect(text).toContain("Sede\nAntes\n  Aula 1\nAhora\n  Por definir\n");
    expect(text).toContain("\nInauguración\nAntes\n  No estaba programada.\nAhora\n  Monday 23 November 2026\n");
    expect(text).toMatch(/\nClausura\nAntes\n {2}Inauguración\n(.|\n)*Ahora\n {2}Sesión cancelada.\n/);
  });

  test("is bold where it is new", () => {
    const moved = { ...session, times: { ...session.times, time: "15:00–17:00" } };
    const changes = [{ title: "Inauguración", lang: "es" as const, before: session, now: moved }];
    const [news = ""] =
      compose("en", "enrolment.replanned", { ...parameters, sessions: [], changes }).html.match(
        /<strong>.*?<\/strong>/g,
      ) ?? [];
    expect(news).toBe("<strong>15:00–17:00, venue time (Mexico City, UTC−6)</strong>");
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
