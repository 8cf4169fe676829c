import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NavLink } from "#app/ui/frame/nav-link.tsx";
import { useMyPages } from "./my-pages.ts";

type Place = { href: string; label: string };
type MenuPlace = Place & { end?: boolean };

/**
 * What is the reader's own, behind their name; on a phone everything that the header leads to.
 * The browser opens a popover without any script, and closes it at Escape or a press beside it.
 */
export function PersonMenu({ name, places }: { name: string | null; places: Place[] }) {
  const { t } = useTranslation();
  const own = useMyPages().map(({ to: href, label, end }) => ({ href, label, end }));
  // an official's own workshops are a place of the header too: one menu names them once
  const others = name ? places.filter(({ href }) => own.every((page) => page.href !== href)) : places;
  return (
    <>
      <button type="button" popoverTarget="menu" className={`menu-button ${name ? "" : "lg:hidden"}`}>
        <span className="lg:hidden">{t("nav.menu")}</span>
        {name ? <span className="wrap-anywhere max-w-48 text-start leading-tight max-lg:hidden">{name}</span> : null}
      </button>
      <div id="menu" popover="auto" className="menu">
        <nav aria-label={t("nav.main")} className="lg:hidden">
          <MenuList items={others} />
        </nav>
        {name ? <OwnPages name={name} items={own} /> : <SignInLink className="menu-item lg:hidden" />}
      </div>
    </>
  );
}

function OwnPages({ name, items }: { name: string; items: MenuPlace[] }) {
  const { t, locale } = useTranslation();
  return (
    <>
      <p className="menu-title lg:hidden">{name}</p>
      <nav aria-label={t("mine.label")}>
        <MenuList items={items} />
      </nav>
      <form method="post" action={to.signOut({ locale })} className="mt-1 border-t border-hairline pt-1">
        <button type="submit" className="menu-item cursor-pointer">
          {t("nav.signOut")}
        </button>
      </form>
    </>
  );
}

const MenuList = ({ items }: { items: MenuPlace[] }) => (
  <ul>
    {items.map(({ href, label, end }) => (
      <li key={href}>
        <NavLink href={href} end={end} className="menu-item">
          {label}
        </NavLink>
      </li>
    ))}
  </ul>
);

export function SignInLink({ className }: { className: string }) {
  const { t, locale } = useTranslation();
  return (
    <NavLink className={className} href={to.signIn({ locale })}>
      {t("nav.signIn")}
    </NavLink>
  );
}
