import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { type Sharing, sharedText } from "#app/web/sharing.tsx";
import type { Workshop } from "#app/workshops/queries.ts";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";
import { contactView } from "./contact-view.ts";
import { eventData } from "./event-data.ts";

type Told = {
  view: WorkshopView;
  summary: Localised;
  languages: readonly Locale[];
  host: Localised | null;
  programme: { code: string; title: Localised };
  /** What its picture shows now. */
  pictureVersion: string;
};

/** What others show of a workshop's page: whoever is sent its address, and search engines. */
export function workshopSharing(
  workshop: Workshop,
  { view, summary, languages, host, programme, pictureVersion }: Told,
  { locale, appUrl }: { locale: Locale; appUrl: string },
): { sharing: Sharing; event: Record<string, unknown> } {
  const path = to.workshop({ locale, code: workshop.code });
  const title = view.title.text;
  const described = summary.text || [view.period, view.venue.text, view.country].filter(Boolean).join(" · ");
  return {
    sharing: {
      ...{ title, description: sharedText(described), path },
      picture: to.picture({ locale, code: workshop.code }, { v: pictureVersion }),
    },
    event: eventData({
      ...workshop,
      ...{ title, summary: sharedText(summary.text), venue: view.venue.text, url: appUrl + path },
      ...{ languages, organizer: host?.text || null, contact: contactView(workshop) },
      programme: {
        title: programme.title.text,
        url: appUrl + to.publicProgramme({ locale, code: programme.code }),
      },
    }),
  };
}
