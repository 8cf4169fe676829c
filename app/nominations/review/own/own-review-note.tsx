import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { OwnReview } from "./own-reviews.ts";

/** For whoever reviews nominees: what they owe, and where. Nobody else sees anything. */
export function OwnReviewNote({ reviews }: { reviews: OwnReview[] }) {
  const { t, locale } = useTranslation("review");
  if (!reviews.length) return null;
  const owed = reviews.reduce((sum, one) => sum + one.owed, 0);
  const link = (
    <a className="link" href={to.reviews({ locale })}>
      {t("own.card")}
    </a>
  );
  return owed ? (
    <Notice tone="warn" isStanding title={t("own.onMe", { count: owed })}>
      {link}
    </Notice>
  ) : (
    <p className="mb-6">{link}</p>
  );
}
