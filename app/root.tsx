import { data } from "@remix-run/node";
import { Links, Meta, Outlet, useLocation, useMatches, useParams, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import "./app.css";
import { may } from "./access/permissions.ts";
import { localeFromCookie, rememberLocale } from "./i18n/detect.ts";
import { inLocale, isLocale, locales } from "./i18n/locales.ts";
import { addressedName } from "./people/names.ts";
import { SiteFooter } from "./shell/site-footer.tsx";
import { SiteHeader } from "./shell/site-header.tsx";
import { useAnswer } from "./web/answer.tsx";
import { publicLoader } from "./web/doors/form-door.ts";
import { openKeptForm } from "./web/kept/kept-form.ts";
import { SharedAs, type Sharing } from "./web/sharing.tsx";

export { ErrorPage as ErrorBoundary } from "./web/errors/error-page.tsx";
export { retryAfter as headers } from "./web/errors/retry-after.ts";

export const loader = publicLoader(async (visit) => {
  const { actor, locale, request, context } = visit;
  const { settings } = context;
  const reader = actor && {
    name: addressedName({ ...actor, secondSurname: null }, locale),
    nominations: may(actor, "nomination.send"),
    desk: may(actor, "desk.read"),
    progress: may(actor, "progress.read"),
    accounts: may(actor, "account.change"),
    search: may(actor, "own.read"),
  };
  const isNews = localeFromCookie(request.headers.get("cookie")) !== locale;
  return data(
    { origin: settings.appUrl, isDemo: settings.demo, reader, kept: await openKeptForm(visit) },
    isNews ? { headers: { "Set-Cookie": rememberLocale(locale, settings.secure) } } : {},
  );
});

export function Layout({ children }: { children: ReactNode }) {
  const { locale } = useAnswer();
  const { t } = useTranslation();
  const root = useRouteLoaderData<typeof loader>("root");
  const leaf = useMatches().at(-1)?.data as { sharing?: Sharing } | null | undefined;
  const sharing = leaf?.sharing;
  const { pathname, search } = useLocation();
  const { l } = useParams();
  const path = `${pathname}${search}`;
  const hasTwins = isLocale(l) || pathname === "/";
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="description" content={sharing?.description || t("product.purpose")} />
        <meta name="theme-color" content="#00428c" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {locales.map((other) => (
          <link
            key={other}
            rel="alternate"
            hrefLang={other}
            href={`${root?.origin ?? ""}${inLocale(pathname, other)}`}
          />
        ))}
        {sharing ? <SharedAs sharing={sharing} origin={root?.origin ?? ""} /> : null}
        <Meta />
        <Links />
      </head>
      <body>
        <SiteHeader root={root} path={path} twin={hasTwins ? path : to.home({ locale })} />
        {children}
        <SiteFooter root={root} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
