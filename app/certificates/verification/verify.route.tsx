import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { longestTyped, normaliseNumber } from "#app/certificates/number.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { alikeLoader } from "#app/web/doors/form-door.ts";
import { queryText } from "#app/web/search-params.ts";
import { VerifyForm } from "./verify-form.tsx";

export const loader = alikeLoader(async ({ url, locale }) => {
  const typed = queryText(url, "number", longestTyped);
  if (typed) throw redirect(to.verification({ locale, number: normaliseNumber(typed) ?? typed }));
  return { isMissing: url.searchParams.has("number") };
});

export default function VerifyPage() {
  const { isMissing } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certificates");
  return (
    <Page title={t("verify.title")} width="form" lead={<p>{t("verify.lead")}</p>}>
      <VerifyForm isMissing={isMissing} />
    </Page>
  );
}
