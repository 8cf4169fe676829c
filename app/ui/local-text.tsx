import type { ReactNode } from "react";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type Localised = { text: string; lang: Locale };

/** Text of the catalogue, marked with its own language where the reader's is missing. */
export function LocalText({ value, note }: { value: Localised; note?: boolean }): ReactNode {
  const { locale } = useTranslation();
  if (value.lang === locale) return value.text;
  return (
    <>
      <span lang={value.lang}>{value.text}</span>
      {note && value.text ? (
        <>
          {" "}
          <small className="ms-1 inline-block rounded border border-hairline px-1.5 text-xs font-normal text-hint">
            {endonyms[value.lang]}
          </small>
        </>
      ) : null}
    </>
  );
}
