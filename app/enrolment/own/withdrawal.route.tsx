import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { withdraw } from "#app/enrolment/commands.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { findEnrolment, findRank } from "#app/enrolment/queries.ts";
import { admissionRefusal, isOutside, lossOf, withdrawalRefusal } from "#app/enrolment/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findSeenFrom } from "#app/nominations/quotas/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { type Acting, guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { noFields } from "#app/web/fields.ts";
import { findWorkshop, findWorkshopId } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { countApplication } from "./application-limit.ts";

/** Says what somebody loses by withdrawing, and asks: a withdrawal cannot be undone. */
export const loader = guardedLoader("own.read", async ({ db, actor, at, params, locale, t }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const enrolment = await findEnrolment(db, workshop.id, actor.personId);
  if (!enrolment || isOutside(enrolment.state)) throw redirect(refused(locale, workshop.code, "notEnrolled"));
  const refusal = withdrawalRefusal(enrolment.state, workshop, at);
  if (refusal) throw redirect(refused(locale, workshop.code, refusal));
  return {
    workshop: workshopView(workshop, { locale, t, at }),
    state: enrolment.state,
    rank: await findRank(db, enrolment),
    loss: lossOf(enrolment.state, (await findSeenFrom(db, workshop, enrolment.quotaId)).reserveCount),
    mayReturn: admissionRefusal(workshop, at) === null,
  };
});

export const action = guardedAction("own.change", noFields, giveUp, countApplication);

async function giveUp({ actor, trx, by, params, locale }: Acting<object>) {
  const workshop = orNotFound(await findWorkshopId(trx, params.code ?? "", "public"));
  const outcome = await withdraw(trx, { personId: actor.personId, workshopId: workshop.id }, by);
  if (outcome.status === "refused") return refuse(redirect(refused(locale, workshop.code, outcome.because)));
  return redirect(to.me({ locale }, { done: "withdrawn", workshop: workshop.code }));
}

const refused = (locale: Locale, code: string, because: string) => to.workshop({ locale, code }, { refused: because });

export default function WithdrawalPage() {
  const { workshop, state, rank, loss, mayReturn } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["enrolment", "workshops"]);
  const page = to.workshop({ locale, code: workshop.code });
  return (
    <Page
      title={t("withdraw.title")}
      width="form"
      crumbs={[
        { to: to.workshops({ locale }), label: t("workshops:list.title") },
        { to: page, label: workshop.code },
      ]}
    >
      <Panel as="section" pad="card" className="mb-6">
        <EnrolmentBadge state={state} rank={rank} />
        <h2 className="mt-3 mb-1 text-xl">
          <LocalText value={workshop.title} note />
        </h2>
        <p className="break-keep">{workshop.period}</p>
      </Panel>
      <ul className="mb-8 list-disc space-y-2 ps-6">
        <li>{t(`withdraw.${loss}`)}</li>
        <li>{t(mayReturn ? "withdraw.return" : "withdraw.noReturn")}</li>
      </ul>
      <PressForm className="flex flex-wrap gap-4">
        <Button look="grave">{t("withdraw.confirm")}</Button>
        <Button look="plain" href={page}>
          {t(`withdraw.keep.${loss === "reserve" ? "reserve" : "seat"}`)}
        </Button>
      </PressForm>
    </Page>
  );
}
