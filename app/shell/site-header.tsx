import { to } from "#app/addresses.ts";
import { endonyms, inLocale, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { NavLink } from "#app/ui/frame/nav-link.tsx";

const tab =
  "inline-flex min-h-11 items-center border-b-4 border-transparent text-key hover:border-key-line aria-[current=page]:border-key aria-[current=page]:font-bold";

export type SiteRoot =
  | {
      origin: string;
      isDemo: boolean;
      reader: { name: string; desk: boolean; progress: boolean; accounts: boolean } | null;
    }
  | undefined;

type SiteHeaderProps = {
  root: SiteRoot;
  /** Of this page, with what it asks. */
  path: string;
  /** Where another language leads from here, as an address in any of them. */
  twin: string;
};

export function SiteHeader({ root, path, twin }: SiteHeaderProps) {
  const { t, locale } = useTranslation();
  return (
    <header className="site bg-panel border-b border-line">
      <Button
        look="main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:px-5 focus:py-2"
        href="#main"
      >
        {t("nav.skip")}
      </Button>
      <div className="thread" />
      <div className="bar flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pt-3">
        <NavLink href={to.home({ locale })} end className="flex items-baseline gap-3 text-ink no-underline">
          <span className="text-xl font-bold">{t("product.name")}</span>
          <span className="hidden text-sm text-hint md:inline">{t("product.subtitle")}</span>
        </NavLink>
        <span className="hidden text-sm print:inline">{`${root?.origin ?? ""}${path}`}</span>
        <LanguageSwitch twin={twin} />
        <SiteNav root={root} />
      </div>
      {root?.isDemo ? (
        <p className="border-t border-hairline bg-sunken px-4 py-1 text-center text-sm text-hint">{t("demo.banner")}</p>
      ) : null}
    </header>
  );
}

/** Plain links: they work without scripts, and a fresh document is what another language needs. */
function LanguageSwitch({ twin }: { twin: string }) {
  const { t, locale } = useTranslation();
  return (
    <nav aria-label={t("nav.language")}>
      <ul className="flex flex-wrap gap-1 text-sm">
        {locales.map((other) => (
          <li key={other}>
            <a
              href={inLocale(twin, other)}
              hrefLang={other}
              lang={other}
              aria-current={other === locale ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-lg border border-transparent px-2.5 text-key underline underline-offset-4 aria-[current]:border-key-line aria-[current]:bg-key-tint aria-[current]:font-bold aria-[current]:no-underline"
            >
              {endonyms[other]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SiteNav({ root }: { root: SiteRoot }) {
  const { t, locale } = useTranslation();
  const reader = root?.reader;
  const places = [
    { href: to.workshops({ locale }), label: t("nav.workshops"), show: true },
    { href: to.me({ locale }), label: t("nav.me"), show: Boolean(reader) },
    { href: to.desk({ locale }), label: t("nav.desk"), show: reader?.desk },
    { href: to.progress({ locale }), label: t("nav.progress"), show: reader?.progress },
    { href: to.admin({ locale }), label: t("nav.accounts"), show: reader?.accounts },
    { href: to.verify({ locale }), label: t("nav.verify"), show: true },
  ];
  const list = (
    <ul className="flex flex-col gap-x-5 pb-2 sm:flex-row sm:flex-wrap sm:items-center sm:pb-0">
      {places
        .filter(({ show }) => show)
        .map(({ href, label }) => (
          <li key={href}>
            <NavLink href={href} className={tab}>
              {label}
            </NavLink>
          </li>
        ))}
      <li className="flex flex-wrap sm:ms-auto items-center gap-x-4">
        {reader ? <SignedIn name={reader.name} /> : <SignInLink />}
      </li>
    </ul>
  );
  return (
    <nav aria-label={t("nav.main")} className="w-full border-t border-hairline pt-1">
      <details className="sm:hidden">
        <summary className="link min-h-11 cursor-pointer py-2">{t("nav.menu")}</summary>
        {list}
      </details>
      <div className="hidden sm:block">{list}</div>
    </nav>
  );
}

function SignedIn({ name }: { name: string }) {
  const { t, locale } = useTranslation();
  return (
    <>
      <a
        className="link wrap-anywhere inline-flex min-h-11 items-center border-b-4 border-transparent"
        href={to.profile({ locale })}
      >
        {name}
      </a>
      <form method="post" action={to.signOut({ locale })}>
        <button type="submit" className="link min-h-11 cursor-pointer border-b-4 border-transparent">
          {t("nav.signOut")}
        </button>
      </form>
    </>
  );
}

function SignInLink() {
  const { t, locale } = useTranslation();
  return (
    <NavLink className={tab} href={to.signIn({ locale })}>
      {t("nav.signIn")}
    </NavLink>
  );
}
