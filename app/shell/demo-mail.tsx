import { useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** In the demo no mail leaves the machine: here is where to read it. */
export function DemoMail() {
  const { t } = useTranslation();
  const root = useRouteLoaderData("root") as { isDemo: boolean } | undefined;
  if (!root?.isDemo) return null;
  return (
    <p>
      <a className="link" href="/dev/mail">
        {t("demo.mail")}
      </a>
    </p>
  );
}
