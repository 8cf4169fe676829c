import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { ProposalView } from "./review-view.ts";

type Props = { code: string; proposal: ProposalView };

/** What rules propose, each explained: two presses lead to the preview of one, and nothing is done by itself. */
export function Proposals({ code, proposal: { rules, minimum, unjudged } }: Props) {
  const { t } = useTranslation("selection");
  return (
    <Panel as="details" className="mb-6 px-4 py-2 print:hidden">
      <summary className="cursor-pointer py-2 font-bold text-key">{t("proposal.title")}</summary>
      <p className="mb-4 max-w-[65ch]">{t("proposal.lead")}</p>
      {rules.map((own) => (
        <div key={own.rule} className="mb-4">
          <h3 className="text-base">{t(`proposal.${own.rule}.title`)}</h3>
          <p className="mb-2 max-w-[65ch]">
            {own.rule === "roundRobin" ? t("proposal.roundRobin.text", { minimum }) : t(`proposal.${own.rule}.text`)}
          </p>
          <Steps code={code} {...own} />
        </div>
      ))}
      {unjudged ? <p className="mb-3">{t("proposal.unjudged", { count: unjudged })}</p> : null}
    </Panel>
  );
}

function Steps({ code, ...own }: { code: string } & ProposalView["rules"][number]) {
  const { t, locale } = useTranslation("selection");
  const steps = (["selected", "reserve"] as const).filter((decision) => own[decision].length);
  if (!steps.length) return <p className="hint">{t("proposal.nobody")}</p>;
  const review = (decision: "selected" | "reserve") => {
    const address = to.selection({ locale, code }, { step: "review", decision, rule: own.rule });
    return `${address}&${new URLSearchParams(own[decision].map((id) => ["n", id]))}`;
  };
  return (
    <p className="flex flex-wrap gap-4">
      {steps.map((decision) => (
        <Button key={decision} look="plain" href={review(decision)}>
          {t(`proposal.${decision}`, { count: own[decision].length })}
        </Button>
      ))}
    </p>
  );
}
