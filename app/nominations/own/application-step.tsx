import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplicationBadge } from "#app/nominations/application/application-badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import type { OwnNomination } from "./own-nominations.ts";

/** What a nominee fills in themselves, and by when: before all that others do. */
export function ApplicationStep({
  nomination: { code, application },
}: {
  nomination: Pick<OwnNomination, "code" | "application">;
}) {
  const { t, locale } = useTranslation("applications");
  if (!application) return null;
  const { state, by } = application;
  const isOwed = state !== "sent";
  return (
    <div className="mb-4 border-b border-hairline pb-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="text-ink">{t("title")}</strong> <ApplicationBadge state={state} />
      </p>
      <p className="mt-1 max-w-[65ch]">{t(`step.${state}`)}</p>
      {by ? (
        <p className="mt-1 text-sm text-hint">
          {t("own.by")} <strong className="text-ink">{by.host}</strong>
          <span className="block">{by.other}</span>
        </p>
      ) : null}
      <Button
        look={isOwed ? "main" : "plain"}
        isSmall
        className="mt-3 print:hidden"
        href={to.application({ locale, code })}
      >
        {t(isOwed ? "step.fillIn" : "step.look")}
      </Button>
    </div>
  );
}
