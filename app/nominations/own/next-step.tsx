import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OwnNomination } from "./own-nominations.ts";

/** What is next for a nominee, and by when. */
export function NextStep({ nomination: { next, by } }: { nomination: Pick<OwnNomination, "next" | "by"> }) {
  const { t } = useTranslation("nominations");
  return (
    <>
      <p className="max-w-[65ch]">{t(`own.next.${next}`)}</p>
      {by ? (
        <p className="mt-1 text-sm text-hint">
          {t(next === "endorsed" ? "calls.closes" : "own.by")} <strong className="text-ink">{by.host}</strong>
          <span className="block">{by.other}</span>
        </p>
      ) : null}
    </>
  );
}
