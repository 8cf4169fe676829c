import { useTranslation } from "#app/i18n/use-translation.ts";
import { LocalText } from "#app/ui/local-text.tsx";
import type { VisitLine } from "./visit-view.ts";

/** What to know of a visit, for whoever goes along: where to meet, what is forbidden, what happens if it rains. */
export function VisitLines({ lines = [] }: { lines?: readonly VisitLine[] | undefined }) {
  const { t } = useTranslation("workshops");
  if (!lines.length) return null;
  return (
    <dl className="visit mt-2 max-w-[65ch] text-sm">
      {lines.map(({ field, text }) => (
        <div key={field} className="mb-1 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-x-4">
          <dt className="font-bold text-ink">{t(`visit.${field}`)}</dt>
          <dd className="whitespace-pre-line">
            <LocalText value={text} note />
          </dd>
        </div>
      ))}
    </dl>
  );
}
