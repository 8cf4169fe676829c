import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExistingAccount } from "#app/accounts/account/existing-account.tsx";
import { correctAccount } from "#app/accounts/correction.commands.ts";
import { type CorrectionInput, correctionForm } from "#app/accounts/form.ts";
import { findAccount } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { zoneChoices } from "#app/people/fields/zone-choices.ts";
import { shownName } from "#app/people/names.ts";
import { personFormValues } from "#app/people/profile/profile-form-values.ts";
import { findProfile } from "#app/people/queries.ts";
import { openSession } from "#app/sessions/commands.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { sessionCookie } from "#app/web/cookie.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { type Acting, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Reader } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import { asId, type Id } from "#db/id.ts";
import { AccountPersonForm } from "./account-person-form.tsx";

export const loader = guardedLoader("account.change", async ({ db, locale, t, at, params }) => {
  const account = orNotFound(await findAccount(db, asId<"account">(params.id ?? "")));
  return {
    id: account.id,
    state: account.state,
    name: shownName(account),
    initial: await accountPersonValues(db, account),
    institutions: await institutionChoices(db, { locale, t, at }, [account.institutionId]),
    zones: zoneChoices({ t, at }),
  };
});

/** Somebody's data as the form's fields, with the address of their account. */
async function accountPersonValues(db: Reader, { personId, email }: { personId: Id<"person">; email: string }) {
  const profile = orNotFound(await findProfile(db, personId));
  const { country, institutionId } = profile;
  return { ...personFormValues(profile), email, country, homeInstitutionId: institutionId ?? "" };
}

export const action = guardedEdit("account.change", correctionForm, {
  async hold({ trx, params }) {
    const { id, personId } = orNotFound(await findAccount(trx, asId<"account">(params.id ?? "")));
    await hold(trx, "person", personId);
    return orNotFound(await findAccount(trx, id));
  },
  stored: ({ trx }, account) => accountPersonValues(trx, account),
  record: (_, { personId }) => ({ actions: ["person.changed"], subjectId: personId }),
  async save(visit, account) {
    const { trx, by, input, values } = visit;
    const { email, homeInstitutionId, ...details } = input;
    if (homeInstitutionId && !(await isInstitution(trx, homeInstitutionId)))
      return refuse(invalid({ homeInstitutionId: "common:form.choose" }, values));
    const person = { ...details, institutionId: homeInstitutionId || null };
    const outcome = await correctAccount(trx, account, { email, person }, by);
    if (outcome.status === "saved") return saved(visit, account.id, outcome.isAddressNew);
    const { data: given } = invalid({ email: `people:form.${outcome.because}` }, values);
    return refuse(data({ ...given, existingId: outcome.existingId }, { status: 422 }));
  },
});

/** Another address ends the account's sessions. Whoever changed their own goes on in a new one. */
async function saved(visit: Acting<CorrectionInput>, accountId: string, isAddressNew: boolean) {
  const { trx, actor, at, locale, request, context } = visit;
  const page = to.account({ locale, id: accountId }, { done: isAddressNew ? "readdressed" : "corrected" });
  if (!isAddressNew || accountId !== actor.accountId) return redirect(page);
  const device = request.headers.get("user-agent") ?? "";
  const token = await openSession(trx, { accountId: actor.accountId, device, at });
  return redirect(page, { headers: { "Set-Cookie": sessionCookie(token, context.settings.secure) } });
}

export default function AccountPersonPage() {
  const { id, state, name, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData() as { existingId?: string | null } | undefined;
  const { t, locale } = useTranslation("people");
  return (
    <Page
      width="wide"
      title={t("correction.title")}
      lead={t(`correction.lead.${state}`)}
      crumbs={[
        { to: to.accounts({ locale }), label: t("accounts.title") },
        { to: to.account({ locale, id }), label: name.name },
      ]}
    >
      {answer?.existingId ? <ExistingAccount href={to.account({ locale, id: answer.existingId })} /> : null}
      <AccountPersonForm {...form} />
    </Page>
  );
}
