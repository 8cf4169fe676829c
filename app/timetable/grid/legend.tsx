import { useTranslation } from "#app/i18n/use-translation.ts";
import { KindMark } from "#app/timetable/kind-mark.tsx";
import type { SessionKind } from "#app/timetable/kinds.ts";

/** What the shapes and colours of a timetable mean. */
export function Legend({ kinds }: { kinds: readonly SessionKind[] }) {
  const { t } = useTranslation(["timetable", "workshops"]);
  return (
    <ul className="timetable-legend" aria-label={t("kinds")}>
      {kinds.map((kind) => (
        <li key={kind} data-kind={kind}>
          <KindMark kind={kind} />
          {t(`workshops:kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
