import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { findStanding } from "#app/enrolment/behalf/behalf.queries.ts";
import { findParticipant } from "#app/enrolment/behalf/participant/history.queries.ts";
import { answerOffer } from "#app/enrolment/offers/answers.commands.ts";
import { extendOffer } from "#app/enrolment/offers/following.commands.ts";
import { deskOfferForm } from "#app/enrolment/offers/form.ts";
import { findLatestOffer } from "#app/enrolment/offers/offers.queries.ts";
import { latestExtension, offerRefusal } from "#app/enrolment/offers/offers.rules.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import { shownName } from "#app/people/names.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { asId } from "#db/id.ts";
import { DeskAnswer, ExtensionForm } from "./desk-offer-forms.tsx";

export const loader = guardedLoader("participant.change", async (visit) => {
  const { db, params, locale, t, at, actor } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const { enrolment } = orNotFound(await findStanding(db, workshop.id, asId<"enrolment">(params.enrolment ?? "")));
  const offer = orNotFound(await findLatestOffer(db, enrolment.id));
  const latest = latestExtension(workshop, offer, at);
  return {
    frame,
    id: enrolment.id,
    name: shownName(await findParticipant(db, enrolment.personId)),
    until: deadlineTimes(offer.answerByOn, workshop.zone, { locale, t, zone: actor.zone }),
    refusal: offerRefusal(offer, workshop, { at, by: "desk" }),
    latest: latest && formatDate(locale, latest),
  };
});

export const action = guardedAction("participant.change", deskOfferForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const { id: workshopId, code } = await reachedId(visit);
  const found = await findStanding(trx, workshopId, asId<"enrolment">(params.enrolment ?? ""));
  const { enrolment } = orNotFound(found);
  const offer = orNotFound(await findLatestOffer(trx, enrolment.id));
  if (input.part === "extend") {
    const outcome = await extendOffer(trx, offer.id, { day: input.answerByOn, reason: input.reason }, by);
    if (outcome.status === "refused")
      return refuse(invalid({ answerByOn: `offers:extend.${outcome.because}` }, values, 409));
    return redirect(to.participant({ locale, code, enrolment: enrolment.id }, { done: "extended" }));
  }
  const answer =
    input.part === "accept"
      ? { answer: "accept" as const, note: input.reason }
      : { answer: "decline" as const, because: input.because, note: input.reason };
  const outcome = await answerOffer(trx, offer.id, answer, { ...by, via: "desk" });
  if (outcome.status === "refused") return refuse(invalid({ "": `offers:refused.${outcome.because}` }, values, 409));
  return redirect(to.participant({ locale, code, enrolment: enrolment.id }, { done: outcome.status }));
});

export default function ParticipantOfferPage() {
  const { frame, id, name, until, refusal, latest } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("offers");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("desk.title")}>
      <p className="mb-2">
        <a className="link" href={to.participant({ locale, code, enrolment: id })}>
          {t("desk.back")}
        </a>
      </p>
      <h2 className="mb-1 text-2xl">{t("desk.title")}</h2>
      <p className="mb-6 text-lg" lang={name.isJapanese ? "ja" : undefined}>
        {name.name}
      </p>
      {refusal === null ? (
        <>
          <p className="mb-6 max-w-[65ch]">
            {t("desk.awaited")} <strong>{until.host}</strong> ({until.other})
          </p>
          <ExtensionForm latest={latest} />
          <DeskAnswer />
        </>
      ) : (
        <Notice isStanding tone={refusal === "accepted" ? "good" : "warn"} title={t(`desk.stands.${refusal}`)} />
      )}
    </WorkshopFrame>
  );
}
