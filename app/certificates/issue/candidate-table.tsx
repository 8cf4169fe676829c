import type { Gap } from "#app/certificates/document/gaps.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ListChoice } from "#app/tables/list.ts";
import { ListMenu, ListRows } from "#app/tables/list-table.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { type CandidateListing, candidateList, isEligible } from "./candidate-list.tsx";
import { GapList } from "./gap-list.tsx";
import type { CandidateView } from "./issue-view.ts";

type CandidateTableProps = CandidateListing & {
  rows: readonly CandidateView[];
  choice: ListChoice;
  /** Languages that are missing in what would be printed. */
  gaps: readonly Gap[];
  /** Whether names of institutions and programmes are theirs. */
  mayName: boolean;
};

/** Who can have a certificate, and for everybody else why not; the eligible are ticked already. */
export function CandidateTable({ rows, choice, gaps, mayName, ...listing }: CandidateTableProps) {
  const { t } = useTranslation("certificates");
  const eligible = rows.filter(isEligible);
  const list = candidateList({ ...listing, first: eligible[0] });
  return (
    <>
      {eligible.length ? <p className="mb-4 max-w-[65ch]">{t("issue.final")}</p> : null}
      <ListMenu list={list} choice={choice} />
      <PostForm labels={{ chosen: t("issue.choose"), acceptsGaps: t("gaps.legend") }}>
        <ListRows list={list} rows={rows} choice={choice} />
        {eligible.length ? (
          <>
            <div className="mt-6">
              <GapList gaps={gaps} code={listing.code} mayName={mayName} />
            </div>
            <SaveBar label={t("issue.submit")} className="mt-4">
              <span className="text-hint max-sm:text-sm">{t("issue.eligible", { count: eligible.length })}</span>
            </SaveBar>
          </>
        ) : null}
      </PostForm>
    </>
  );
}
