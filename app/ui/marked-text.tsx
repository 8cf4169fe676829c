type MarkedTextProps = {
  parts: readonly { text: string; isFound: boolean }[];
  /** Where it is not the page's. */
  lang?: string;
};

/** A text with what was looked for marked in it. */
export function MarkedText({ parts, lang }: MarkedTextProps) {
  let at = 0;
  const marked = parts.map(({ text, isFound }) => {
    at += text.length;
    return isFound ? <mark key={at}>{text}</mark> : text;
  });
  return lang ? <span lang={lang}>{marked}</span> : marked;
}
