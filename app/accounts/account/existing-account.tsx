import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Leads to the account that has the address already. */
export function ExistingAccount({ href }: { href: string }) {
  const { t } = useTranslation("people");
  return (
    <Notice tone="warn">
      <a className="link" href={href}>
        {t("invitation.openExisting")}
      </a>
    </Notice>
  );
}
