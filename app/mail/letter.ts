import type { Locale } from "#app/i18n/locales.ts";

/** A message's parts, all in words, before they become plain text here and HTML in `letter-html.ts`. */
export type Letter = {
  lang: Locale;
  subject: string;
  greeting: string;
  lead: string[];
  /** What somebody has written, in its own language; lines of a paragraph are kept apart. */
  written?: { lang: Locale; paragraphs: string[] };
  facts: { label: string; value: string; lang?: Locale; line: string }[];
  sessions: { title: string; entries: { title: string; lang: Locale; lines: string[] }[] };
  further: string;
  changes: Changes;
  button?: { label: string; url: string; hint: string };
  next: string[];
  closing: string[];
};

/** What it was before and what it is now, side by side. */
export type Changes = { title: string; before: string; now: string; entries: ChangeEntry[]; further: string };
export type ChangeEntry = { title: string; lang?: Locale; before: ChangeSide; now: ChangeSide };
/** Lines of ours, or somebody's text in its own language. */
export type ChangeSide = { lines: string[]; lang?: Locale };

export function letterText(letter: Letter): string {
  const { greeting, lead, written, facts, changes, sessions, further, button, next, closing } = letter;
  const entries = sessions.entries.map(({ title, lines }) => [title, ...lines].filter(Boolean).join("\n"));
  const blocks = [
    greeting,
    ...lead,
    ...(written?.paragraphs ?? []),
    facts.map(({ line }) => line).join("\n"),
    ...(changes.entries.length ? [changes.title, ...changes.entries.map(changeText(changes)), changes.further] : []),
    ...(entries.length ? [sessions.title, ...entries, further] : []),
    button ? `${button.label}\n${button.url}` : "",
    ...next,
    closingMark + closing.join("\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** Mail programs fold away what stands below. */
const closingMark = "-- \n";

/** The text of a letter as it was sent, without its mark, and the lines that close it. */
export function splitClosing(text: string): { body: string; closing: string[] } {
  const place = text.lastIndexOf(`\n\n${closingMark}`);
  if (place < 0) return { body: text, closing: [] };
  return {
    body: text.slice(0, place),
    closing: text
      .slice(place + 2 + closingMark.length)
      .trim()
      .split("\n"),
  };
}

const changeText =
  ({ before, now }: Changes) =>
  (entry: ChangeEntry) =>
    [entry.title, before, ...entry.before.lines.map(indented), now, ...entry.now.lines.map(indented)].join("\n");

const indented = (line: string) => `  ${line}`;
