import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LiveScript } from "#app/web/live-script.tsx";

type SearchBoxProps = {
  /** In the header it gives way to a link where there is no room. */
  place: "header" | "page";
  q?: string;
};

/** Where people, workshops and whatever else one may see are searched. The key `/` leads here from anywhere. */
export function SearchBox({ place, q = "" }: SearchBoxProps) {
  const { t, locale } = useTranslation();
  const isPage = place === "page";
  const label = t("search.label");
  return (
    <search className={`search search-${place}`} data-live="searchKey" data-begin={isPage && !q ? "" : undefined}>
      <form action={to.search({ locale })} className="search-form">
        <input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          aria-label={label}
          aria-keyshortcuts="/"
          placeholder={isPage ? undefined : t("search.button")}
          className="field search-field"
        />
        <button
          type="submit"
          className={isPage ? "button button-main" : "search-button"}
          aria-label={isPage ? undefined : label}
        >
          {isPage ? t("search.button") : <Magnifier />}
        </button>
      </form>
      {isPage ? null : (
        <a href={to.search({ locale })} className="search-link" aria-label={label} title={label}>
          <Magnifier />
        </a>
      )}
      <LiveScript />
    </search>
  );
}

const Magnifier = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="M12.8 12.8 18 18" strokeLinecap="round" />
  </svg>
);
