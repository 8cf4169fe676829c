import { useTranslation } from "#app/i18n/use-translation.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import type { WorkshopView } from "./workshop-view.ts";

/** The venue as it is written in invitations, and its country. */
export function WorkshopPlace({ workshop: { venue, country } }: { workshop: Pick<WorkshopView, "venue" | "country"> }) {
  const { t } = useTranslation("workshops");
  return venue.text ? (
    <>
      <LocalText value={venue} />
      <span className="text-hint">{t("inCountry", { country })}</span>
    </>
  ) : (
    country
  );
}
