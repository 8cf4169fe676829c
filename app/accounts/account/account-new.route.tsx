import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addGrant, invite, openAccount } from "#app/accounts/commands.ts";
import { chosenPlace, type InvitationInput, invitationForm } from "#app/accounts/form.ts";
import { GrantFields, grantFieldNames } from "#app/accounts/grants/grant-fields.tsx";
import { findPlace } from "#app/accounts/grants/grant-places.ts";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import { findAccountIdByEmail } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { nameFieldsIn } from "#app/people/fields/name-fields.ts";
import { CountryField, InstitutionField, LocaleField, PersonNameFields } from "#app/people/fields/person-fields.tsx";
import { zoneChoices } from "#app/people/fields/zone-choices.ts";
import { orNull } from "#app/people/form.ts";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import type { Reader } from "#db/database.ts";
import { ExistingAccount } from "./existing-account.tsx";

export const loader = guardedLoader("account.change", async ({ db, locale, t, at }) => ({
  institutions: await institutionChoices(db, { locale, t, at }),
  programmes: await programmeChoices(db, { locale, t }),
  zones: zoneChoices({ t, at }),
}));

export const action = guardedAction("account.change", invitationForm, async ({ trx, by, input, values, locale }) => {
  const found = await findPlace(trx, chosenPlace(input));
  if ("errors" in found) return refuse(invalid(found.errors, values));
  if (!(await isInstitution(trx, input.homeInstitutionId)))
    return refuse(invalid({ homeInstitutionId: "common:form.choose" }, values));
  const opened = await openAccount(trx, newAccount(input), by);
  if (!opened) return refuse(await taken(trx, input.email, values));
  await addGrant(trx, { accountId: opened.accountId, role: input.role, place: found.place }, by);
  await invite(trx, opened.accountId, by);
  return redirect(to.account({ locale, id: opened.accountId }, { done: "invited" }));
});

const newAccount = ({
  email,
  familyName,
  givenName,
  secondSurname,
  homeInstitutionId,
  country,
  locale,
  zone,
}: InvitationInput) => ({
  email,
  person: {
    familyName,
    givenName,
    secondSurname: orNull(secondSurname),
    institutionId: homeInstitutionId,
    country,
    locale,
    zone,
  },
});

/** Says whose address it is, so that the administrator can go there instead. */
async function taken(db: Reader, email: string, values: Fields) {
  const { data: given } = invalid({ email: "people:form.emailTaken" }, values);
  return data({ ...given, existingId: await findAccountIdByEmail(db, email) }, { status: 422 });
}

const otherFields = ["email", "homeInstitutionId", "country", "locale", "zone", ...grantFieldNames] as const;

export default function NewAccountPage() {
  const { institutions, programmes, zones } = useLoaderData<typeof loader>();
  const answer = useActionData() as { existingId?: string | null } | undefined;
  const { t, locale } = useTranslation(["people", "common"]);
  const labels = Object.fromEntries(
    [...nameFieldsIn(locale), ...otherFields].map((name) => [name, t(`field.${name}`)]),
  );
  return (
    <Page
      title={t("invitation.title")}
      width="wide"
      lead={t("invitation.lead")}
      crumbs={[{ to: to.accounts({ locale }), label: t("accounts.title") }]}
    >
      {answer?.existingId ? <ExistingAccount href={to.account({ locale, id: answer.existingId })} /> : null}
      <PostForm labels={labels} isFramed className="max-w-2xl">
        <PersonNameFields areOwn={false} />
        <EmailField label={labels.email} hint={t("hint.email")} autoComplete="off" />
        <InstitutionField institutions={institutions} />
        <CountryField />
        <LocaleField hint={t("hint.locale")} isNew />
        <Select name="zone" label={labels.zone} hint={t("hint.zone")} options={zones} placeholder={t("choice.none")} />
        <GrantFields programmes={programmes} institutions={institutions} />
        <Button look="main" width="full on a phone">
          {t("invitation.button")}
        </Button>
        <UnsavedText />
      </PostForm>
    </Page>
  );
}
