import { createElement as h } from "react";
import type { Letter } from "./letter.ts";
import { colours } from "./letter-colours.ts";
import { linkParts } from "./link-parts.rules.ts";

/** Plain text, in which an address of a page leads there. */
export const Written = ({ lang, paragraphs }: NonNullable<Letter["written"]>) =>
  h(
    "div",
    { lang },
    ...paragraphs.map((text) =>
      h(
        "p",
        { style: { margin: "0 0 16px" } },
        ...text
          .split("\n")
          .flatMap((line, index) => [
            index > 0 && h("br"),
            ...linkParts(line).map((part) => (part.isLink ? link(part.text) : part.text)),
          ]),
      ),
    ),
  );

const link = (url: string) => h("a", { href: url, style: { color: colours.indigo, wordBreak: "break-all" } }, url);
