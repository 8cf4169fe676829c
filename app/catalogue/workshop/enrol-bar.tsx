import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";

/**
 * On a phone enrolment is out of sight below the first page: the way to it stays. It is as low as the room that the
 * page keeps free around what has focus.
 */
export function EnrolBar({ seats, left }: { seats: string; left: string }) {
  const { t } = useTranslation("workshops");
  return (
    <div className="save-bar lg:hidden print:hidden">
      <Button look="main" href="#enrolment">
        {t("invitation.toEnrolment")}
      </Button>
      <p className="text-sm leading-tight">
        <strong className="figures block text-ink">{seats}</strong> <span className="text-hint">{left}</span>
      </p>
    </div>
  );
}
