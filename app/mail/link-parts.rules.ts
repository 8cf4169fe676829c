/** A piece of a line: words, or the address of a page. */
export type LinkPart = { text: string; isLink: boolean };

/** Only what begins like the address of a page leads anywhere. A sentence's end, and a bracket, are no part of it. */
const address = /https?:\/\/[^\s<>"'`{}()[\]「」『』（）【】、。，]*[^\s<>"'`{}()[\]「」『』（）【】、。，.,;:!?]/g;

/** A line of plain text in pieces, so that the addresses in it can be followed. */
export function linkParts(line: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let from = 0;
  for (const { 0: text, index } of line.matchAll(address)) {
    parts.push({ text: line.slice(from, index), isLink: false }, { text, isLink: true });
    from = index + text.length;
  }
  parts.push({ text: line.slice(from), isLink: false });
  return parts.filter(({ text }) => text !== "");
}
