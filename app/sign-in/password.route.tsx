import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/access/actor.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostForm } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { endedCookie } from "#app/web/cookie.ts";
import type { Fields } from "#app/web/fields.ts";
import { publicAction, publicLoader, type Reading, type Writing } from "#app/web/guard.ts";
import { setPassword, signOut } from "./commands.ts";
import { type NewPasswordInput, newPasswordForm } from "./form.ts";
import { prepareNewPassword } from "./new-password.ts";
import { NewPasswordFields } from "./new-password-fields.tsx";
import { useOneTimeLink as redeem } from "./one-time-links.commands.ts";
import { findOneTimeLink } from "./one-time-links.queries.ts";
import { WaitNotice } from "./wait-notice.tsx";

const purposes = ["password", "invitation"] as const;

export { retryAfter as headers } from "#app/web/retry-after.ts";

export const loader = publicLoader(async ({ db, params, at }) => {
  const link = await findOneTimeLink(db, params.token ?? "", purposes, at);
  return link ? data({ email: link.email, isFirst: link.purpose === "invitation" }) : data(null, { status: 410 });
});

export const action = publicAction(newPasswordForm, choose, prepare);

/** Where the link has closed meanwhile, the page itself says so. */
const gone = () => data(null, { status: 410 });

type Choosing = Reading<Actor | null> & { input: NewPasswordInput; values: Fields };
type Prepared = { accountId: string; passwordHash: string };

async function prepare({ input, values, db, params, at, context }: Choosing): Promise<Prepared | { answer: unknown }> {
  const link = await findOneTimeLink(db, params.token ?? "", purposes, at);
  if (!link?.accountId) return { answer: gone() };
  const prepared = await prepareNewPassword({ password: input.password, own: link, values, context, at });
  return "answer" in prepared ? prepared : { ...prepared, accountId: link.accountId };
}

async function choose({
  trx,
  actor,
  params,
  at,
  by,
  locale,
  context,
  prepared,
}: Writing<NewPasswordInput, Actor | null, Prepared>) {
  if (!(await redeem(trx, params.token ?? "", purposes, at))) return gone();
  // the owner of the link, whoever is signed in
  await setPassword(trx, prepared, { accountId: prepared.accountId, at });
  // whoever used this browser before makes room for the owner of the link
  if (actor && actor.accountId !== prepared.accountId) await signOut(trx, actor, by);
  return redirect(`/${locale}/sign-in?done=password`, {
    headers: { "Set-Cookie": endedCookie(context.settings.secure) },
  });
}

export default function PasswordPage() {
  const link = useLoaderData<typeof loader>();
  return link ? <Choose email={link.email ?? ""} isFirst={link.isFirst} /> : <Closed />;
}

function Choose({ email, isFirst }: { email: string; isFirst: boolean }) {
  const { t } = useTranslation("access");
  const labels = { password: t("newPassword.password"), passwordAgain: t("newPassword.again") };
  return (
    <Page
      title={t(isFirst ? "newPassword.first" : "newPassword.title")}
      width="form"
      lead={t("newPassword.lead", { email })}
    >
      <WaitNotice />
      <PostForm labels={labels} className="panel p-5 sm:p-8">
        <NewPasswordFields email={email} />
        <button type="submit" className="button button-main w-full sm:w-auto">
          {t("newPassword.button")}
        </button>
      </PostForm>
    </Page>
  );
}

function Closed() {
  const { t, i18n } = useTranslation("access");
  return (
    <Page title={t("newPassword.closed.title")} width="form" lead={t("newPassword.closed.lead")}>
      <a className="button button-main" href={`/${i18n.language}/password`}>
        {t("newPassword.closed.again")}
      </a>
    </Page>
  );
}
