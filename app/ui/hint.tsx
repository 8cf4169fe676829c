import type { ComponentProps } from "react";

const withClass = (own: string, given: string | undefined) => (given ? `${own} ${given}` : own);

/** What helps to fill in a field, or to read what stands above it. */
export const Hint = ({ className, ...rest }: ComponentProps<"p">) => (
  <p {...rest} className={withClass("hint", className)} />
);

/** A second line, below the one that counts. */
export const SecondLine = ({ className, ...rest }: ComponentProps<"span">) => (
  <span {...rest} className={withClass("block text-sm font-normal text-hint", className)} />
);
