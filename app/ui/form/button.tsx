import type { ComponentProps } from "react";

/** The one thing to do on a page, one of several, or what cannot be taken back. */
export type ButtonLook = "main" | "plain" | "grave";

const widths = { full: "w-full", "full on a phone": "max-sm:w-full" };

export type ButtonLooks = {
  look: ButtonLook;
  isSmall?: boolean;
  /** As wide as its words by default. */
  width?: keyof typeof widths;
};

type LinkProps = ComponentProps<"a"> & { href: string };
type SubmitProps = ComponentProps<"button"> & { href?: never };

/** Leads somewhere where it has an `href`; else it sends the form around it. */
export function Button({ look, isSmall, width, className, ...rest }: ButtonLooks & (LinkProps | SubmitProps)) {
  const names = ["button", `button-${look}`, isSmall && "button-small", width && widths[width], className];
  const classes = names.filter(Boolean).join(" ");
  return rest.href === undefined ? (
    <button type="submit" {...rest} className={classes} />
  ) : (
    <a {...rest} className={classes} />
  );
}
