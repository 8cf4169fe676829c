import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { isReached } from "#app/enrolment/behalf/act/before.queries.ts";
import { findStanding } from "#app/enrolment/behalf/behalf.queries.ts";
import { addingRefusal, changes, destinationOf, versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { changeForm } from "#app/enrolment/behalf/form.ts";
import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { findEnrolmentMergedInto, listMergedInto } from "#app/enrolment/merge/merge.queries.ts";
import { offerOutcomes } from "#app/enrolment/offers/form.ts";
import { findLatestOffer } from "#app/enrolment/offers/offers.queries.ts";
import { findRank } from "#app/enrolment/queries.ts";
import { isOutside } from "#app/enrolment/rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { findSeenFrom } from "#app/nominations/quotas/queries.ts";
import { shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, mayHere, reachedId } from "#app/workshops/desk-door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { asId, type Id } from "#db/id.ts";
import { changeOnBehalf } from "./change.commands.ts";
import { ChangeForm } from "./change-form.tsx";
import { consequencesOf } from "./consequences.ts";
import { findParticipant } from "./history.queries.ts";
import { EnrolmentHistory } from "./history.tsx";
import { historyOf } from "./history-view.ts";

export const loader = guardedLoader("participant.change", async (visit) => {
  const { db, locale, t, at, url, actor, params } = visit;
  const { workshop: whole, frame } = await deskWorkshop(visit);
  const asking = asId<"enrolment">(params.enrolment ?? "");
  const found = orNotFound((await findStanding(db, whole.id, asking)) ?? (await elsewhere(visit, whole, asking)));
  const { enrolment, standing } = found;
  const workshop = await findSeenFrom(db, whole, enrolment.quotaId);
  const person = await findParticipant(db, enrolment.personId);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const open = changes.filter((change) => destinationOf(change, standing, workshop, at));
  const asked = queryChoice(url, "do", changes);
  const change = asked && open.includes(asked) ? asked : null;
  const letterIn = (await isReached(db, enrolment.personId)) ? person.locale : null;
  return {
    frame,
    id: enrolment.id,
    enrolledPerson: enrolment.personId,
    personId: mayHere(actor, "person.read", workshop) ? enrolment.personId : null,
    name: shownName(person),
    state: enrolment.state,
    rank: await findRank(db, { ...enrolment, workshopId: workshop.id }),
    institution: institutionOf(person.institutionId),
    country: countryName(person.country, locale, t),
    post: person.post ?? "",
    email: person.email ?? "",
    isReached: letterIn !== null,
    open,
    mayAddAgain: isOutside(enrolment.state) && addingRefusal(whole, at) === null,
    asked: change && {
      change,
      isTold:
        letterIn !== null && (change !== "overtaken" || destinationOf(change, standing, workshop, at) !== "reserve"),
      version: versionOf(enrolment),
      passedOver: change === "overtaken" ? found.ahead.map(({ id }) => id) : [],
      follows: consequencesOf(change, { workshop, found, letterIn }, { locale, t, at }),
    },
    offer: await offerLine(visit, enrolment.id),
    done: queryChoice(url, "done", ["extended", ...offerOutcomes]),
    history: await historyOf(visit, enrolment.id),
    merged: await mergedOf(visit, enrolment.id),
    city: cityOf(actor.zone, t),
  };
});

/** What was asked of whoever holds the seat, where anything was. */
async function offerLine({ db, locale }: Reading, id: Id<"enrolment">) {
  const offer = await findLatestOffer(db, id);
  return offer && { state: offer.state, date: formatDate(locale, offer.answerByOn) };
}

/** An enrolment that has become part of another is found there. */
async function elsewhere({ db, locale }: Reading, { id, code }: Workshop, asking: Id<"enrolment">): Promise<null> {
  const enrolment = await findEnrolmentMergedInto(db, id, asking);
  if (enrolment) throw redirect(to.participant({ locale, code, enrolment }));
  return null;
}

/** What has become part of an enrolment, with what stays in its record. */
async function mergedOf(visit: Reading, id: Id<"enrolment">) {
  const { db, locale, actor } = visit;
  const merged = await listMergedInto(db, id);
  return Promise.all(
    merged.map(async ({ requestedAt, marks, ...one }) => ({
      id: one.id,
      requested: formatDate(locale, localDate(requestedAt, actor.zone)),
      marks: marks.map(({ number, status }) => ({ number, status })),
      history: await historyOf(visit, one.id),
    })),
  );
}

export const action = guardedAction("participant.change", changeForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const { reason, note, change, version, passedOver } = input;
  const workshop = await reachedId(visit);
  const enrolmentId = asId<"enrolment">(params.enrolment ?? "");
  const asked = { workshopId: workshop.id, enrolmentId, change, reason, note: note || null };
  const outcome = await changeOnBehalf(trx, { ...asked, seen: { version, passedOver } }, by);
  if (outcome.status === "done")
    return redirect(to.participants({ locale, code: workshop.code }, { act: outcome.actId }));
  orNotFound(outcome.because === "missing" ? null : outcome);
  return refuse(invalid({ "": `behalf:refused.${outcome.because}` }, values, 409));
});

