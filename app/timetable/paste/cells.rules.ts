/** Cells of a table that was copied as text: tabs between cells, quotes around what has tabs or line ends. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[""]];
  let isQuoted = false;
  const append = (letter: string) => {
    const row = rows.at(-1) as string[];
    row[row.length - 1] += letter;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (isQuoted && letter === '"' && text[at + 1] === '"') append(text[at++] as string);
    else if (isQuoted && letter === '"') isQuoted = false;
    else if (isQuoted) append(letter);
    else if (letter === '"' && rows.at(-1)?.at(-1) === "") isQuoted = true;
    else if (letter === "\t") rows.at(-1)?.push("");
    else if (letter === "\n") rows.push([""]);
    else if (letter !== "\r") append(letter);
  }
  return withoutBlankRows(rows);
}

const withoutBlankRows = (rows: string[][]) => rows.filter((row) => row.some((cell) => cell.trim() !== ""));

/** More than these, and a table is none of a workshop. */
const mostMerged = 100;
const mostCells = 20_000;

/**
 * Cells of the first table in a piece of HTML, as spreadsheets copy it beside the text. A cell that was merged
 * downwards stands in each row that it covers. Null where there is no table.
 */
export function cellsOfHtml(html: string): string[][] | null {
  const table = /<table[\s>][\s\S]*?(?:<\/table>|$)/i.exec(html)?.[0];
  if (!table) return null;
  const grid: string[][] = [];
  let count = 0;
  for (const [y, row] of table
    .split(/<tr[\s>]/i)
    .slice(1)
    .entries()) {
    let x = 0;
    for (const { attributes, content } of cellsIn(row)) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const [wide, high] = [mergedOver("colspan", attributes), mergedOver("rowspan", attributes)];
      count += wide * high;
      if (count > mostCells) return null;
      for (let down = 0; down < high; down += 1)
        for (let across = 0; across < wide; across += 1) {
          grid[y + down] ??= [];
          (grid[y + down] as string[])[x + across] = across > 0 ? "" : plainText(content);
        }
      x += wide;
    }
  }
  return withoutBlankRows(grid.map((row) => Array.from(row, (cell) => cell ?? "")));
}

/** Whether cells of a table were merged: only then its HTML knows more than its text. */
export const hasMergedCells = (html: string) => /(row|col)span/i.test(html);

function cellsIn(row: string): { attributes: string; content: string }[] {
  const [, ...cells] = row.split(/<t[dh](?=[\s>])/i);
  return cells.map((cell) => {
    const end = cell.indexOf(">");
    return { attributes: cell.slice(0, end), content: cell.slice(end + 1).replace(/<\/t[dhr][\s\S]*$/i, "") };
  });
}

function mergedOver(name: string, attributes: string): number {
  const [, count = "1"] = new RegExp(`${name}\\s*=\\s*"?(\\d{1,3})`, "i").exec(attributes) ?? [];
  return Math.min(mostMerged, Math.max(1, Number(count)));
}

const entities = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", apos: "'" }));

const plainText = (html: string) =>
  html
    .replace(/\s+/g, " ")
    .replace(/<br[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities.get(name.toLowerCase()) ?? all;
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    })
    .trim();
