import { type CSSProperties, Fragment, createElement as h, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/locales.ts";
import type { ChangeEntry, ChangeSide, Letter } from "./letter.ts";
import { colours } from "./letter-colours.ts";
import { Written } from "./written-html.ts";

// Elements are written by `h`, not in JSX: the worker runs under plain Node, which reads TypeScript but no JSX.

/** Mail programs know neither style sheets nor modern layout: tables, and styles on each element. */
export function letterHtml(letter: Letter): string {
  const html = renderToStaticMarkup(h(LetterPage, letter));
  // React writes an apostrophe as a hexadecimal entity, and old mail programs show that as it is
  return `<!doctype html>\n${html.replaceAll("&#x27;", "&#39;")}\n`;
}

const fonts: Record<Locale, string> = {
  es: "'Noto Sans',Arial,sans-serif",
  en: "'Noto Sans',Arial,sans-serif",
  ja: "'Hiragino Sans','BIZ UDPGothic',Meiryo,'Noto Sans CJK JP',sans-serif",
};

const tight = { cellPadding: 0, cellSpacing: 0 };
const layout = { role: "presentation", ...tight };

/** Which types of `th` leave out, and mail programs read. */
const atTop = { valign: "top" };

const LetterPage = (letter: Letter) =>
  h(
    "html",
    { lang: letter.lang },
    h(
      "head",
      null,
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width" }),
      h("meta", { name: "color-scheme", content: "light" }),
      h("title", null, letter.subject),
    ),
    h("body", { style: { margin: 0, padding: 0, background: colours.ground } }, h(Sheet, letter)),
  );

const sheetStyle: CSSProperties = {
  width: "100%",
  maxWidth: 600,
  background: colours.paper,
  border: `1px solid ${colours.line}`,
};

const Sheet = (letter: Letter) =>
  h(
    "table",
    { ...layout, width: "100%", style: { background: colours.ground } },
    row(
      h(
        "td",
        { align: "center", style: { padding: "24px 12px" } },
        h(
          "table",
          { ...layout, width: 600, style: sheetStyle },
          row(h("td", { style: { padding: 0 } }, h(Thread))),
          row(h(Message, letter)),
          row(h(Closing, letter)),
        ),
      ),
    ),
  );

/** The thread of indigo, guinda and oro, as at the top of every page. */
const Thread = () =>
  h(
    "table",
    { ...layout, width: "100%" },
    row(stripe("70%", colours.indigo), stripe("20%", colours.guinda), stripe("10%", colours.oro)),
  );

const stripe = (width: string, background: string) =>
  h("td", { width, height: 4, style: { height: 4, lineHeight: "4px", fontSize: 1, background } }, "\u00a0");

const Message = (letter: Letter) =>
  h(
    "td",
    { style: { padding: "32px 24px", color: colours.text, font: `16px/1.7 ${fonts[letter.lang]}` } },
    letter.greeting && paragraph(letter.greeting),
    ...letter.lead.map(paragraph),
    letter.written && h(Written, letter.written),
    h(Facts, letter),
    h(Changes, letter),
    h(Sessions, letter),
    letter.button && h(Button, letter.button),
    ...letter.next.map(paragraph),
  );

const labelStyle: CSSProperties = {
  padding: "4px 16px 4px 0",
  fontWeight: 400,
  color: colours.hint,
  whiteSpace: "nowrap",
};
const valueStyle: CSSProperties = { padding: "4px 0", fontWeight: 700 };

function Facts({ lang, facts }: Letter) {
  if (facts.length === 0) return null;
  const rows = facts.map(({ label, value, lang: own = lang }) =>
    row(
      h("th", { scope: "row", align: "left", ...atTop, style: labelStyle }, label),
      h("td", { ...atTop, style: valueStyle, lang: own }, value),
    ),
  );
  return h("table", { ...tight, style: { margin: "0 0 16px", font: "inherit" } }, ...rows);
}

function Sessions({ sessions: { title, entries }, further }: Letter) {
  if (entries.length === 0) return null;
  const items = entries.map((entry) =>
    h(
      "li",
      { style: { margin: "0 0 12px" } },
      entry.title && h("strong", { lang: entry.lang }, entry.title),
      entry.title && h("br"),
      lines(entry.lines),
    ),
  );
  return h(
    Fragment,
    null,
    heading(title),
    h("ul", { style: { margin: "0 0 16px", padding: "0 0 0 20px" } }, ...items),
    further && paragraph(further),
  );
}

/** Old and new side by side, on a phone too. */
function Changes({ changes: { title, entries, further, ...labels } }: Letter) {
  if (entries.length === 0) return null;
  return h(
    Fragment,
    null,
    heading(title),
    ...entries.map((entry, place) => h(Change, { key: place, ...labels, entry })),
    further && paragraph(further),
  );
}

const changeStyle: CSSProperties = { width: "100%", margin: "0 0 20px", font: "inherit" };
const sideStyle: CSSProperties = { padding: "4px 12px 8px 0", fontSize: 15, lineHeight: 1.6 };

function Change({ entry, before, now }: { entry: ChangeEntry; before: string; now: string }) {
  const label = (text: string) =>
    h("th", { scope: "col", align: "left", width: "50%", style: { ...labelStyle, fontSize: 14 } }, text);
  const side = ({ lines: texts, lang }: ChangeSide, color: string, isNew = (_: string) => false) =>
    h(
      "td",
      { ...atTop, lang, style: { ...sideStyle, borderTop: `1px solid ${colours.line}`, color } },
      lines(texts, isNew),
    );
  return h(
    "table",
    { ...tight, style: changeStyle },
    entry.title &&
      h("caption", { align: "left", lang: entry.lang, style: { textAlign: "left", fontWeight: 700 } }, entry.title),
    row(label(before), label(now)),
    row(
      side(entry.before, colours.hint),
      side(entry.now, colours.text, (line) => !entry.before.lines.includes(line)),
    ),
  );
}

const linkStyle: CSSProperties = {
  display: "inline-block",
  padding: "14px 28px",
  color: colours.paper,
  fontWeight: 700,
  textDecoration: "none",
};

const Button = ({ label, url, hint }: NonNullable<Letter["button"]>) =>
  h(
    Fragment,
    null,
    h(
      "table",
      { ...layout, style: { margin: "24px 0 8px" } },
      row(
        h(
          "td",
          { style: { background: colours.indigo, borderRadius: 8 } },
          h("a", { href: url, style: linkStyle }, label),
        ),
      ),
    ),
    h(
      "p",
      { style: { margin: "0 0 24px", fontSize: 14, color: colours.hint } },
      hint,
      h("br"),
      h("span", { style: { wordBreak: "break-all" } }, url),
    ),
  );

const Closing = ({ lang, closing }: Letter) =>
  h(
    "td",
    {
      style: {
        padding: "16px 24px",
        borderTop: `1px solid ${colours.line}`,
        color: colours.hint,
        font: `14px/1.6 ${fonts[lang]}`,
      },
    },
    lines(closing),
  );

const row = (...cells: ReactNode[]) => h("tr", null, ...cells);

const heading = (text: string) => h("h2", { style: { margin: "24px 0 8px", fontSize: 18, lineHeight: 1.4 } }, text);

const paragraph = (text: string) => h("p", { style: { margin: "0 0 16px" } }, text);

/** One below the other; what stands out is bold. */
const lines = (texts: string[], standsOut = (_: string) => false) =>
  h(
    Fragment,
    null,
    ...texts.map((text, index) =>
      h(Fragment, { key: text }, index > 0 && h("br"), standsOut(text) ? h("strong", null, text) : text),
    ),
  );