export default function ParticipantPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, id, personId, name, state, rank, open, asked, offer, done, history, city } = page;
  const { t, locale } = useTranslation(["behalf", "attendance", "offers"]);
  const { code } = frame.workshop;
  const list = to.participants({ locale, code });
  const again = new URLSearchParams({ step: "review", p: page.enrolledPerson });
  return (
    <WorkshopFrame {...frame} isWithin title={name.name}>
      {done ? <Notice tone="good" title={t(`offers:desk.done.${done}`)} /> : null}
      <p className="mb-2 print:hidden">
        <a className="link" href={list}>
          {t("participant.back")}
        </a>
      </p>
      <h2 className="mb-1 text-2xl" lang={name.isJapanese ? "ja" : undefined}>
        {name.name}
      </h2>
      {name.second ? <p className="mb-3 text-hint">{name.second}</p> : null}
      <p className="mb-6">
        <EnrolmentBadge state={state} rank={rank} />
        {personId ? (
          <a className="link ms-4 print:hidden" href={to.person({ locale, person: personId })}>
            {t("participant.person")}
          </a>
        ) : null}
      </p>
      {offer ? (
        <p className="mb-6">
          {offer.state === "open" ? t("offers:desk.open", offer) : t(`offers:desk.stands.${offer.state}`)}{" "}
          <a className="link ms-2 print:hidden" href={to.participantOffer({ locale, code, enrolment: id })}>
            {t("offers:desk.link")}
          </a>
        </p>
      ) : null}
      <Panel pad="text" className="mb-8 max-w-3xl">
        <Who {...page} />
      </Panel>
      {asked ? (
        <ChangeForm {...asked} back={to.participant({ locale, code, enrolment: id })} />
      ) : (
        <Section title={t("participant.actions")}>
          {open.length ? (
            <div className="flex flex-wrap gap-4">
              {open.map((change) => (
                <Button
                  key={change}
                  look={change === "withdrawn" ? "grave" : "plain"}
                  href={to.participant({ locale, code, enrolment: id }, { do: change })}
                >
                  {t(`do.${change}.link`)}
                </Button>
              ))}
            </div>
          ) : page.mayAddAgain ? (
            <Button look="plain" href={`${to.newParticipants({ locale, code })}?${again}`}>
              {t("participant.again")}
            </Button>
          ) : (
            <Hint>{t("participant.none")}</Hint>
          )}
        </Section>
      )}
      <Section title={t("history.title")}>
        <EnrolmentHistory entries={history} />
        <Hint className="mt-4">{t("history.zone", { city })}</Hint>
      </Section>
      {page.merged.map((one) => (
        <MergedEnrolment key={one.id} {...one} />
      ))}
    </WorkshopFrame>
  );
}

type MergedProps = Awaited<ReturnType<typeof mergedOf>>[number];

/** Another enrolment of the same person, of before their two records became one. */
function MergedEnrolment({ requested, marks, history }: MergedProps) {
  const { t } = useTranslation(["behalf", "attendance"]);
  return (
    <Section title={t("merged.title", { on: requested })}>
      <p className="mb-4 max-w-[65ch]">{t("merged.lead")}</p>
      {marks.length ? (
        <ul className="mb-4 max-w-3xl">
          {marks.map(({ number, status }) => (
            <li key={number}>{t("merged.mark", { number, mark: t(`attendance:mark.${status}`) })}</li>
          ))}
        </ul>
      ) : null}
      <EnrolmentHistory entries={history} />
    </Section>
  );
}

type WhoProps = Pick<Awaited<ReturnType<typeof loader>>, "institution" | "country" | "post" | "email" | "isReached">;

function Who({ institution, country, post, email, isReached: canBeReached }: WhoProps) {
  const { t } = useTranslation(["behalf", "attendance"]);
  const facts = [
    { term: t("participant.institution"), value: institution.text ? <LocalText value={institution} /> : "" },
    { term: t("participant.post"), value: post },
    { term: t("participant.country"), value: country },
    {
      term: t("attendance:participants.email"),
      value: email ? (
        <a className="link break-all" href={`mailto:${email}`}>
          {email}
        </a>
      ) : (
        t("participant.noEmail")
      ),
    },
    { term: t("participant.letters"), value: email && !canBeReached ? t("participant.disabled") : "" },
  ];
  return <Facts look="columns" facts={facts} />;
}
