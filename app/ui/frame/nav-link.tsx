import type { ComponentProps } from "react";
import { useHere } from "./here.tsx";

type NavLinkProps = ComponentProps<"a"> & { href: string; end?: boolean };

/** Says that the reader is here: on the page itself or, without `end`, on one below it. */
export function NavLink({ href, end = false, ...rest }: NavLinkProps) {
  const { path } = useHere();
  const isHere = path === href || (!end && path.startsWith(`${href}/`));
  return <a {...rest} href={href} aria-current={isHere ? "page" : undefined} />;
}
