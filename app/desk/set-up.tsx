import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";

type Step = "institutions" | "programmes" | "coordinators" | "workshops";
type SetUpProps = { steps: { step: Step; count: number }[] };

const pages = {
  institutions: to.newInstitution,
  programmes: to.newProgramme,
  coordinators: to.newAccount,
  workshops: to.newWorkshop,
};

/** The way from an empty system to a first workshop: what is done, what comes next, where each is done. */
export function SetUp({ steps }: SetUpProps) {
  const { t } = useTranslation("desk");
  const next = steps.find(({ count }) => count === 0)?.step;
  return (
    <Panel as="section" pad="card" aria-labelledby="set-up" className="max-w-4xl">
      <h2 id="set-up" className="mb-1 text-xl">
        {t("setUp.title")}
      </h2>
      <p className="mb-4 text-hint">{t("setUp.lead")}</p>
      <ol className="divide-y divide-hairline">
        {steps.map(({ step, count }) => (
          <SetUpStep key={step} step={step} count={count} isNext={step === next} />
        ))}
      </ol>
    </Panel>
  );
}

function SetUpStep({ step, count, isNext }: { step: Step; count: number; isNext: boolean }) {
  const { t, locale } = useTranslation("desk");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4" aria-current={isNext || undefined}>
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-bold text-ink">{t(`setUp.${step}.title`)}</span>{" "}
          <Badge tone={count ? "good" : "quiet"}>{count ? t("setUp.done", { count }) : t("setUp.missing")}</Badge>
        </p>
        <Hint>{t(`setUp.${step}.text`)}</Hint>
      </div>
      <Button look={isNext ? "main" : "plain"} width="full on a phone" href={pages[step]({ locale })}>
        {t(`setUp.${step}.button`)}
      </Button>
    </li>
  );
}
