import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { inLocale, localeOfPath } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { forgive, takeBack } from "#app/limits/commands.ts";
import { signInLimits } from "#app/limits/limits.ts";
import type { Instant } from "#app/time/instant.ts";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { sessionCookie } from "#app/web/cookie.ts";
import { type Public, refuse } from "#app/web/doors/door.ts";
import { type Acting, publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import { keptIdIn } from "#app/web/doors/sent-fields.ts";
import { findKeptKind } from "#app/web/kept/kept-forms.queries.ts";
import { queryChoice } from "#app/web/search-params.ts";
import type { Reader } from "#db/database.ts";
import { signIn } from "./commands.ts";
import { demoAccounts, demoPassword } from "./demo-accounts.ts";
import { DemoSignIn } from "./demo-sign-in.tsx";
import { type SignInInput, signInForm } from "./form.ts";
import { landingPath, onwardPath } from "./landing.ts";
import { listRolesOf } from "./queries.ts";
import { unknown, type Verified, verify } from "./sign-in-check.ts";
import { WaitNotice } from "./wait-notice.tsx";

export { retryAfter as headers } from "#app/web/errors/retry-after.ts";

export const loader = publicLoader(async ({ actor, db, at, url, locale, context }) => {
  const next = onwardPath(url.searchParams.get("next"));
  const roles = actor?.grants.map(({ role }) => role);
  if (roles) throw redirect(next ?? landingPath(roles, locale));
  return {
    // whoever changes the language of this page goes on in it
    next: next && localeOfPath(next) ? inLocale(next, locale) : next,
    kept: await keptFor(db, next, at),
    done: queryChoice(url, "done", ["password"]),
    demo: context.settings.demo ? { accounts: demoAccounts, password: demoPassword } : null,
  };
});

/** What waits for whoever signs in. */
async function keptFor(db: Reader, next: string | null, at: Instant) {
  const id = next && keptIdIn(new URL(next, "https://puente.invalid"));
  return id ? findKeptKind(db, id, at) : null;
}

export const action = publicAction(signInForm, enter, verify);

async function enter({
  trx,
  actor,
  at,
  input,
  values,
  locale,
  request,
  context,
  prepared,
}: Acting<SignInInput, Public, Verified>) {
  const device = request.headers.get("user-agent") ?? "";
  // until now nobody was behind this request
  const by = { accountId: prepared.accountId, at };
  const token = await signIn(trx, { ...prepared, former: actor, device }, by);
  if (token === null) return refuse(unknown(values));
  await forgive(trx, signInLimits.account, input.email, context.settings.secret);
  // a class that signs in from one building shares its address
  await takeBack(trx, { limit: signInLimits.address, subject: context.address }, context.settings.secret);
  const roles = await listRolesOf(trx, prepared.accountId);
  const cookie = sessionCookie(token, context.settings.secure);
  return redirect(onwardPath(input.next) ?? landingPath(roles, locale), { headers: { "Set-Cookie": cookie } });
}

export default function SignInPage() {
  const { next, kept, done, demo } = useLoaderData<typeof loader>();
  const answer = useActionData() as { waitMinutes?: number } | undefined;
  const { t, locale } = useTranslation("access");
  return (
    <Page title={t("signIn.title")} width="form">
      {done && !answer ? <Notice tone="good" title={t(`signIn.done.${done}`)} /> : null}
      {kept ? (
        <Notice isStanding tone="warn">
          {t(`signIn.kept.${kept}`)}
        </Notice>
      ) : null}
      {next && !kept && !done && !answer ? <Notice isStanding title={t("signIn.toContinue")} /> : null}
      <WaitNotice minutes={answer?.waitMinutes} />
      <PostForm labels={{ email: t("email"), password: t("password") }} isFramed className="mb-8">
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <EmailField label={t("email")} autoComplete="username" />
        <TextField name="password" label={t("password")} type="password" autoComplete="current-password" />
        <Button look="main" width="full on a phone">
          {t("signIn.button")}
        </Button>
        <p className="mt-6">
          <a className="link" href={to.passwordLink({ locale })}>
            {t("signIn.noPassword")}
          </a>
        </p>
      </PostForm>
      {demo ? <DemoSignIn {...demo} next={next} /> : null}
    </Page>
  );
}
