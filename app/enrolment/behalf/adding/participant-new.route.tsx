import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAccountIdByEmail } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { addingRefusal } from "#app/enrolment/behalf/behalf.rules.ts";
import { type AddingInput, addingForm } from "#app/enrolment/behalf/form.ts";
import { admissionRefusal } from "#app/enrolment/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { addPerson } from "#app/people/commands.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import { capitalZones } from "#app/time/zones.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { type Acting, guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { type FieldErrors, invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import type { Id } from "#db/id.ts";
import { listWithinReach } from "./addable.queries.ts";
import { addOnBehalf } from "./adding.commands.ts";
import { AddingReview } from "./adding-review.tsx";
import { AddingSearch } from "./adding-search.tsx";
import { addingView } from "./adding-view.ts";
import { NewPersonForm } from "./new-person-form.tsx";

export const loader = guardedLoader("participant.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  return {
    frame,
    refusal: addingRefusal(workshop, visit.at),
    defaults: { country: workshop.country === "MX" ? "JP" : "MX", locale: workshop.country === "MX" ? "ja" : "es" },
    ...(await addingView(visit, workshop)),
  };
});

type Adding = Acting<AddingInput>;

export const action = guardedAction("participant.change", addingForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const { note, seats } = input;
  const refusal = addingRefusal(workshop, by.at);
  if (refusal) return fail(values, { "": `behalf:refused.${refusal}` }, 409);
  const reason = input.reason || null;
  if (!reason && admissionRefusal(workshop, by.at)) return fail(values, { reason: "behalf:form.reasonNeeded" });
  const found = input.part === "people" ? await chosenIn(visit, input.p) : await makePerson(visit, workshop, input);
  if ("errors" in found) return fail(values, found.errors);
  const adding = { workshopId: workshop.id, personIds: found.personIds, reason, note: note || null, seats };
  const outcome = await addOnBehalf(trx, adding, by);
  if (outcome.status === "refused") return fail(values, { "": `behalf:refused.${outcome.because}` }, 409);
  return redirect(to.participants({ locale, code: workshop.code }, { act: outcome.actId }));
});

const fail = (values: Adding["values"], errors: FieldErrors, status = 422) => refuse(invalid(errors, values, status));

type Found = { personIds: Id<"person">[] } | { errors: FieldErrors };

/** In the order in which the page has shown them. Whoever is out of reach cannot be added. */
async function chosenIn({ trx, reach }: Adding, chosen: Id<"person">[]): Promise<Found> {
  const personIds = [...new Set(chosen)];
  const within = await listWithinReach(trx, reach, personIds);
  return within.length === personIds.length ? { personIds } : { errors: { "": "behalf:refused.missing" } };
}

type NewInput = Extract<AddingInput, { part: "person" }>;

/** Somebody new, on the list of the workshop's programme: they are found there also where this is undone. */
async function makePerson({ trx, by }: Adding, { programmeId }: Workshop, input: NewInput): Promise<Found> {
  const { part: _, reason: __, note: ___, seats: ____, ...facts } = input;
  const { email, homeInstitutionId, country } = facts;
  if (homeInstitutionId && !(await isInstitution(trx, homeInstitutionId)))
    return { errors: { homeInstitutionId: "common:form.choose" } };
  if (email && (await findAccountIdByEmail(trx, email))) return { errors: { email: "behalf:form.emailTaken" } };
  const details = { ...facts, zone: capitalZones[country], post: "", postLevel: "" as const, sex: "" as const };
  const personId = await addPerson(trx, details, by);
  await listOnProgramme(trx, { programmeId, personId }, by);
  return { personIds: [personId] };
}

export default function AddingPage() {
  const page = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("behalf");
  const { frame, refusal, step } = page;
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("adding.title")}>
      <p className="mb-2">
        <a className="link" href={to.participants({ locale, code })}>
          {t("participant.back")}
        </a>
      </p>
      <h2 className="mb-4 text-2xl">{t(`adding.heading.${step}`)}</h2>
      {refusal ? (
        <Notice isStanding tone="warn" title={t(`refused.${refusal}`)} />
      ) : step === "review" ? (
        <AddingReview code={code} {...page} />
      ) : step === "person" ? (
        <NewPersonForm code={code} {...page} />
      ) : (
        <AddingSearch code={code} {...page} />
      )}
    </WorkshopFrame>
  );
}
