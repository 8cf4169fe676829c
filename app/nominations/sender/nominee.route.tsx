import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listStandings } from "#app/nominations/application/queries.ts";
import { ApplicationPanel } from "#app/nominations/application/readers/application-panel.tsx";
import { applicationStanding } from "#app/nominations/application/standing.queries.ts";
import { nomineeForm } from "#app/nominations/nomination/form.ts";
import { NominationHistory } from "#app/nominations/nomination/history.tsx";
import { findKnown } from "#app/nominations/nomination/known.queries.ts";
import { NomineeFacts } from "#app/nominations/nomination/nominee-facts.tsx";
import { wholeNominee } from "#app/nominations/nomination/nominee-view.ts";
import { mayBecome, type NominationState } from "#app/nominations/nomination/rules.ts";
import { endorse, returnNomination, withdrawNomination } from "#app/nominations/nomination/steps.commands.ts";
import { WithdrawalForm } from "#app/nominations/nomination/withdrawal-form.tsx";
import { SubstitutionPanel } from "#app/nominations/substitution/substitution-panel.tsx";
import { substitutionView } from "#app/nominations/substitution/substitution-view.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { heldNominee, ownNominee, senderPlace } from "./sender-door.ts";
import { SenderPage } from "./sender-page.tsx";

export const loader = guardedLoader("nomination.send", async (visit) => {
  const { db, locale, t, at, actor, url } = visit;
  const { workshop, nomination } = await ownNominee(visit);
  const { frame, call } = await senderPlace(visit, nomination.institutionId);
  const holds = await findKnown(db, workshop, nomination, at);
  const may = (state: NominationState) => mayBecome(state, { from: nomination.state, by: "sender", holds });
  return {
    frame,
    nominee: await wholeNominee(nomination, { db, locale, t, zone: actor.zone, hostZone: call.content.zone }),
    may: { send: may("endorsed"), giveBack: may("returned"), withdraw: may("withdrawn") },
    application: applicationStanding(call, (await listStandings(db, [nomination.id])).get(nomination.id)),
    done: queryChoice(url, "done", ["applicationReturned"]),
    lacksLetter: !holds.hasLetter,
    substitution: await substitutionView(db, workshop, nomination, { locale, at }),
    refused: queryChoice(url, "refused", ["closed", "noLetter", "notFromHere"]),
  };
});

export const action = guardedAction("nomination.send", nomineeForm, async (visit) => {
  const { trx, by, input, locale, params, reach } = visit;
  const code = params.code ?? "";
  const { workshop, nomination } = await heldNominee(visit);
  const outcome = await carryOut();
  if (outcome.status === "refused")
    return refuse(redirect(to.nominee({ locale, code, nomination: nomination.id }, { refused: outcome.because })));
  const query = reach.institutionIds.length > 1 ? { sender: nomination.institutionId } : {};
  return redirect(to.nominating({ locale, code }, { ...query, done: doneBy[input.part] }));

  function carryOut() {
    if (input.part === "send") return endorse(trx, workshop, [nomination], by);
    if (input.part === "return")
      return returnNomination(
        trx,
        workshop,
        nomination,
        { who: "sender", reason: input.reason, correctByOn: null },
        by,
      );
    const { because, note } = input;
    return withdrawNomination(trx, workshop, nomination, { who: "sender", because, note }, by);
  }
});

const doneBy = { send: "sent", return: "returned", withdrawal: "withdrawn" } as const;

export default function NomineePage() {
  const { frame, nominee, application, may, lacksLetter, ...rest } = useLoaderData<typeof loader>();
  const { substitution, done, refused } = rest;
  const { t, locale } = useTranslation(["nominations", "applications"]);
  const { code, institutionId } = frame;
  const query = frame.senders.length > 1 ? { sender: institutionId } : {};
  const [last] = nominee.history;
  const returned = nominee.state === "returned" && last?.who === "host" ? last : null;
  const isUnsent = ["draft", "submitted", "returned"].includes(nominee.state);
  return (
    <SenderPage
      frame={frame}
      isWithin
      title={nominee.name.name}
      notice={
        <>
          {done ? <Notice tone="good" title={t("applications:done.returned")} /> : null}
          {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
        </>
      }
    >
      {returned ? (
        <Notice isStanding tone="warn" title={t("nominee.returned")}>
          <p className="wrap-anywhere whitespace-pre-line">{returned.reason}</p>
          <p>
            {t("nominee.correct")}{" "}
            <a className="link" href={to.nominationLetter({ locale, code }, query)}>
              {t(lacksLetter ? "letter.add" : "letter.look")}
            </a>
          </p>
        </Notice>
      ) : null}
      <NomineeFacts nominee={nominee} />
      <SubstitutionPanel substitution={substitution} pageOf={(nomination) => to.nominee({ locale, code, nomination })}>
        {substitution.until ? (
          <>
            <p>{t("substitute.offer", { date: substitution.until })}</p>
            <Button look="plain" href={to.substitute({ locale, code, nomination: nominee.id })}>
              {t("substitute.propose")}
            </Button>
          </>
        ) : null}
        {substitution.replaced && nominee.state === "draft" ? <p>{t("substitute.needsLetter")}</p> : null}
        {substitution.replaced && nominee.state === "endorsed" ? <p>{t("substitute.waits")}</p> : null}
      </SubstitutionPanel>
      <ApplicationPanel state={application} href={to.nomineeApplication({ locale, code, nomination: nominee.id })} />
      {may.send ? (
        <div className="mb-8">
          <PostButton look="main" fields={{ part: "send" }}>
            {t(nominee.begunBy === "nominee" ? "nominee.endorse" : "nominee.send")}
          </PostButton>
        </div>
      ) : isUnsent && lacksLetter ? (
        <p className="mb-8">
          {t("nominating.letterFirst")}{" "}
          <a className="link" href={to.nominationLetter({ locale, code }, query)}>
            {t("nominating.letterButton")}
          </a>
        </p>
      ) : null}
      <NominationHistory history={nominee.history} />
      {may.giveBack ? (
        <PostForm part="return" labels={{ reason: t("giveBack.reason") }} isFramed className="mb-8 max-w-2xl">
          <h2 className="mb-4 text-lg">{t("giveBack.title")}</h2>
          <TextArea name="reason" label={t("giveBack.reason")} hint={t("giveBack.hint")} rows={3} />
          <Button look="plain">{t("giveBack.button")}</Button>
        </PostForm>
      ) : null}
      {may.withdraw ? <WithdrawalForm /> : null}
    </SenderPage>
  );
}
