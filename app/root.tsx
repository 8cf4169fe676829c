import { data } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import "./app.css";
import { may } from "./access/permissions.ts";
import { localeFromCookie, rememberLocale } from "./i18n/detect.ts";
import { inLocale, locales } from "./i18n/locales.ts";
import type { Namespace } from "./i18n/namespaces.ts";
import { addressedName } from "./people/names.ts";
import { SiteFooter } from "./ui/site-footer.tsx";
import { SiteHeader } from "./ui/site-header.tsx";
import { useAnswer } from "./web/answer.tsx";
import { publicLoader } from "./web/guard.ts";
import { namespacesOf } from "./web/page-handle.ts";

export { ErrorPage as ErrorBoundary } from "./web/error-page.tsx";
export { retryAfter as headers } from "./web/retry-after.ts";

export const loader = publicLoader(async ({ actor, locale, request, context: { settings } }) => {
  const reader = actor && {
    name: addressedName({ ...actor, secondSurname: null }, locale),
    desk: may(actor, "desk.read"),
    progress: may(actor, "progress.read"),
    accounts: may(actor, "account.change"),
  };
  const isNews = localeFromCookie(request.headers.get("cookie")) !== locale;
  return data(
    { origin: settings.appUrl, isDemo: settings.demo, reader },
    isNews ? { headers: { "Set-Cookie": rememberLocale(locale, settings.secure) } } : {},
  );
});

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId, locale } = useAnswer();
  const { t } = useTranslation();
  const root = useRouteLoaderData<typeof loader>("root");
  const { pathname, search } = useLocation();
  const strings = namespacesOf(useMatches());
  return (
    <html lang={locale} data-request={requestId}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="description" content={t("product.purpose")} />
        <meta name="theme-color" content="#00428c" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {locales.map((other) => (
          <link key={other} rel="alternate" hrefLang={other} href={`${root?.origin ?? ""}${inLocale(pathname, other)}`} />
        ))}
        <Meta />
        <Links />
      </head>
      <body>
        <SiteHeader root={root} path={`${pathname}${search}`} />
        {children}
        <SiteFooter root={root} />
        {strings.length > 0 ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <PageStrings namespaces={strings} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

/** The strings this page needs, in its one language, written once by the server. */
function PageStrings({ namespaces }: { namespaces: Namespace[] }) {
  const { i18n } = useTranslation();
  const [json] = useState(() =>
    typeof document === "undefined"
      ? JSON.stringify(Object.fromEntries(namespaces.map((name) => [name, i18n.getResourceBundle(i18n.language, name)]))).replace(
          /</g,
          "\\u003c",
        )
      : (document.getElementById("i18n")?.textContent ?? "{}"),
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own JSON, with every "<" escaped
  return <script id="i18n" type="application/json" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: json }} />;
}

export default function App() {
  return <Outlet />;
}
