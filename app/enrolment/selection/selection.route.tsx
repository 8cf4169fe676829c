import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { draftDecisions, moveInReserve } from "#app/nominations/selection/commands.ts";
import { selectionForm } from "#app/nominations/selection/form.ts";
import { countUnsent, listRounds } from "#app/nominations/selection/queries.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { chosenPage } from "#app/web/chosen-page.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { SelectionBoard } from "./board.tsx";
import { findCandidates } from "./candidates.queries.ts";
import { DecisionForm } from "./decision-form.tsx";
import { BalanceTable, EffectTable } from "./effect-tables.tsx";
import { proposalView, reviewView } from "./review-view.ts";
import { SelectionHead } from "./selection-head.tsx";
import { selectionList } from "./selection-list.tsx";
import { balanceRows, effectRows, readSelection, selectedAmong, selectionRows } from "./selection-view.ts";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { db, url, locale, actor } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const read = await readSelection(visit, workshop);
  const all = selectionRows(read, workshop);
  const senders = [...new Map(all.map(({ senderId, sender }) => [senderId, sender.text]))];
  const sender =
    queryChoice(
      url,
      "sender",
      senders.map(([id]) => id),
    ) ?? "";
  const rows = sender ? all.filter(({ senderId }) => senderId === sender) : all;
  const isList = queryChoice(url, "view", ["list"]) === "list";
  const listed = chosenPage(rows, selectionList, visit);
  const rounds = await listRounds(db, workshop.id);
  return {
    ...{ frame, sender, isList, ...listed },
    senders: senders.map(([value, label]) => ({ value, label })),
    rows: isList ? listed.rows : rows,
    total: all.length,
    open: all.filter(({ isOpen }) => isOpen).length,
    chosen: url.searchParams.getAll("n"),
    review: reviewView(visit, read, all),
    proposal: proposalView(read),
    effects: effectRows(read, read.candidates),
    balance: balanceRows([read.candidates, selectedAmong(read.candidates)], visit),
    unsent: await countUnsent(db, workshop.id),
    rounds: rounds.map(({ id, number, announcedAt }) => ({
      ...{ id, number },
      at: formatInstant(locale, announcedAt, actor.zone),
    })),
    isNobodyChosen: url.searchParams.get("step") === "review",
    done: queryChoice(url, "done", ["saved", "moved", "announced"]),
  };
});

export const action = guardedAction("nomination.review", selectionForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const { candidates } = await findCandidates(trx, workshop);
  if (input.part === "move") {
    await moveInReserve(trx, { workshop, candidates }, input, by);
    return redirect(to.selection({ locale, code: workshop.code }, { done: "moved" }));
  }
  const because = await draftDecisions(trx, { workshop, candidates }, input, by);
  if (because) {
    const field = because === "because" ? "because" : because === "ineligible" ? "eligibility" : "";
    return refuse(invalid({ [field]: `selection:refused.${because}` }, values, field ? 422 : 409));
  }
  return redirect(to.selection({ locale, code: workshop.code }, { done: "saved" }));
});

export default function SelectionPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, rows, choice, review, done, total, isList, sender } = page;
  const { t } = useTranslation("selection");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("title")} hasList={isList && rows.length > 0 && !review}>
      {done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      {review ? (
        <DecisionForm code={code} review={review} />
      ) : (
        <>
          {page.isNobodyChosen ? <Notice tone="warn" title={t("form.people")} /> : null}
          <SelectionHead {...page} code={code} />
          {total === 0 ? (
            <Empty title={t("empty.title")}>{t("empty.text")}</Empty>
          ) : isList ? (
            <>
              <ListTable list={selectionList} rows={rows} choice={choice} />
              <Pagination page={page.page} pages={page.pages} />
            </>
          ) : (
            <SelectionBoard code={code} rows={rows} chosen={page.chosen} sender={sender} />
          )}
          {total ? (
            <div className="mb-8 grid items-start gap-4 xl:grid-cols-2">
              <EffectTable effects={page.effects} />
              <BalanceTable sets={[t("balance.all"), t("column.selected")]} balance={page.balance} />
            </div>
          ) : null}
        </>
      )}
    </WorkshopFrame>
  );
}
