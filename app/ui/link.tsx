import { Link as RemixLink, useLocation } from "@remix-run/react";
import type { ComponentProps } from "react";

type LinkProps = Omit<ComponentProps<"a">, "href"> & {
  /** From the root of the site, or another query of the same page. */
  to: string;
};

const isServer = typeof document === "undefined";

/** To the server a link is an anchor: asking the router where it leads would cost more than all the rest of it. */
export function Link({ to, ...rest }: LinkProps) {
  const { pathname } = useLocation();
  const address = to.startsWith("?") ? `${pathname}${to}` : to;
  return isServer ? <a {...rest} href={address} /> : <RemixLink {...rest} to={address} discover="none" />;
}

/** Says that the reader is here: on the page itself or, without `end`, on one below it. */
export function NavLink({ to, end = false, ...rest }: LinkProps & { end?: boolean }) {
  const { pathname } = useLocation();
  const isHere = pathname === to || (!end && pathname.startsWith(`${to}/`));
  return <Link {...rest} to={to} aria-current={isHere ? "page" : undefined} />;
}
