import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import type { PostponedView } from "./postponed-view.ts";

type PanelProps = {
  /** The workshop's. */
  code: string;
  postponed: PostponedView;
  mayChange: boolean;
};

/** Below the line of a workshop's life: from which days it was moved, why, and whether that can be taken back. */
export function PostponedPanel({ code, postponed, mayChange }: PanelProps) {
  const { t, locale } = useTranslation("desk");
  const { id, period, reason, rests } = postponed;
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="max-w-[65ch]">
        {t("postponing.was", { period })} {t("postponing.because", { reason })}
      </p>
      {mayChange && rests === null ? (
        <PressForm action={to.postponementUndo({ locale, code })} fields={{ id }}>
          <div className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <Button look="plain">{t("postponing.undo")}</Button>
            <span className="text-sm text-hint">{t("postponing.undoHint")}</span>
          </div>
        </PressForm>
      ) : null}
      {mayChange && rests ? <p className="text-sm text-hint">{t(`refused.rests.${rests}`)}</p> : null}
    </div>
  );
}
