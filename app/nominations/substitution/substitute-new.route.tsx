import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findCountry } from "#app/institutions/queries.ts";
import { listNominable } from "#app/nominations/nomination/queries.ts";
import { makePerson } from "#app/nominations/sender/new-person.ts";
import { heldNominee, ownNominee, senderPlace } from "#app/nominations/sender/sender-door.ts";
import { SenderPage } from "#app/nominations/sender/sender-page.tsx";
import { listOwnPeople } from "#app/nominations/sender/senders.queries.ts";
import { shownName } from "#app/people/names.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { substituteForm } from "./form.ts";
import { SubstituteFields } from "./substitute-fields.tsx";
import { proposeSubstitute } from "./substitution.commands.ts";
import { findReplaced } from "./substitution.queries.ts";
import { lastSubstitutionDay, replacingRefusal, substitutionWindow } from "./substitution.rules.ts";

export const loader = guardedLoader("nomination.send", async (visit) => {
  const { db, locale, at, url } = visit;
  const { workshop, nomination } = await ownNominee(visit);
  const { institutionId } = nomination;
  const { frame } = await senderPlace(visit, institutionId);
  const window = substitutionWindow(workshop, at);
  const q = queryText(url, "q");
  const { people, hasMore } = await listOwnPeople(db, institutionId, q);
  const known = await listNominable(
    db,
    workshop.id,
    people.map(({ id }) => id),
  );
  // whoever has given up a seat here is not asked to come in another's place
  const isFree = (id: string) =>
    known.some((one) => one.id === id && !one.isEnrolled && !one.isNominated && !one.hasLeft);
  const country = (await findCountry(db, institutionId)) === "JP" ? "JP" : "MX";
  return {
    ...{ frame, q, hasMore },
    id: nomination.id,
    name: shownName(nomination),
    step: queryChoice(url, "step", ["person"]),
    refusal: replacingRefusal(await findReplaced(db, nomination), window),
    isLate: window === "late",
    until: formatDate(locale, lastSubstitutionDay(workshop)),
    people: people
      .filter(({ id }) => isFree(id))
      .map((person) => ({ id: person.id, name: shownName(person), post: person.post ?? "" })),
    defaults: { country, locale: country === "JP" ? "ja" : "es" },
  };
});

export const action = guardedAction("nomination.send", substituteForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const { workshop, nomination: replaced } = await heldNominee(visit);
  const place = { workshop, institutionId: replaced.institutionId };
  const personId = input.part === "people" ? input.personId : await makePerson(visit, place, input);
  const outcome = await proposeSubstitute(trx, { workshop, replaced }, { personId, because: input.because }, by);
  if (outcome.status === "refused") {
    const { because } = outcome;
    const field = because.startsWith("substitute") && input.part === "people" ? "personId" : "";
    return refuse(invalid({ [field]: `nominations:substitute.refused.${because}` }, values, 409));
  }
  return redirect(to.nominee({ locale, code: params.code ?? "", nomination: outcome.id }));
});

export default function SubstitutePage() {
  const { frame, refusal, isLate, until, ...choice } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("nominations");
  const { code } = frame;
  return (
    <SenderPage frame={frame} isWithin title={t("substitute.propose")}>
      <p className="mb-4">
        <a className="link" href={to.nominee({ locale, code, nomination: choice.id })}>
          {t("substitute.back", { name: choice.name.name })}
        </a>
      </p>
      {refusal ? (
        <Notice isStanding tone="warn" title={t(`substitute.refused.${refusal}`)} />
      ) : (
        <>
          <p className="mb-6 max-w-[65ch]">
            {t("substitute.lead", { name: choice.name.name, date: until })} {isLate ? t("substitute.late") : null}
          </p>
          <SubstituteFields code={code} {...choice} />
        </>
      )}
    </SenderPage>
  );
}
