import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { CertificateCounts } from "./certificate-step-view.ts";

type Props = CertificateCounts & {
  /** The workshop's. */
  code: string;
};

/** A completed workshop's next step: certificates to issue, names to ask for, corrections; or that all is done. */
export function CertificateStep({ code, toIssue, unnamed, valid, outdated }: Props) {
  const { t, locale } = useTranslation("desk");
  const href = to.certificates({ locale, code });
  const isDone = !toIssue && !unnamed && !outdated;
  const waiting = [
    ...(unnamed ? [t("certificateStep.unnamed", { count: unnamed })] : []),
    ...(outdated ? [t("certificateStep.outdated", { count: outdated })] : []),
  ];
  return (
    <Panel as="section" pad="text" className="mb-4 print:hidden">
      <h2 className="mb-3 text-lg">{t("steps.title")}</h2>
      {toIssue ? (
        <Button look="main" width="full" href={href}>
          {t("certificateStep.issue", { count: toIssue })}
        </Button>
      ) : null}
      {isDone ? (
        <p className="mb-2">
          <Badge tone="good">{t("certificateStep.done")}</Badge>
        </p>
      ) : null}
      {waiting.map((text) => (
        <p key={text} className="mt-3">
          <a className="link" href={href}>
            {text}
          </a>
        </p>
      ))}
      <p className="mt-3 text-sm text-hint">
        {valid ? t("certificateStep.valid", { count: valid }) : t("certificateStep.none")}
      </p>
    </Panel>
  );
}
