import { fallbackLocale, isLocale, type Locale } from "./locales.ts";

/** Behind https the prefix keeps other sites of the same domain from setting it. */
const languageCookies = ["__Host-puente-language", "puente-language"] as const;

/** Cookie first, then `Accept-Language` by its weights, then Spanish. */
export function detectLocale(headers: Headers): Locale {
  return localeFromCookie(headers.get("cookie")) ?? localeFromAccept(headers.get("accept-language")) ?? fallbackLocale;
}

/** For a year: `/` then opens in the language that was read last. */
export const rememberLocale = (locale: Locale, secure: boolean) =>
  `${languageCookies[secure ? 0 : 1]}=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax` +
  (secure ? "; Secure" : "");

export function localeFromCookie(cookie: string | null): Locale | null {
  const pairs = new Map(cookie?.split(";").map((part) => part.trim().split("=", 2) as [string, string]));
  const value = languageCookies.map((name) => pairs.get(name)).find(Boolean);
  return isLocale(value) ? value : null;
}

/** Whether a request brings no cookie, or the language's alone. */
export const bringsLanguageAlone = (cookie: string | undefined): boolean =>
  cookie === undefined ||
  cookie.split(";").every((part) => languageCookies.some((name) => part.trimStart().startsWith(`${name}=`)));

export function localeFromAccept(accept: string | null): Locale | null {
  const ranges = (accept ?? "").split(",", 20).map((range) => {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
    const weight = parameters.map((parameter) => /^q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { locale: tag.split("-")[0]?.toLowerCase(), weight: Number(weight ?? 1) };
  });
  const wanted = ranges
    .filter(({ locale, weight }) => isLocale(locale) && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return (wanted?.locale as Locale | undefined) ?? null;
}
