import { type Locale, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** How a public page is shown by others. Its loader returns this as `sharing`; `path` is its one address. */
export type Sharing = {
  title: string;
  description: string;
  path: string;
  /** The address of a picture of 1200 × 630, which says what `title` says. */
  picture?: string;
};

/** As Open Graph writes a language. */
const regions: Record<Locale, string> = { es: "es_MX", ja: "ja_JP", en: "en_GB" };

type SharedAsProps = { sharing: Sharing; origin: string };

/** Elements of the head: the page's one address, and what a link to it looks like elsewhere. */
export function SharedAs({ sharing: { title, description, path, picture }, origin }: SharedAsProps) {
  const { t, locale } = useTranslation();
  return (
    <>
      <link rel="canonical" href={origin + path} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t("product.name")} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={origin + path} />
      {picture ? <Picture address={origin + picture} title={title} /> : null}
      <meta property="og:locale" content={regions[locale]} />
      {locales
        .filter((other) => other !== locale)
        .map((other) => (
          <meta key={other} property="og:locale:alternate" content={regions[other]} />
        ))}
    </>
  );
}

const Picture = ({ address, title }: { address: string; title: string }) => (
  <>
    <meta property="og:image" content={address} />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content={title} />
    <meta name="twitter:card" content="summary_large_image" />
  </>
);

/** More than others show. */
const longest = 300;

/** A text in one line, no longer than others show it. */
export function sharedText(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = [...line];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join("")}…` : line;
}
