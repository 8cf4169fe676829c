import { useLocation } from "@remix-run/react";
import type { ComponentProps } from "react";

type LinkProps = Omit<ComponentProps<"a">, "href"> & {
  /** From the root of the site, or another query of the same page. */
  to: string;
};

/** Every page is a document of its own. */
export const Link = ({ to, ...rest }: LinkProps) => <a {...rest} href={to} />;

/** Says that the reader is here: on the page itself or, without `end`, on one below it. */
export function NavLink({ to, end = false, ...rest }: LinkProps & { end?: boolean }) {
  const { pathname } = useLocation();
  const isHere = pathname === to || (!end && pathname.startsWith(`${to}/`));
  return <Link {...rest} to={to} aria-current={isHere ? "page" : undefined} />;
}
