import type { ElementType, FormHTMLAttributes } from "react";

type Tag = "div" | "section" | "aside" | "li" | "ul" | "ol" | "dl" | "form" | "fieldset" | "figure" | "pre" | "details";

const pads = { narrow: "p-4", text: "p-5", card: "p-5 sm:p-6", form: "p-5 sm:p-8", sides: "px-5" };

const edges = {
  key: "rounded-s-sm border-s-8 border-s-key",
  good: "rounded-s-sm border-s-8 border-s-good",
  bad: "rounded-s-sm border-s-8 border-s-bad",
};

type Looks = {
  /** Room between the frame and what stands in it; none by default. */
  pad?: keyof typeof pads;
  /** A broad edge where the lines begin. */
  edge?: keyof typeof edges;
  /** A line between its items. */
  isRuled?: boolean;
};

/** A form brings the most attributes of those elements. */
type PanelProps = Looks & FormHTMLAttributes<HTMLElement> & { as?: Tag };

/** A frame on the page's paper, as whatever element its content asks for. */
export function Panel({ as = "div", pad, edge, isRuled, className, ...rest }: PanelProps) {
  const Frame: ElementType = as;
  const looks = [pad && pads[pad], edge && edges[edge], isRuled && "divide-y divide-hairline", className];
  return <Frame {...rest} className={["panel", ...looks].filter(Boolean).join(" ")} />;
}
