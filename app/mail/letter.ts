import type { Locale } from "#app/i18n/locales.ts";

/** A message's parts, all in words, before they become plain text and HTML. */
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

/** Mail programs know neither style sheets nor modern layout: tables, and styles on each element. */
export function letterHtml(letter: Letter): string {
  const { lang, subject, greeting, lead, button, next } = letter;
  return [
    `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:0;background:#f8f8fb">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f8f8fb"><tr><td align="center" style="padding:24px 12px">`,
    `<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #b3b3b3">`,
    `<tr><td style="padding:0">${thread}</td></tr>`,
    `<tr><td style="padding:32px 24px;color:#1a1a1a;font:16px/1.7 ${fonts[lang]}">`,
    paragraph(greeting),
    ...lead.map(paragraph),
    factTable(letter),
    sessionList(letter),
    buttonHtml(button),
    ...next.map(paragraph),
    `</td></tr>`,
    closingRow(letter),
    `</table></td></tr></table></body></html>\n`,
  ].join("\n");
}

const fonts: Record<Locale, string> = {
  es: "'Noto Sans',Arial,sans-serif",
  en: "'Noto Sans',Arial,sans-serif",
  ja: "'Hiragino Sans','BIZ UDPGothic',Meiryo,'Noto Sans CJK JP',sans-serif",
};

/** The thread of indigo, guinda and oro, as at the top of every page. */
const thread = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${[
  ["70%", "#00428c"],
  ["20%", "#611232"],
  ["10%", "#a57f2c"],
]
  .map(
    ([width, colour]) =>
      `<td width="${width}" height="4" style="height:4px;line-height:4px;font-size:1px;background:${colour}">&nbsp;</td>`,
  )
  .join("")}</tr></table>`;

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;

function factTable({ lang, facts }: Letter): string {
  if (facts.length === 0) return "";
  const rows = facts.map(
    ({ label, value, lang: own = lang }) =>
      `<tr><th scope="row" align="left" valign="top" style="padding:4px 16px 4px 0;font-weight:400;color:#4d4d4d">${escapeHtml(label)}</th>` +
      `<td valign="top" style="padding:4px 0;font-weight:700" lang="${own}">${escapeHtml(value)}</td></tr>`,
  );
  return `<table cellpadding="0" cellspacing="0" style="margin:0 0 16px;font:inherit">${rows.join("")}</table>`;
}

function sessionList({ sessions, further }: Letter): string {
  if (sessions.entries.length === 0) return "";
  const items = sessions.entries.map(
    ({ title, lang, lines }) =>
      `<li style="margin:0 0 12px">${title ? `<strong lang="${lang}">${escapeHtml(title)}</strong><br>` : ""}${lines.map(escapeHtml).join("<br>")}</li>`,
  );
  const heading = `<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.4">${escapeHtml(sessions.title)}</h2>`;
  return `${heading}<ul style="margin:0 0 16px;padding:0 0 0 20px">${items.join("")}</ul>${further ? paragraph(further) : ""}`;
}

const buttonHtml = ({ label, url, hint }: Letter["button"]) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 8px"><tr><td style="background:#00428c;border-radius:8px">` +
  `<a href="${escapeHtml(url)}" style="display:inline-block;padding:14px 28px;color:#ffffff;font-weight:700;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>` +
  `<p style="margin:0 0 24px;font-size:14px;color:#4d4d4d">${escapeHtml(hint)}<br><span style="word-break:break-all">${escapeHtml(url)}</span></p>`;

const closingRow = ({ lang, closing }: Letter) =>
  `<tr><td style="padding:16px 24px;border-top:1px solid #b3b3b3;color:#4d4d4d;font:14px/1.6 ${fonts[lang]}">${closing.map(escapeHtml).join("<br>")}</td></tr>`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] as string);
