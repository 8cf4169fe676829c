import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { endingCookies } from "#app/web/cookie.ts";
import { publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { signOut } from "./commands.ts";

export const loader = publicLoader(async ({ actor }) => ({ isSignedIn: actor !== null }));

export const action = publicAction(noFields, async ({ trx, actor, by, locale, request, context }) => {
  if (actor) await signOut(trx, actor, by);
  return redirect(to.home({ locale }, { done: "signedOut" }), {
    headers: endingCookies(request, context.settings.secure),
  });
});

export default function SignOutPage() {
  const { isSignedIn } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("access");
  return (
    <Page title={t("signOut.title")} width="form" lead={t(isSignedIn ? "signOut.lead" : "signOut.nobody")}>
      {isSignedIn ? (
        <PostButton look="main">{t("signOut.button")}</PostButton>
      ) : (
        <Button look="plain" href={to.signIn({ locale })}>
          {t("signIn.button")}
        </Button>
      )}
    </Page>
  );
}
