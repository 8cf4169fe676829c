import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { dropCostLine } from "#app/programmes/costs/commands.ts";
import { costRemovalForm } from "#app/programmes/costs/form.ts";
import { findCostLine, listTariffs } from "#app/programmes/costs/queries.ts";
import { asChosen } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { costList } from "./cost-list.tsx";
import { costRows } from "./cost-rows.ts";
import { PayerShares } from "./payer-shares.tsx";
import { payersView } from "./payers-view.ts";

export const loader = guardedLoader("programme.read", async (visit) => {
  const { programme, frame } = await deskProgramme(visit);
  const { rows, ...costs } = await costRows(visit, programme);
  return {
    frame,
    ...asChosen(rows, costList, visit),
    payers: payersView(costs, visit.locale),
    hasTariffs: rows.length > 0 || (await listTariffs(visit.db, programme.id)).length > 0,
    done: queryChoice(visit.url, "done", ["saved", "removed"]),
  };
});

export const action = guardedAction("programme.plan", costRemovalForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const { id, code } = await heldProgramme(visit);
  await dropCostLine(trx, id, orNotFound(await findCostLine(trx, id, input.id)), by);
  return redirect(to.costs({ locale, code }, { done: "removed" }));
});

export default function CostsPage() {
  const { frame, rows, choice, payers, hasTariffs, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  const { code, mayPlan } = frame;
  const first = hasTariffs ? to.newCost({ locale, code }) : to.newTariff({ locale, code });
  return (
    <ProgrammeFrame
      programme={frame}
      title={t("cost.title")}
      hasList={rows.length > 0}
      notice={done ? <Notice tone="good" title={t(`cost.done.${done}`)} /> : null}
    >
      <Section
        title={t("cost.title")}
        aside={
          <span className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
            <a className="link" href={to.tariffs({ locale, code })}>
              {t("tariff.title")}
            </a>
            {mayPlan ? (
              <a className="link" href={to.exchange({ locale, code })}>
                {t("exchange.title")}
              </a>
            ) : null}
            {mayPlan && rows.length ? (
              <Button look="main" href={first}>
                {t("cost.add")}
              </Button>
            ) : null}
          </span>
        }
      >
        <p className="mb-6 max-w-[65ch]">{t("cost.lead")}</p>
        {payers.missing ? <Notice isStanding tone="warn" title={t("cost.missing", { count: payers.missing })} /> : null}
        {rows.length ? (
          <PayerShares view={payers} />
        ) : (
          <Empty
            title={t("cost.empty.title")}
            action={
              mayPlan ? (
                <Button look="plain" href={first}>
                  {t(hasTariffs ? "cost.add" : "tariff.add")}
                </Button>
              ) : null
            }
          >
            {t(hasTariffs ? "cost.empty.text" : "cost.empty.tariffFirst")}
          </Empty>
        )}
      </Section>
      {rows.length ? (
        <Section title={t("cost.lines")}>
          <ListTable list={costList} rows={rows} choice={choice} />
        </Section>
      ) : null}
    </ProgrammeFrame>
  );
}
