import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { ownReviews } from "./own-reviews.ts";
import { ReviewCards } from "./review-cards.tsx";

export const loader = guardedLoader("own.read", async (visit) => ({ reviews: await ownReviews(visit) }));

export default function ReviewsPage() {
  const { reviews } = useLoaderData<typeof loader>();
  const { t } = useTranslation("review");
  return (
    <Page title={t("own.title")} lead={reviews.length ? t("own.lead") : null}>
      {reviews.length ? (
        <ReviewCards reviews={reviews} />
      ) : (
        <Empty title={t("own.empty.title")}>{t("own.empty.text")}</Empty>
      )}
    </Page>
  );
}
