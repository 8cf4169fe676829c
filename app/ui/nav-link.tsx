import { useLocation } from "@remix-run/react";
import type { ComponentProps } from "react";

type NavLinkProps = ComponentProps<"a"> & { href: string; end?: boolean };

/** Says that the reader is here: on the page itself or, without `end`, on one below it. */
export function NavLink({ href, end = false, ...rest }: NavLinkProps) {
  const { pathname } = useLocation();
  const isHere = pathname === href || (!end && pathname.startsWith(`${href}/`));
  return <a {...rest} href={href} aria-current={isHere ? "page" : undefined} />;
}
