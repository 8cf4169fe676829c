import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SiteRoot } from "./site-header.tsx";

export function SiteFooter({ root }: { root: SiteRoot }) {
  const { t, locale } = useTranslation();
  return (
    <footer className="site border-t border-line bg-panel">
      <div className="bar flex flex-wrap justify-between gap-x-8 items-center gap-y-2 py-6 text-sm text-hint">
        <p>{t("product.purpose")}</p>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <a className="link inline-flex min-h-8 items-center" href={to.verify({ locale })}>
              {t("nav.verify")}
            </a>
          </li>
          {root?.reader ? (
            <li>
              <a className="link inline-flex min-h-8 items-center" href={to.privacy({ locale })}>
                {t("nav.privacy")}
              </a>
            </li>
          ) : null}
        </ul>
      </div>
    </footer>
  );
}
