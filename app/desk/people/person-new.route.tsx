import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Reach } from "#app/access/permissions.ts";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import { to } from "#app/addresses.ts";
import { listAlike } from "#app/doubles/likely/alike.queries.ts";
import { AlikePeople } from "#app/doubles/likely/alike-people.tsx";
import { alikeRows } from "#app/doubles/likely/alike-view.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { addPerson } from "#app/people/commands.ts";
import { zoneChoices } from "#app/people/fields/zone-choices.ts";
import { type PersonFacts, personFacts } from "#app/people/form.ts";
import { mailKeys, nameKeys } from "#app/people/matching/keys.rules.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import { isProgramme } from "#app/programmes/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { type Acting, guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { flag, optionalId } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Id } from "#db/id.ts";
import { PersonFactsForm } from "./person-facts-form.tsx";

export const loader = guardedLoader("person.change", async ({ db, reach, locale, t, at }) => {
  const programmes = await programmeChoices(db, { locale, t }, reach);
  return {
    institutions: await institutionChoices(db, { locale, t, at }),
    zones: zoneChoices({ t, at }),
    programmes,
    isProgrammeNeeded: !reach.everywhere,
  };
});

const newPersonForm = z.object({ ...personFacts, programmeId: optionalId<"programme">(), isNew: flag });
type Input = z.output<typeof newPersonForm>;

export const action = guardedAction("person.change", newPersonForm, async (visit) => {
  const { trx, reach, by, input, values, locale } = visit;
  const { programmeId, isNew, ...facts } = input;
  const wrong = await faultsOf(visit, reach);
  if (wrong) return refuse(invalid(wrong, values));
  if (!isNew) await refuseAlike(visit, facts);
  const personId = await addPerson(trx, facts, by);
  if (programmeId) await listOnProgramme(trx, { programmeId, personId }, by);
  return redirect(to.person({ locale, person: personId }, { done: "added" }));
});

async function faultsOf({ trx, input }: Acting<Input>, reach: Reach): Promise<Record<string, string> | null> {
  const { homeInstitutionId, programmeId } = input;
  if (homeInstitutionId && !(await isInstitution(trx, homeInstitutionId)))
    return { homeInstitutionId: "common:form.choose" };
  if (!programmeId) return reach.everywhere ? null : { programmeId: "deskPeople:new.programmeMissing" };
  const isOffered = reach.everywhere ? await isProgramme(trx, programmeId) : reach.programmeIds.includes(programmeId);
  return isOffered ? null : { programmeId: "common:form.choose" };
}

/** Shows those who may be the same person, and asks. */
async function refuseAlike(visit: Acting<Input>, facts: PersonFacts): Promise<void> {
  const { trx, reach, values, at, actor, locale } = visit;
  const institutionId = (facts.homeInstitutionId || null) as Id<"institution"> | null;
  const keys = [...nameKeys({ ...facts, institutionId }), ...mailKeys(facts.email)];
  const found = await listAlike(trx, reach, keys);
  if (!found.length) return;
  const institutionOf = await institutionNames(trx, localDate(at, actor.zone), locale);
  const { data: given } = invalid({ isNew: "deskPeople:new.alike.error" }, values);
  refuse(data({ ...given, alike: alikeRows(found, institutionOf) }, { status: 422 }));
}

export default function NewPersonPage() {
  const { programmes, isProgrammeNeeded, institutions, zones } = useLoaderData<typeof loader>();
  const answer = useActionData() as { alike?: ReturnType<typeof alikeRows> } | undefined;
  const { t, locale } = useTranslation("deskPeople");
  return (
    <Page
      width="wide"
      title={t("new.title")}
      lead={t("new.lead")}
      crumbs={[{ to: to.people({ locale }), label: t("list.title") }]}
    >
      {answer?.alike ? (
        <Notice tone="warn" title={t("new.alike.title")}>
          <AlikePeople rows={answer.alike} />
        </Notice>
      ) : null}
      <PersonFactsForm
        isNew
        asksIfNew={answer?.alike !== undefined}
        {...{ programmes, isProgrammeNeeded, institutions, zones }}
      />
    </Page>
  );
}
