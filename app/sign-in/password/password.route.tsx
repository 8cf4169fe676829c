import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { beginSession, setPassword, signOut } from "#app/sign-in/commands.ts";
import { type NewPasswordInput, newPasswordForm } from "#app/sign-in/form.ts";
import { landingPath } from "#app/sign-in/landing.ts";
import { redeemLink as redeem } from "#app/sign-in/links/one-time-links.commands.ts";
import { findOneTimeLink } from "#app/sign-in/links/one-time-links.queries.ts";
import { listRolesOf } from "#app/sign-in/queries.ts";
import { WaitNotice } from "#app/sign-in/wait-notice.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { endingCookies, sessionCookie } from "#app/web/cookie.ts";
import { type Public, refuse } from "#app/web/doors/door.ts";
import { type Acting, type Preparing, publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import type { Id } from "#db/id.ts";
import { prepareNewPassword } from "./new-password.ts";
import { NewPasswordFields } from "./new-password-fields.tsx";

const purposes = ["password", "invitation"] as const;

export { retryAfter as headers } from "#app/web/errors/retry-after.ts";

export const loader = publicLoader(async ({ db, params, at }) => {
  const link = await findOneTimeLink(db, params.token ?? "", purposes, at);
  return link ? data({ email: link.email, isFirst: link.purpose === "invitation" }) : data(null, { status: 410 });
});

export const action = publicAction(newPasswordForm, choose, prepare);

/** Where the link has closed meanwhile, the page itself says so. */
const gone = () => data(null, { status: 410 });

type Prepared = { accountId: Id<"account">; passwordHash: string; isFirst: boolean };

async function prepare({
  input,
  values,
  db,
  params,
  at,
  context,
}: Preparing<NewPasswordInput, Public>): Promise<Prepared> {
  const link = await findOneTimeLink(db, params.token ?? "", purposes, at);
  if (!link?.accountId) return refuse(gone());
  const prepared = await prepareNewPassword({ password: input.password, own: link, values, context, at });
  return { ...prepared, accountId: link.accountId, isFirst: link.purpose === "invitation" };
}

async function choose(visit: Acting<NewPasswordInput, Public, Prepared>) {
  const { trx, actor, params, at, by, locale, request, context, prepared } = visit;
  if (!(await redeem(trx, params.token ?? "", purposes, at))) return refuse(gone());
  // the owner of the link, whoever is signed in
  await setPassword(trx, prepared, { accountId: prepared.accountId, at });
  // the session of whoever used this browser before ends: it now belongs to the owner of the link
  if (actor && actor.accountId !== prepared.accountId) await signOut(trx, actor, by);
  if (prepared.isFirst) return enter(visit);
  // whoever has forgotten a password shows that they know the new one: a link that was read by others opens no session
  return redirect(to.signIn({ locale }, { done: "password" }), {
    headers: endingCookies(request, context.settings.secure),
  });
}

/** An invitation has proved the mailbox, and there was no password before: its owner is in, where they belong. */
async function enter({ trx, at, locale, request, context, prepared }: Acting<NewPasswordInput, Public, Prepared>) {
  const { accountId } = prepared;
  const device = request.headers.get("user-agent") ?? "";
  const token = await beginSession(trx, { accountId, device }, { accountId, at });
  const page = landingPath(await listRolesOf(trx, accountId), locale);
  return redirect(page, { headers: { "Set-Cookie": sessionCookie(token, context.settings.secure) } });
}

export default function PasswordPage() {
  const link = useLoaderData<typeof loader>();
  const answer = useActionData() as { waitMinutes?: number } | null | undefined;
  if (!link) return <Closed />;
  return <Choose email={link.email ?? ""} isFirst={link.isFirst} waitMinutes={answer?.waitMinutes} />;
}

type ChooseProps = { email: string; isFirst: boolean; waitMinutes: number | undefined };

function Choose({ email, isFirst, waitMinutes }: ChooseProps) {
  const { t } = useTranslation("access");
  const labels = { password: t("newPassword.password"), passwordAgain: t("newPassword.again") };
  return (
    <Page
      title={t(isFirst ? "newPassword.first" : "newPassword.title")}
      width="form"
      lead={t("newPassword.lead", { email })}
    >
      <WaitNotice minutes={waitMinutes} />
      <PostForm labels={labels} isFramed>
        <NewPasswordFields email={email} />
        <Button look="main" width="full on a phone">
          {t("newPassword.button")}
        </Button>
      </PostForm>
    </Page>
  );
}

function Closed() {
  const { t, locale } = useTranslation("access");
  return (
    <Page title={t("newPassword.closed.title")} width="form" lead={t("newPassword.closed.lead")}>
      <Button look="main" href={to.passwordLink({ locale })}>
        {t("newPassword.closed.again")}
      </Button>
    </Page>
  );
}
