import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listReached } from "#app/accounts/reached.queries.ts";
import { to } from "#app/addresses.ts";
import { DecisionBadge } from "#app/enrolment/selection/decision-badge.tsx";
import { BalanceTable, EffectTable } from "#app/enrolment/selection/effect-tables.tsx";
import {
  balanceRows,
  effectRows,
  problemsOf,
  problemWords,
  readSelection,
  type SelectionRow,
  selectedAmong,
  selectionRows,
} from "#app/enrolment/selection/selection-view.ts";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listInvitedPeople } from "#app/nominations/call/letters/invited.queries.ts";
import { announcementForm } from "#app/nominations/selection/form.ts";
import { boardColumns, isOpenCase } from "#app/nominations/selection/selection.rules.ts";
import { personHeading } from "#app/people/person-heading.tsx";
import { Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { announceSelection, promiseOf } from "./announcing.commands.ts";

/** So many people are shown by name: the others are on the list. */
const mostShown = 200;

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { db, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const read = await readSelection(visit, workshop);
  const open = read.candidates.filter(isOpenCase);
  const institutionIds = [...new Set(open.map(({ institutionId }) => institutionId))];
  const focal = await listInvitedPeople(db, { institutionIds, countries: [] });
  const reached = await listReached(
    db,
    open.map(({ personId }) => personId),
  );
  const rows = selectionRows(read, workshop).filter(({ isOpen }) => isOpen);
  const order = (row: SelectionRow) => boardColumns.indexOf(row.column);
  return {
    frame,
    promised: promiseOf(read.candidates),
    problems: problemWords(await problemsOf(visit, workshop, read), read),
    people: rows.toSorted((a, b) => order(a) - order(b)).slice(0, mostShown),
    counts: boardColumns.map((column) => ({ column, count: rows.filter((row) => row.column === column).length })),
    letters: { focal: new Set(focal.map(({ personId }) => personId)).size, nominees: reached.size },
    unreached: open.length - reached.size,
    effects: effectRows(read, open),
    balance: balanceRows([open, selectedAmong(open)], visit),
    refused: queryChoice(url, "refused", ["problems", "changed", "seats"]),
  };
});

export const action = guardedAction("nomination.review", announcementForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const { code } = workshop;
  const outcome = await announceSelection(trx, workshop, input.promised, by);
  if (outcome.status === "refused")
    return refuse(redirect(to.selectionAnnouncement({ locale, code }, { refused: outcome.because })));
  return redirect(to.selection({ locale, code }, { done: "announced" }));
});

export default function AnnouncementPage() {
  const { frame, promised, problems, people, counts, letters, unreached, refused, ...rest } =
    useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["selection", "nominations"]);
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("announcement.title")}>
      <p className="mb-2 print:hidden">
        <a className="link" href={to.selection({ locale, code })}>
          {t("announcement.back")}
        </a>
      </p>
      {refused ? <Notice tone="warn" title={t(`announcement.refused.${refused}`)} /> : null}
      <h2 className="mb-2 text-2xl">{t("announcement.title")}</h2>
      <p className="mb-4 max-w-[65ch]">{t("announcement.lead")}</p>
      {problems.length ? (
        <Notice tone="bad" isStanding title={t("announcement.problems")}>
          <ul className="list-disc ps-6">
            {problems.map(({ because, group, count, names }) => (
              <li key={`${because} ${group}`}>
                {t(`problem.${because}`, { group, count, names: formatList(locale, names) })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <PressForm fields={{ promised }} className="mb-6">
          <ul className="mb-4 max-w-[65ch] list-disc ps-6">
            {counts
              .filter(({ count }) => count)
              .map(({ column, count }) => (
                <li key={column}>{t("announcement.count", { decision: t(`column.${column}`), count })}</li>
              ))}
            <li>{t("announcement.letters", letters)}</li>
            {unreached ? <li>{t("announcement.unreached", { count: unreached })}</li> : null}
          </ul>
          <Button look="main">{t("announcement.button")}</Button>
        </PressForm>
      )}
      <div className="mb-6 grid items-start gap-4 xl:grid-cols-2">
        <EffectTable effects={rest.effects} />
        <BalanceTable sets={[t("balance.all"), t("column.selected")]} balance={rest.balance} />
      </div>
      {people.length ? <People people={people} /> : null}
    </WorkshopFrame>
  );
}

function People({ people }: { people: SelectionRow[] }) {
  const { t } = useTranslation(["selection", "nominations", "quotas"]);
  return (
    <Table
      caption={t("announcement.people")}
      columns={[
        personHeading(t("nominations:column.name"), ({ sender }: SelectionRow) => sender),
        { name: "group", label: t("quotas:list.group"), isLabelled: true, cell: ({ group }) => group },
        {
          name: "decision",
          label: t("decision"),
          isLabelled: true,
          cell: ({ column, reserveRank, because }) => (
            <>
              <DecisionBadge column={column} rank={reserveRank} />
              {because ? <SecondLine>{t(`because.${because}`)}</SecondLine> : null}
            </>
          ),
        },
      ]}
      rows={people}
      keyOf={({ id }) => id}
    />
  );
}
