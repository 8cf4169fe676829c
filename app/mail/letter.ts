import type { Locale } from "#app/i18n/locales.ts";

/** A message's parts, all in words, before they become plain text here and HTML in `letter-html.ts`. */
export type Letter = {
  lang: Locale;
  subject: string;
  greeting: string;
  lead: string[];
  facts: { label: string; value: string; lang?: Locale; line: string }[];
  sessions: { title: string; entries: { title: string; lang: Locale; lines: string[] }[] };
  further: string;
  button: { label: string; url: string; hint: string };
  next: string[];
  closing: string[];
};

export function letterText(letter: Letter): string {
  const { greeting, lead, facts, sessions, further, button, next, closing } = letter;
  const entries = sessions.entries.map(({ title, lines }) => [title, ...lines].filter(Boolean).join("\n"));
  const blocks = [
    greeting,
    ...lead,
    facts.map(({ line }) => line).join("\n"),
    ...(entries.length ? [sessions.title, ...entries, further] : []),
    `${button.label}\n${button.url}`,
    ...next,
    `-- \n${closing.join("\n")}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
