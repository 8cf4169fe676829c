import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { saveVenue } from "#app/venues/commands.ts";
import { venueForm } from "#app/venues/form.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { VenueForm } from "./venue-form.tsx";

export const loader = guardedLoader("venue.change", async ({ db, locale, t, at }) => ({
  institutions: await institutionChoices(db, { locale, t, at }),
}));

export const action = guardedAction("venue.change", venueForm, async ({ trx, by, input, values, locale }) => {
  const outcome = await saveVenue(trx, null, input, by);
  if (outcome.status === "refused") return refuse(invalid({ institutionId: "common:form.choose" }, values));
  return redirect(to.venue({ locale, venue: outcome.id }, { done: "added" }));
});

export default function NewVenuePage() {
  const { institutions } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("venues");
  return (
    <Page title={t("new.title")} width="wide" crumbs={[{ to: to.venues({ locale }), label: t("list.title") }]}>
      <VenueForm institutions={institutions} submit={t("new.button")} />
    </Page>
  );
}
