import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { audit } from "#app/audit/commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { attemptsOf, passwordMailLimits } from "#app/limits/limits.ts";
import { emitForAccount, emitForNobody } from "#app/outbox/commands.ts";
import { countOrRefuse } from "#app/sign-in/attempts.ts";
import { type PasswordLinkInput, passwordLinkForm } from "#app/sign-in/form.ts";
import { findAccountByEmail } from "#app/sign-in/queries.ts";
import { WaitNotice } from "#app/sign-in/wait-notice.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Public } from "#app/web/doors/door.ts";
import { type Acting, type Preparing, publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { asId } from "#db/id.ts";

export { retryAfter as headers } from "#app/web/errors/retry-after.ts";

export const loader = publicLoader(async ({ url, context: { settings } }) => ({
  isSent: queryChoice(url, "done", ["sent"]) !== null,
  isMailHere: settings.demo && settings.smtpUrl === null,
}));

export const action = publicAction(passwordLinkForm, send, count);

async function count({ input, values, at, context }: Preparing<PasswordLinkInput, Public>): Promise<void> {
  const attempts = attemptsOf(passwordMailLimits, { address: context.address, account: input.email });
  await countOrRefuse(context, attempts, values, at);
}

async function send({ trx, at, input, locale }: Acting<PasswordLinkInput, Public, void>) {
  const account = await findAccountByEmail(trx, input.email);
  if (account)
    await emitForAccount(trx, at, "account.passwordAsked", { accountId: account.id, personId: account.personId });
  // an unknown address takes as much work, so the answer takes as long and tells nothing
  else await emitForNobody(trx, at);
  await audit(trx, at, {
    accountId: null,
    action: "account.passwordAsked",
    subjectId: account?.id ?? asId<"account">(""),
  });
  return redirect(to.passwordLink({ locale }, { done: "sent" }));
}

export default function PasswordLinkPage() {
  const { isSent, isMailHere } = useLoaderData<typeof loader>();
  const answer = useActionData() as { waitMinutes?: number } | undefined;
  return isSent ? <Sent isMailHere={isMailHere} /> : <Ask waitMinutes={answer?.waitMinutes} />;
}

function Ask({ waitMinutes }: { waitMinutes: number | undefined }) {
  const { t } = useTranslation("access");
  return (
    <Page title={t("passwordLink.title")} width="form" lead={t("passwordLink.lead")}>
      <WaitNotice minutes={waitMinutes} />
      <PostForm labels={{ email: t("email") }} isFramed>
        <EmailField label={t("email")} autoComplete="username" />
        <Button look="main" width="full on a phone">
          {t("passwordLink.button")}
        </Button>
      </PostForm>
    </Page>
  );
}

function Sent({ isMailHere }: { isMailHere: boolean }) {
  const { t, locale } = useTranslation("access");
  return (
    <Page title={t("passwordLink.sent.title")} width="form" lead={t("passwordLink.sent.lead")}>
      <p className="mb-6">{t("passwordLink.sent.next")}</p>
      {isMailHere ? (
        <Notice>
          <a className="link" href={to.mailReader()}>
            {t("passwordLink.sent.demo")}
          </a>
        </Notice>
      ) : null}
      <Button look="plain" href={to.signIn({ locale })}>
        {t("passwordLink.back")}
      </Button>
    </Page>
  );
}
