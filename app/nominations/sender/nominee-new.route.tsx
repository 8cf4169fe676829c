import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findCountry } from "#app/institutions/queries.ts";
import { nominate } from "#app/nominations/nomination/commands.ts";
import { type NewNomineeInput, newNomineeForm } from "#app/nominations/nomination/form.ts";
import { isCallOpen } from "#app/nominations/nomination/known.queries.ts";
import { shownNames } from "#app/nominations/nomination/nominee-view.ts";
import { listNominable, listStanding } from "#app/nominations/nomination/queries.ts";
import { shownName } from "#app/people/names.ts";
import { listNames } from "#app/people/queries.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { type Acting, guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { type FieldErrors, invalid } from "#app/web/invalid.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { NewNomineeForm } from "./new-nominee-form.tsx";
import { makePerson } from "./new-person.ts";
import { PeopleChoice } from "./people-choice.tsx";
import { heldSender, senderPlace } from "./sender-door.ts";
import { SenderPage } from "./sender-page.tsx";
import { listOwnPeople } from "./senders.queries.ts";

export const loader = guardedLoader("nomination.send", async (visit) => {
  const { db, url, at } = visit;
  const { frame, workshop, call, institutionId } = await senderPlace(visit);
  const step = queryChoice(url, "step", ["person"]);
  const q = queryText(url, "q");
  const found = step ? { people: [], hasMore: false } : await listOwnPeople(db, institutionId, q);
  const ids = found.people.map(({ id }) => id);
  const known = new Map((await listNominable(db, workshop.id, ids)).map((one) => [one.id, one]));
  const standing = (await listStanding(db, { workshopId: workshop.id, institutionId })).length;
  const country = (await findCountry(db, institutionId)) === "JP" ? "JP" : "MX";
  return {
    ...{ frame, step, q, hasMore: found.hasMore },
    isOpen: isCallOpen(call, workshop, at),
    left: Math.max(0, call.content.nomineesMax - standing),
    people: found.people.map((person) => ({
      ...{ id: person.id, name: shownName(person), post: person.post ?? "" },
      isEnrolled: known.get(person.id)?.isEnrolled ?? false,
      isNominated: known.get(person.id)?.isNominated ?? false,
    })),
    defaults: { country, locale: country === "JP" ? "ja" : "es" },
  };
});

type Nominating = Acting<NewNomineeInput>;

export const action = guardedAction("nomination.send", newNomineeForm, async (visit) => {
  const { trx, by, input, locale, params, reach } = visit;
  const { workshop, institutionId } = await heldSender(visit, input.institutionId);
  const personIds = input.part === "people" ? input.p : [await makePerson(visit, { workshop, institutionId }, input)];
  const outcome = await nominate(trx, { workshop, institutionId }, personIds, by);
  if (outcome.status === "refused") {
    const { because, left } = outcome;
    const names = formatList(locale, shownNames(await listNames(trx, outcome.personIds)));
    const message = { key: `nominations:refused.${because}`, values: { names, count: String(left) } };
    return fail(visit, { [input.part === "people" ? "p" : ""]: message });
  }
  const query = reach.institutionIds.length > 1 ? { sender: institutionId } : {};
  return redirect(to.nominating({ locale, code: params.code ?? "" }, { ...query, done: "nominated" }));
});

const fail = ({ values }: Nominating, errors: FieldErrors) => refuse(invalid(errors, values));

export default function NewNomineePage() {
  const { frame, step, isOpen, left, defaults, ...choice } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("nominations");
  const query = frame.senders.length > 1 ? { sender: frame.institutionId } : {};
  return (
    <SenderPage frame={frame} isWithin title={t("new.title")}>
      {isOpen ? (
        <>
          <p className="mb-6 max-w-[65ch]">{left ? t("new.left", { count: left }) : t("new.full")}</p>
          {step === "person" ? (
            <NewNomineeForm
              defaults={defaults}
              back={to.newNominee({ locale, code: frame.code }, query)}
              button={t("new.personButton")}
            >
              <input type="hidden" name="institutionId" value={frame.institutionId} />
            </NewNomineeForm>
          ) : (
            <PeopleChoice code={frame.code} query={query} institutionId={frame.institutionId} {...choice} />
          )}
        </>
      ) : (
        <Notice isStanding tone="warn" title={t("refused.closed")} />
      )}
    </SenderPage>
  );
}
