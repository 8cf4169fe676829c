import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { OwnReview } from "./own-reviews.ts";

/** The workshops for which somebody reviews, each with what they owe. */
export function ReviewCards({ reviews }: { reviews: OwnReview[] }) {
  const { t, locale } = useTranslation("review");
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {reviews.map(({ code, title, owed, sent, period, due, isLate }) => (
        <Panel as="li" pad="card" key={code} edge={owed ? "key" : undefined}>
          <p className="mb-1 flex flex-wrap items-center gap-x-3 text-sm text-hint">
            <span className="figures">{code}</span>
            {owed ? (
              <Badge tone={isLate ? "bad" : "warn"}>{t("own.owed", { count: owed })}</Badge>
            ) : (
              <Badge tone="good">{t("own.nothing")}</Badge>
            )}
          </p>
          <h3 className="text-lg">
            <a className="link" href={to.workshopReviews({ locale, code })}>
              <LocalText value={title} />
            </a>
          </h3>
          <p className="text-sm text-hint">{period}</p>
          {due ? <p className="mt-2 text-sm">{t(isLate ? "own.dueWas" : "own.dueOn", { date: due })}</p> : null}
          {sent ? <p className="mt-2 text-sm text-hint">{t("own.sent", { count: sent })}</p> : null}
        </Panel>
      ))}
    </ul>
  );
}
