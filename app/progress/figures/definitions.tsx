import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Section } from "#app/ui/frame/page.tsx";

const terms = [
  "counting",
  "planned",
  "running",
  "completed",
  "enrolled",
  "attending",
  "certified",
  "reserve",
  "rate",
  "year",
  "place",
] as const;

/** What each figure counts, and how the rate of this very page came about. */
export function Definitions({ sum }: { sum: { attended: string; counted: string; rate: string } | null }) {
  const { t } = useTranslation("progress");
  const facts = terms.map((term) => ({
    term: t(`definition.${term}.term`),
    value: (
      <>
        {t(`definition.${term}.text`)}
        {term === "rate" && sum ? <span className="block">{t("definition.rate.here", sum)}</span> : null}
      </>
    ),
  }));
  return (
    <Section id="definitions" title={t("definition.title")}>
      <Facts look="explained" facts={facts} />
    </Section>
  );
}
