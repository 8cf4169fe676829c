import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CorrectionView } from "./correction-view.ts";

/** Says that a mark was corrected; what it was, by whom, when and why is one press away. */
export function Corrections({ corrections }: { corrections: CorrectionView[] }) {
  const { t } = useTranslation(["attendance", "common"]);
  if (!corrections.length) return null;
  return (
    <details className="basis-full text-sm print:hidden">
      <summary className="link w-fit cursor-pointer py-1">
        {t("sheet.corrected", { count: corrections.length })}
      </summary>
      <ul className="mt-1 space-y-1 text-hint">
        {corrections.map(({ former, at, by, reason }) => (
          <li key={`${at} ${former}`}>
            {[former && t("sheet.former", { mark: t(`mark.${former}`) }), at, by, reason]
              .filter(Boolean)
              .join(t("common:fact.between"))}
          </li>
        ))}
      </ul>
    </details>
  );
}
