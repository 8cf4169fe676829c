import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { findStanding } from "#app/enrolment/behalf/behalf.queries.ts";
import { findParticipant } from "#app/enrolment/behalf/participant/history.queries.ts";
import { answerOffer } from "#app/enrolment/offers/answers.commands.ts";
import { type ExtensionView, extensionsOf, extensionView } from "#app/enrolment/offers/extension-view.ts";
import { listExtensions } from "#app/enrolment/offers/extensions.queries.ts";
import { extendOffer } from "#app/enrolment/offers/following.commands.ts";
import { deskOfferForm } from "#app/enrolment/offers/form.ts";
import { findLatestOffer } from "#app/enrolment/offers/offers.queries.ts";
import { latestExtension, offerRefusal } from "#app/enrolment/offers/offers.rules.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import { shownName } from "#app/people/names.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { asId } from "#db/id.ts";
import { DeskAcceptance, DeskRefusal, ExtensionForm } from "./desk-offer-forms.tsx";

/** More time, or what somebody has said. */
const deeds = ["extend", "accept", "decline"] as const;

export const loader = guardedLoader("participant.change", async (visit) => {
  const { db, params, locale, t, at, actor, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const { enrolment } = orNotFound(await findStanding(db, workshop.id, asId<"enrolment">(params.enrolment ?? "")));
  const offer = orNotFound(await findLatestOffer(db, enrolment.id));
  const latest = latestExtension(workshop, offer, at);
  const extensions = extensionsOf(await listExtensions(db, enrolment.id), offer);
  return {
    frame,
    extensions: extensions.map((one) => extensionView(one, { locale, zone: actor.zone })),
    id: enrolment.id,
    name: shownName(await findParticipant(db, enrolment.personId)),
    until: deadlineTimes(offer.answerByOn, workshop.zone, { locale, t, zone: actor.zone }),
    refusal: offerRefusal(offer, workshop, { at, by: "desk" }),
    latest: latest && formatDate(locale, latest),
    // one at a time: their fields have the same names
    asked: queryChoice(url, "do", deeds),
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
  const { frame, id, name, until, refusal, latest, asked, extensions } = useLoaderData<typeof loader>();
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
          <p className={`max-w-[65ch] ${extensions.length ? "mb-2" : "mb-6"}`}>
            {t("desk.awaited")} <strong>{until.host}</strong> · {until.other}
          </p>
          {extensions.length ? <Extensions extensions={extensions} /> : null}
          <div className="mb-8 flex flex-wrap gap-4">
            {deeds.map((deed) => (
              <Button key={deed} look="plain" href={to.participantOffer({ locale, code, enrolment: id }, { do: deed })}>
                {t(`desk.do.${deed}`)}
              </Button>
            ))}
          </div>
          {asked === "extend" ? <ExtensionForm latest={latest} /> : null}
          {asked === "accept" ? <DeskAcceptance /> : null}
          {asked === "decline" ? <DeskRefusal /> : null}
        </>
      ) : (
        <Notice isStanding tone={refusal === "accepted" ? "good" : "warn"} title={t(`desk.stands.${refusal}`)} />
      )}
    </WorkshopFrame>
  );
}

/** Until when it was extended, when and by whom, and why. */
function Extensions({ extensions }: { extensions: ExtensionView[] }) {
  const { t } = useTranslation("offers");
  return (
    <ul className="mb-6 max-w-[65ch] space-y-2">
      {extensions.map(({ at, until, by, reason }) => (
        <li key={at + until}>
          {t("history.extended", { date: until })}
          <Hint>{by ? t("desk.extendedBy", { at, name: by }) : at}</Hint>
          {reason ? <p className="wrap-anywhere whitespace-pre-line">{reason}</p> : null}
        </li>
      ))}
    </ul>
  );
}
