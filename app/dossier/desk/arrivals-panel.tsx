import { to } from "#app/addresses.ts";
import type { arrivalsOf } from "#app/dossier/arrivals/arrivals-view.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";

type Counts = { known: number; seated: number; lodgings: Awaited<ReturnType<typeof arrivalsOf>>["lodgings"] };

/** How many arrivals are known, how many stay where, and the list for whoever drives. */
export function ArrivalsPanel({ code, known, seated, lodgings }: Counts & { code: string }) {
  const { t, locale } = useTranslation("dossier");
  return (
    <Section
      title={t("arrivals.title")}
      aside={
        known ? (
          <Button look="plain" isSmall href={to.dossierArrivals({ locale, code })}>
            {t("arrivals.paper")}
          </Button>
        ) : null
      }
    >
      <p>{t("arrivals.known", { count: known, seated })}</p>
      {lodgings.length ? (
        <ul>
          {lodgings.map(({ name, count }) => (
            <li key={name}>{t("arrivals.lodging", { name, count })}</li>
          ))}
        </ul>
      ) : (
        <Hint>{t("arrivals.noLodging")}</Hint>
      )}
    </Section>
  );
}
