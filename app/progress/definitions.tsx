import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/page.tsx";

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
  return (
    <Section id="definitions" title={t("definition.title")}>
      <dl className="grid max-w-[80ch] gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr]">
        {terms.map((term) => (
          <div key={term} className="contents">
            <dt className="mt-2 font-bold text-ink sm:mt-0">{t(`definition.${term}.term`)}</dt>
            <dd>
              {t(`definition.${term}.text`)}
              {term === "rate" && sum ? <span className="block">{t("definition.rate.here", sum)}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
