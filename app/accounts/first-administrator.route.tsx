import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { nameFieldsIn } from "#app/people/fields/name-fields.ts";
import { PersonNameFields } from "#app/people/fields/person-fields.tsx";
import { orNull } from "#app/people/form.ts";
import { beginSession, storePassword } from "#app/sign-in/commands.ts";
import { landingPath } from "#app/sign-in/landing.ts";
import { redeemLink as redeem } from "#app/sign-in/links/one-time-links.commands.ts";
import { findOneTimeLink } from "#app/sign-in/links/one-time-links.queries.ts";
import { prepareNewPassword } from "#app/sign-in/password/new-password.ts";
import { NewPasswordFields } from "#app/sign-in/password/new-password-fields.tsx";
import { isWithoutAccounts } from "#app/sign-in/queries.ts";
import { WaitNotice } from "#app/sign-in/wait-notice.tsx";
import type { Instant } from "#app/time/instant.ts";
import { capitalZones } from "#app/time/zones.ts";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { sessionCookie } from "#app/web/cookie.ts";
import { type Public, refuse } from "#app/web/doors/door.ts";
import { type Acting, type Preparing, publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addGrant, noPlace, openAccount } from "./commands.ts";
import { type FirstAdministratorInput, firstAdministratorForm } from "./form.ts";

const purposes = ["firstAdministrator"] as const;

export { retryAfter as headers } from "#app/web/errors/retry-after.ts";

export const loader = publicLoader(async ({ db, params, at }) => {
  const isOpen = await isOpenFor(db, params.token, at);
  return data({ isOpen }, { status: isOpen ? 200 : 410 });
});

export const action = publicAction(firstAdministratorForm, begin, prepare);

const gone = () => data(null, { status: 410 });

/** For the first account only: once there is an account, a link that was never used opens nothing. */
const isOpenFor = async (db: Reader, token: string | undefined, at: Instant) =>
  (await findOneTimeLink(db, token ?? "", purposes, at)) !== null && (await isWithoutAccounts(db));

type Prepared = { passwordHash: string };
type Visit = Acting<FirstAdministratorInput, Public, Prepared>;

async function prepare({
  input,
  values,
  db,
  params,
  at,
  context,
}: Preparing<FirstAdministratorInput, Public>): Promise<Prepared> {
  if (!(await isOpenFor(db, params.token, at))) return refuse(gone());
  return prepareNewPassword({ password: input.password, own: input, values, context, at });
}

async function begin(visit: Visit) {
  const { trx, input, params, at, locale, prepared } = visit;
  if (!(await redeem(trx, params.token ?? "", purposes, at)) || !(await isWithoutAccounts(trx))) return refuse(gone());
  const { email, familyName, givenName, country } = input;
  const names = { familyName, givenName, secondSurname: orNull(input.secondSurname) };
  const person = { ...names, institutionId: null, country, locale, zone: capitalZones[country] };
  const by = { accountId: null, at };
  const opened = await openAccount(trx, { email, person }, by);
  // there was no account a moment ago, so that the address is free
  if (!opened) return refuse(gone());
  const { accountId } = opened;
  await storePassword(trx, { accountId, ...prepared }, by);
  await addGrant(trx, { accountId, role: "administrator", place: noPlace }, by);
  return enter(visit, accountId);
}

/** Whoever holds the link that the server has printed is in: to type the same password again would prove no more. */
async function enter({ trx, at, locale, request, context }: Visit, accountId: Id<"account">) {
  const device = request.headers.get("user-agent") ?? "";
  const token = await beginSession(trx, { accountId, device }, { accountId, at });
  const cookie = sessionCookie(token, context.settings.secure);
  return redirect(landingPath(["administrator"], locale), { headers: { "Set-Cookie": cookie } });
}

export default function FirstAdministratorPage() {
  const { isOpen } = useLoaderData<typeof loader>();
  const answer = useActionData() as { waitMinutes?: number } | null | undefined;
  const { t, locale } = useTranslation(["people", "access"]);
  if (isOpen) return <Begin waitMinutes={answer?.waitMinutes} />;
  return (
    <Page title={t("first.closed.title")} width="form" lead={t("first.closed.lead")}>
      <Button look="plain" href={to.signIn({ locale })}>
        {t("access:signIn.button")}
      </Button>
    </Page>
  );
}

function Begin({ waitMinutes }: { waitMinutes: number | undefined }) {
  const { t, locale } = useTranslation(["people", "access", "common"]);
  const fields = [...nameFieldsIn(locale), "country", "email"] as const;
  const own = Object.fromEntries(fields.map((name) => [name, t(`field.${name}`)]));
  const labels = { ...own, password: t("access:newPassword.password"), passwordAgain: t("access:newPassword.again") };
  return (
    <Page title={t("first.title")} width="form" lead={t("first.lead")}>
      <WaitNotice minutes={waitMinutes} />
      <PostForm labels={labels} isFramed>
        <PersonNameFields />
        <Select
          name="country"
          label={t("field.country")}
          options={countries.map((value) => ({ value, label: t(`common:country.${value}`) }))}
        />
        <EmailField label={t("field.email")} autoComplete="username" />
        <NewPasswordFields />
        <Button look="main" width="full on a phone">
          {t("first.button")}
        </Button>
      </PostForm>
    </Page>
  );
}
