import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Reach } from "#app/access/permissions.ts";
import { findAccountOf } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { isWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { changePerson } from "#app/people/commands.ts";
import { zoneChoices } from "#app/people/fields/zone-choices.ts";
import { orNull, personFacts } from "#app/people/form.ts";
import { shownName } from "#app/people/names.ts";
import { personFormValues } from "#app/people/profile/profile-form-values.ts";
import { findProfile } from "#app/people/queries.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Reader } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import { asId, type Id } from "#db/id.ts";
import { PersonFactsForm } from "./person-facts-form.tsx";

export const loader = guardedLoader("person.change", async ({ db, reach, locale, t, at, params }) => {
  const { id, profile, hasAccount } = await findHeld(db, reach, params.person);
  return {
    id,
    name: shownName(profile),
    hasAccount,
    initial: factsValues(profile, hasAccount),
    institutions: await institutionChoices(db, { locale, t, at }, [profile.institutionId]),
    zones: zoneChoices({ t, at }),
  };
});

/** Somebody within reach, with what is stored of them. */
async function findHeld(db: Reader, reach: Reach, given = "") {
  const id = asId<"person">(given);
  orNotFound((await isWithinReach(db, reach, id)) || null);
  const profile = orNotFound(await findProfile(db, id));
  return { id, profile, hasAccount: (await findAccountOf(db, id)) !== null };
}

type Profile = Awaited<ReturnType<typeof findHeld>>["profile"];

const factsValues = (profile: Profile, hasAccount: boolean) => ({
  ...personFormValues(profile),
  country: profile.country,
  homeInstitutionId: profile.institutionId ?? "",
  ...(hasAccount ? {} : { email: profile.email ?? "" }),
});

const factsForm = z.object(personFacts);

export const action = guardedEdit("person.change", factsForm, {
  async hold({ trx, reach, params }) {
    await hold(trx, "person", asId<"person">(params.person ?? ""));
    return findHeld(trx, reach, params.person);
  },
  stored: async (_, { profile, hasAccount }) => factsValues(profile, hasAccount),
  record: (_, { id }) => ({ actions: ["person.changed", "person.added"], subjectId: id }),
  async save({ trx, by, input, values, locale }, { id, hasAccount }) {
    const { homeInstitutionId, email, ...details } = input;
    if (homeInstitutionId && !(await isInstitution(trx, homeInstitutionId)))
      return refuse(invalid({ homeInstitutionId: "common:form.choose" }, values));
    const person = { ...details, institutionId: homeInstitutionId || null };
    await changePerson(trx, id as Id<"person">, hasAccount ? person : { ...person, email: orNull(email) }, by);
    return redirect(to.person({ locale, person: id }, { done: "saved" }));
  },
});

export default function PersonFactsPage() {
  const { id, name, ...form } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("deskPeople");
  return (
    <Page
      width="wide"
      title={t("facts.title")}
      lead={t(form.hasAccount ? "facts.lead.account" : "facts.lead.none")}
      crumbs={[
        { to: to.people({ locale }), label: t("list.title") },
        {
          to: to.person({ locale, person: id }),
          label: <span lang={name.isJapanese ? "ja" : undefined}>{name.name}</span>,
        },
      ]}
    >
      <PersonFactsForm {...form} />
    </Page>
  );
}
