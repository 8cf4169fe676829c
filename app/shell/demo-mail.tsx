import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAnswer } from "#app/web/answer.tsx";

/** In the demo no mail leaves the machine: here is where to read it. */
export function DemoMail() {
  const { t } = useTranslation();
  const { isDemo } = useAnswer();
  if (!isDemo) return null;
  return (
    <p>
      <a className="link" href={to.mailReader()}>
        {t("demo.mail")}
      </a>
    </p>
  );
}
