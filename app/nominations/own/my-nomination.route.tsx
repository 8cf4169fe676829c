import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { everywhere } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ownNominationForm } from "#app/nominations/nomination/form.ts";
import { NominationHistory } from "#app/nominations/nomination/history.tsx";
import { findKnown } from "#app/nominations/nomination/known.queries.ts";
import { NominationBadge } from "#app/nominations/nomination/nomination-badge.tsx";
import { wholeNominee } from "#app/nominations/nomination/nominee-view.ts";
import { findNominationOf } from "#app/nominations/nomination/queries.ts";
import { mayBecome } from "#app/nominations/nomination/rules.ts";
import { withdrawNomination } from "#app/nominations/nomination/steps.commands.ts";
import { WithdrawalForm } from "#app/nominations/nomination/withdrawal-form.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { ApplicationStep } from "./application-step.tsx";
import { NextStep } from "./next-step.tsx";
import { ownViews } from "./own-nominations.ts";

export const loader = guardedLoader("own.read", async (visit) => {
  const { db, actor, params, locale, t, at, url } = visit;
  const row = orNotFound(await findNominationOf(db, actor.personId, params.nomination ?? ""));
  const [workshop] = await listWorkshopsById(db, [row.workshopId]);
  const [nomination] = await ownViews([row], visit);
  const whole = await wholeNominee(row, { db, locale, t, zone: actor.zone, hostZone: orNotFound(workshop).zone });
  const holds = await findKnown(db, orNotFound(workshop), row, at);
  const { history, because, withdrawnBy, result } = whole;
  return {
    nomination: orNotFound(nomination),
    ...{ history, because, withdrawnBy },
    notSelectedBecause: row.state === "notSelected" ? (result?.because ?? null) : null,
    begunBy: history.at(-1)?.by ?? "",
    mayWithdraw: mayBecome("withdrawn", { from: row.state, by: "nominee", holds }),
    done: queryChoice(url, "done", ["withdrawn"]),
    refused: queryChoice(url, "refused", ["closed", "notFromHere"]),
  };
});

export const action = guardedAction("own.change", ownNominationForm, async (visit) => {
  const { trx, by, input, actor, params, locale } = visit;
  const { id, workshopId } = orNotFound(await findNominationOf(trx, actor.personId, params.nomination ?? ""));
  const [{ code } = { code: "" }] = await listWorkshopsById(trx, [workshopId]);
  const workshop = orNotFound(await holdWorkshop(trx, code, everywhere));
  const nomination = orNotFound(await findNominationOf(trx, actor.personId, id));
  const { because, note } = input;
  const outcome = await withdrawNomination(trx, workshop, nomination, { who: "nominee", because, note }, by);
  if (outcome.status === "done") return redirect(to.myNomination({ locale, nomination: id }, { done: "withdrawn" }));
  return refuse(redirect(to.myNomination({ locale, nomination: id }, { refused: outcome.because })));
});

export default function MyNominationPage() {
  const { nomination, history, because, notSelectedBecause, withdrawnBy, begunBy, mayWithdraw, done, refused } =
    useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["nominations", "calls", "enrolment", "selection"]);
  const { code, title, period, sender, state, next } = nomination;
  const facts = [
    { term: t("own.sender"), value: <LocalText value={sender} note /> },
    { term: t("own.begunBy"), value: begunBy },
    { term: t("calls:fact.dates"), value: period },
    {
      term: t("selection:because.title"),
      value: notSelectedBecause ? t(`selection:because.${notSelectedBecause}`) : null,
    },
    { term: t("withdrawal.because"), value: because ? t(`because.${because}`) : null },
    { term: t("fact.withdrawnBy"), value: withdrawnBy ? t(`who.${withdrawnBy}`) : null },
  ];
  return (
    <Page
      title={t("own.pageTitle", { code })}
      heading={<LocalText value={title} note />}
      over={
        <>
          <span>{t("own.over")}</span>
          <span className="figures">{code}</span>
          <NominationBadge state={state} />
        </>
      }
      crumbs={[{ to: to.me({ locale }), label: t("enrolment:me.title") }]}
      notice={
        <>
          {done ? <Notice tone="good" title={t("own.withdrawn")} /> : null}
          {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
        </>
      }
    >
      <Section title={t("own.nextTitle")}>
        <Panel pad="text" edge={next === "returned" || next === "draft" ? "key" : undefined} className="max-w-3xl">
          <ApplicationStep nomination={nomination} />
          <NextStep nomination={nomination} />
        </Panel>
      </Section>
      <Panel pad="text" className="mb-8 max-w-3xl">
        <Facts look="columns" facts={facts} />
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
          <a className="link" href={to.publicCall({ locale, code })}>
            {t("calls:link.public")}
          </a>
          <a className="link" href={to.workshop({ locale, code })}>
            {t("own.workshop")}
          </a>
        </p>
      </Panel>
      <NominationHistory history={history} />
      {mayWithdraw ? (
        <WithdrawalForm>
          <p>{t("own.withdrawalLead")}</p>
        </WithdrawalForm>
      ) : null}
    </Page>
  );
}
