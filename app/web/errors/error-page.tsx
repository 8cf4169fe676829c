import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Main, PageTitle } from "#app/ui/frame/page.tsx";
import { useAnswer } from "#app/web/answer.tsx";
import { errorKind } from "./error-kind.ts";

/** One page for everything that cannot be shown: what happened, what to do, and the id that stands in the log. */
export function ErrorPage() {
  const error = useRouteError();
  const answer = useAnswer();
  const { t, locale } = useTranslation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = errorKind(status);
  const id =
    isRouteErrorResponse(error) && typeof error.data === "string" && /^[A-Z2-7]{10}$/i.test(error.data)
      ? error.data
      : answer.requestId;
  return (
    <Main width="form">
      <title>{`${t(`error.${kind}.title`)} · ${t("product.name")}`}</title>
      <p className="text-hint figures">{status}</p>
      <PageTitle>{t(`error.${kind}.title`)}</PageTitle>
      <p className="mb-6">{t(`error.${kind}.text`)}</p>
      <p className="mb-6">
        <Button look="main" href={to.home({ locale })}>
          {t("error.home")}
        </Button>
      </p>
      {id ? <p className="text-sm text-hint">{t("error.id", { id })}</p> : null}
    </Main>
  );
}
