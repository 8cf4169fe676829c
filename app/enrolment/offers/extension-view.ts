import { formatDate, formatInstant } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { addressedName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Extension } from "./extensions.queries.ts";

type Asked = { madeAt: Instant };

/** Those of one question: it was asked before, and no other since. */
export const extensionsOf = <One extends Pick<Extension, "at">>(all: readonly One[], { madeAt }: Asked, next?: Asked) =>
  all.filter(({ at }) => at >= madeAt && (!next || at < next.madeAt));

export type ExtensionView = ReturnType<typeof extensionView>;

export const extensionView = (
  { at, until, reason, by }: Extension,
  { locale, zone }: { locale: Locale; zone: Zone },
) => ({
  at: formatInstant(locale, at, zone),
  until: formatDate(locale, until),
  by: by ? addressedName(by, locale) : "",
  reason,
});
