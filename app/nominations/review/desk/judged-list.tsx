import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ListChoice } from "#app/tables/list.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import type { CriteriaView } from "../criteria/criteria-view.ts";
import { reviewList } from "./review-list.tsx";
import type { ReviewerView, ReviewRow } from "./review-view.ts";

type Props = {
  code: string;
  rows: readonly ReviewRow[];
  choice: ListChoice;
  page: number;
  pages: number;
  plan: CriteriaView;
  reviewers: readonly ReviewerView[];
};

/** Who is judged, and how far that is; some of them are ticked to be compared. */
export function JudgedList({ code, rows, choice, page, pages, plan, reviewers }: Props) {
  const { t, locale } = useTranslation("review");
  return (
    <div className="mb-12">
      <ListTable list={reviewList({ plan, reviewers })} rows={rows} choice={choice} />
      <Pagination page={page} pages={pages} />
      {rows.filter(({ isOpen }) => isOpen).length > 1 ? (
        <form
          id="comparison"
          action={to.reviewComparison({ locale, code })}
          className="mt-4 flex flex-wrap items-center gap-4 print:hidden"
        >
          <Button look="plain">{t("comparison.button")}</Button>
          <span className="hint">{t("comparison.hint")}</span>
        </form>
      ) : null}
    </div>
  );
}
