import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may as mayDo } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { listStandings } from "#app/nominations/application/queries.ts";
import { ApplicationPanel } from "#app/nominations/application/readers/application-panel.tsx";
import { applicationStanding } from "#app/nominations/application/standing.queries.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { findLetterById } from "#app/nominations/letter/queries.ts";
import { nominationForm } from "#app/nominations/nomination/form.ts";
import { NominationHistory } from "#app/nominations/nomination/history.tsx";
import { findKnown } from "#app/nominations/nomination/known.queries.ts";
import { NomineeFacts } from "#app/nominations/nomination/nominee-facts.tsx";
import { wholeNominee } from "#app/nominations/nomination/nominee-view.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { mayBecome, type NominationState } from "#app/nominations/nomination/rules.ts";
import { returnNomination, withdrawNomination } from "#app/nominations/nomination/steps.commands.ts";
import { WithdrawalForm } from "#app/nominations/nomination/withdrawal-form.tsx";
import { SubstitutionPanel } from "#app/nominations/substitution/substitution-panel.tsx";
import { substitutionView } from "#app/nominations/substitution/substitution-view.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { sessionsBeginOn } from "#app/workshops/life/life.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { db, params, locale, t, at, actor, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const nomination = orNotFound(await findNomination(db, { workshopId: workshop.id, id: params.nomination ?? "" }));
  const letter = nomination.letterId && (await findLetterById(db, workshop.id, nomination.letterId));
  const [sender] = await listInstitutions(db, workshop.startsOn, [nomination.institutionId]);
  const holds = await findKnown(db, workshop, nomination, at);
  const may = (state: NominationState) => mayBecome(state, { from: nomination.state, by: "host", holds });
  return {
    frame,
    nominee: await wholeNominee(nomination, { db, locale, t, zone: actor.zone, hostZone: workshop.zone }),
    sender: textIn(sender?.name ?? {}, locale),
    letter: letter
      ? { signatory: letter.signatory, post: letter.signatoryPost, date: formatDate(locale, letter.signedOn) }
      : null,
    application: applicationStanding(
      await findCall(db, workshop.id),
      (await listStandings(db, [nomination.id])).get(nomination.id),
    ),
    may: { giveBack: may("returned"), withdraw: may("withdrawn") },
    substitution: await substitutionView(db, workshop, nomination, { locale, at }),
    decides: nomination.inPlaceOfId !== null && nomination.state === "endorsed" && mayDo(actor, "participant.change"),
    refused: queryChoice(url, "refused", ["closed", "noLetter", "notFromHere"]),
  };
});

export const action = guardedAction("nomination.review", nominationForm, async (visit) => {
  const { trx, by, input, values, params, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const { code } = workshop;
  const nomination = orNotFound(await findNomination(trx, { workshopId: workshop.id, id: params.nomination ?? "" }));
  if (input.part === "return") {
    const isPast = input.correctByOn < localDate(by.at, workshop.zone);
    if (isPast || input.correctByOn >= sessionsBeginOn(workshop))
      return refuse(invalid({ correctByOn: `calls:refused.${isPast ? "past" : "tooLate"}` }, values));
  }
  const outcome =
    input.part === "return"
      ? await returnNomination(trx, workshop, nomination, { who: "host", ...input }, by)
      : await withdrawNomination(trx, workshop, nomination, { who: "host", ...input }, by);
  if (outcome.status === "refused")
    return refuse(redirect(to.nomination({ locale, code, nomination: nomination.id }, { refused: outcome.because })));
  return redirect(to.nominees({ locale, code }, { done: input.part === "return" ? "returned" : "withdrawn" }));
});

export default function NominationPage() {
  const { frame, nominee, sender, letter, application, may, refused, ...rest } = useLoaderData<typeof loader>();
  const { substitution, decides } = rest;
  const { t, locale } = useTranslation("nominations");
  const { code } = frame.workshop;
  const labels = { reason: t("giveBack.reason"), correctByOn: t("fact.correctBy") };
  return (
    <WorkshopFrame {...frame} isWithin title={nominee.name.name}>
      {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
      <p className="mb-2">
        <a className="link" href={to.nominees({ locale, code })}>
          {t("desk.back")}
        </a>
      </p>
      <h2 className="text-2xl">{nominee.name.name}</h2>
      <p className="mb-4">
        <LocalText value={sender} note />
      </p>
      <NomineeFacts nominee={nominee} />
      <SubstitutionPanel
        substitution={{ ...substitution, until: null }}
        pageOf={(nomination) => to.nomination({ locale, code, nomination })}
      >
        {decides ? (
          <Button look="main" href={to.substitution({ locale, code, nomination: nominee.id })}>
            {t("substitute.decide")}
          </Button>
        ) : null}
      </SubstitutionPanel>
      <ApplicationPanel
        state={application}
        href={to.deskApplication({ locale, code, nomination: nominee.id })}
        as="h3"
      />
      <h3 className="mb-1 text-lg">{t("letter.title")}</h3>
      <p className="mb-8">
        {letter ? (
          <>
            {t("letter.line", letter)}{" "}
            <a className="link" href={to.nomineeLetter({ locale, code, nomination: nominee.id })}>
              {t("letter.download")}
            </a>
          </>
        ) : (
          t("letter.missing")
        )}
      </p>
      <NominationHistory history={nominee.history} />
      {may.giveBack ? (
        <PostForm part="return" labels={labels} isFramed className="mb-8 max-w-2xl">
          <h3 className="mb-4 text-lg">{t("giveBack.title")}</h3>
          <TextArea name="reason" label={labels.reason} hint={t("giveBack.hint")} rows={3} />
          <DateField name="correctByOn" label={labels.correctByOn} hint={t("giveBack.until")} />
          <Button look="main">{t("giveBack.button")}</Button>
        </PostForm>
      ) : null}
      {may.withdraw ? <WithdrawalForm /> : null}
    </WorkshopFrame>
  );
}
