import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { saveVenue } from "#app/venues/commands.ts";
import { venueForm } from "#app/venues/form.ts";
import { venueValues } from "#app/venues/form-values.ts";
import { listHours } from "#app/venues/queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { heldVenue, venueOf } from "./reached-venue.ts";
import { VenueForm } from "./venue-form.tsx";

export const loader = guardedLoader("venue.change", async ({ db, locale, t, at, params }) => {
  const venue = await venueOf(db, params);
  return {
    id: venue.id,
    name: textIn(venue.name, locale).text,
    initial: venueValues(venue, await listHours(db, venue.id)),
    institutions: await institutionChoices(db, { locale, t, at }, [venue.institutionId]),
  };
});

export const action = guardedEdit("venue.change", venueForm, {
  hold: ({ trx, params }) => heldVenue(trx, params),
  stored: async ({ trx }, venue) => venueValues(venue, await listHours(trx, venue.id)),
  record: (_, { id }) => ({ actions: ["venue.changed", "venue.added"], subjectId: id }),
  async save({ trx, by, input, values, locale }, { id }) {
    const outcome = await saveVenue(trx, id, input, by);
    if (outcome.status === "refused") return refuse(invalid({ institutionId: "common:form.choose" }, values));
    return redirect(to.venue({ locale, venue: id }, { done: "changed" }));
  },
});

export default function VenueFactsPage() {
  const { id, name, ...form } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("venues");
  return (
    <Page
      title={t("facts.title")}
      width="wide"
      crumbs={[
        { to: to.venues({ locale }), label: t("list.title") },
        { to: to.venue({ locale, venue: id }), label: name },
      ]}
    >
      <VenueForm {...form} submit={t("facts.button")} />
    </Page>
  );
}
