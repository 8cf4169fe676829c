import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

/** Leads institutions from the workshop to its call. */
export function CallPanel({ href }: { href: string }) {
  const { t } = useTranslation("calls");
  return (
    <Panel as="section" pad="text" className="mt-4">
      <h2 className="mb-1 text-lg">{t("page.over")}</h2>
      <p className="mb-3 text-[0.9375rem]">{t("link.lead")}</p>
      <Button look="plain" href={href}>
        {t("link.public")}
      </Button>
    </Panel>
  );
}
