import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { WorkshopView } from "./workshop-view.ts";

type Place = Pick<WorkshopView, "venue" | "country">;
type CodedPlace = Pick<WorkshopView, "venue" | "country" | "countryCode">;

/** Stands for the venue in the text, which may be written in another language than the page. */
const gap = "\0";

/** The venue as it is written in invitations, with its country where each language says it. */
export function WorkshopPlace({ workshop: { venue, country } }: { workshop: Place }) {
  const { t } = useTranslation("workshops");
  if (!venue.text) return country;
  const [before, after] = t("venueIn", { venue: gap, country: country }).split(gap);
  return (
    <>
      <span className="text-hint">{before}</span>
      <LocalText value={venue} />
      <span className="text-hint">{after}</span>
    </>
  );
}

/** The same for tables, where the country is found at a glance. */
export function MarkedPlace({ workshop: { venue, country, countryCode } }: { workshop: CodedPlace }) {
  return (
    <>
      <CountryMark code={countryCode} name={country} /> {venue.text ? <LocalText value={venue} /> : country}
    </>
  );
}
