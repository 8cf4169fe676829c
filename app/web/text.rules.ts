/** Text as it is stored: composed, with one kind of line break, trimmed. */
export const normalText = (text: string) => composed(text).replace(/\r\n?/g, "\n").trim();

/** NFC would turn the kanji of the compatibility blocks (神 U+FA19) into others: in a name they are what was meant. */
const composed = (text: string) =>
  text.replace(/[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu, (run) => run.normalize("NFC"));
