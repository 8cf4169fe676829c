import type { ReactNode } from "react";

export type Fact = {
  term: string;
  /** A fact without a value is left out. */
  value: ReactNode;
  /** Of term and value, where it is not the page's. */
  lang?: string;
  /** How the value is set. */
  className?: string;
};

const looks = {
  /** Terms above their values on a phone, beside them where there is room. */
  beside: { list: "facts", fact: "contents", term: "", value: "" },
  /** Terms above their values. */
  stacked: { list: "", fact: "mb-2 break-inside-avoid last:mb-0", term: "text-sm text-hint", value: "text-ink" },
  /** The same in two columns. */
  columns: {
    list: "grid gap-x-8 gap-y-4 sm:grid-cols-2",
    fact: "",
    term: "text-sm text-hint",
    value: "break-words text-ink",
  },
  /** Short terms, each with one line. */
  lines: {
    list: "grid content-start gap-y-1 sm:grid-cols-[6rem_1fr]",
    fact: "contents",
    term: "text-sm text-hint sm:leading-6",
    value: "mb-1 text-ink",
  },
  /** Terms that a reader looks up, with a sentence each. */
  explained: {
    list: "grid max-w-[80ch] gap-x-6 gap-y-2 print:max-w-none print:gap-y-1 sm:grid-cols-[11rem_1fr]",
    fact: "contents",
    term: "mt-2 font-bold text-ink sm:mt-0",
    value: "",
  },
  /** The same with a line between them. */
  ruled: {
    list: "divide-y divide-hairline",
    fact: "grid gap-x-6 py-4 sm:grid-cols-[14rem_1fr]",
    term: "font-bold text-ink",
    value: "max-w-[65ch]",
  },
};

type FactsProps = { facts: Fact[]; look: keyof typeof looks; className?: string };

/** Terms with their values. */
export function Facts({ facts, look, className = "" }: FactsProps) {
  const { list, fact, term: termClass, value: valueClass } = looks[look];
  return (
    <dl className={`${list} ${className}`}>
      {facts
        .filter(({ value }) => value)
        .map(({ term, value, lang, className: own = "" }) => (
          <div key={term} className={fact}>
            <dt className={termClass} lang={lang}>
              {term}
            </dt>
            <dd className={`${valueClass} ${own}`} lang={lang}>
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** Values stand one below the other: a separator between them could end up at the edge of a line. */
export const Lines = ({ lines }: { lines: { text: string; lang?: string }[] }) =>
  lines.map(({ text, lang }) => (
    <span key={text} className="block" lang={lang}>
      {text}
    </span>
  ));
