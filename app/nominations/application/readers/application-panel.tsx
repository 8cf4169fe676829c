import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplicationBadge } from "#app/nominations/application/application-badge.tsx";
import type { ApplicationStanding } from "#app/nominations/application/rules.ts";

type Props = { state: ApplicationStanding | null; href: string; as?: "h2" | "h3" };

/** Whether a nominee's application is in, and the way to it; nothing where none is asked for. */
export function ApplicationPanel({ state, href, as: Heading = "h2" }: Props) {
  const { t } = useTranslation("applications");
  if (state === null) return null;
  return (
    <section className="mb-8 max-w-3xl">
      <Heading className="mb-2 text-lg">{t("title")}</Heading>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <ApplicationBadge state={state} />
        {state === "sent" ? (
          <a className="link inline-flex min-h-11 items-center" href={href}>
            {t("readers.read")}
          </a>
        ) : (
          <span className="text-hint">{t(`readers.${state}`)}</span>
        )}
      </p>
    </section>
  );
}
