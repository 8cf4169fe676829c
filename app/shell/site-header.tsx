import { to } from "#app/addresses.ts";
import { endonyms, inLocale, type Locale, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { NavLink } from "#app/ui/frame/nav-link.tsx";
import { SkipLink } from "#app/ui/frame/skip-link.tsx";
import { PersonMenu, SignInLink } from "./person-menu.tsx";
import { SearchBox } from "./search/search-box.tsx";

const tab =
  "inline-flex h-14 items-center border-y-4 border-transparent text-key hover:border-b-key-line aria-[current=page]:border-b-key aria-[current=page]:font-bold";

const bar = "bar flex min-h-14 flex-wrap items-center gap-x-1 max-[22rem]:gap-x-0.5 gap-y-1 sm:gap-x-5 lg:gap-x-8";

type Reader = {
  name: string;
  nominations: boolean;
  desk: boolean;
  progress: boolean;
  accounts: boolean;
  search: boolean;
};

export type SiteRoot =
  | {
      origin: string;
      isDemo: boolean;
      reader: Reader | null;
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
  const reader = root?.reader ?? null;
  const places = usePlaces(reader);
  return (
    <header className="site border-b border-line bg-panel">
      <SkipLink href="#main">{t("nav.skip")}</SkipLink>
      <div className="thread" />
      <div className={bar}>
        <NavLink href={to.home({ locale })} end className="flex min-h-11 items-center gap-3 text-ink no-underline">
          <span className="text-xl font-bold">{t("product.name")}</span>
          {reader ? null : (
            <span className="hidden max-w-56 text-xs text-hint xl:inline print:inline">{t("product.subtitle")}</span>
          )}
        </NavLink>
        <nav aria-label={t("nav.main")} className="max-lg:hidden">
          <ul className="flex gap-x-5">
            {places.map(({ href, label }) => (
              <li key={href}>
                <NavLink href={href} className={tab}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <span className="hidden text-sm print:inline">{`${root?.origin ?? ""}${path}`}</span>
        {/* the page of the search has its own */}
        {reader?.search && !path.startsWith(to.search({ locale })) ? <SearchBox place="header" /> : null}
        <div className="ms-auto flex flex-wrap items-center gap-x-1.5 max-[22rem]:gap-x-0.5 lg:gap-x-4">
          <LanguageSwitch twin={twin} />
          {reader ? null : <SignInLink className={`max-lg:hidden ${tab}`} />}
          <PersonMenu name={reader?.name ?? null} places={places} />
        </div>
      </div>
      {root?.isDemo ? (
        <p className="border-t border-hairline bg-sunken px-4 py-1 text-center text-sm text-hint">{t("demo.banner")}</p>
      ) : null}
    </header>
  );
}

/** What this reader comes for. Whoever has work here finds their own workshops beside their name. */
function usePlaces(reader: Reader | null) {
  const { t, locale } = useTranslation();
  const hasWork = reader && (reader.nominations || reader.desk || reader.progress || reader.accounts);
  return [
    { href: to.workshops({ locale }), label: t("nav.workshops"), isShown: true },
    { href: to.me({ locale }), label: t("nav.me"), isShown: reader && !hasWork },
    { href: to.nominations({ locale }), label: t("nav.nominations"), isShown: reader?.nominations },
    { href: to.desk({ locale }), label: t("nav.desk"), isShown: reader?.desk },
    { href: to.progress({ locale }), label: t("nav.progress"), isShown: reader?.progress },
    { href: to.admin({ locale }), label: t("nav.accounts"), isShown: reader?.accounts },
    { href: to.verify({ locale }), label: t("nav.verify"), isShown: !reader },
  ].filter(({ isShown }) => isShown);
}

/** Stands for a language where its name has no room. Both are read aloud: one may say to a browser what one sees. */
const marks: Record<Locale, string> = { es: "ES", ja: "日", en: "EN" };

/** Plain links: they work without scripts, and a fresh document is what another language needs. */
function LanguageSwitch({ twin }: { twin: string }) {
  const { t, locale } = useTranslation();
  return (
    <nav aria-label={t("nav.language")}>
      <ul className="flex rounded-lg border border-hairline text-sm">
        {locales.map((other) => (
          <li key={other}>
            <a
              href={inLocale(twin, other)}
              hrefLang={other}
              lang={other}
              aria-label={`${marks[other]} ${endonyms[other]}`}
              title={endonyms[other]}
              aria-current={other === locale ? "true" : undefined}
              className="inline-flex h-10 min-w-8 items-center max-[24rem]:min-w-7 max-[22rem]:min-w-6 sm:min-w-10 justify-center rounded-[7px] text-key hover:underline aria-[current]:bg-key-tint aria-[current]:font-bold aria-[current]:text-ink"
            >
              {marks[other]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
