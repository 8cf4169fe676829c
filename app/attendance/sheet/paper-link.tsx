import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** To the paper that people sign in the session. */
export function PaperLink({ code, n }: { code: string; n: number }) {
  const { t, locale } = useTranslation("attendance");
  return (
    <a className="link print:hidden" href={to.paper({ locale, code, paper: "sign-in.pdf" }, { session: n })}>
      {t("sheet.paper")}
    </a>
  );
}
