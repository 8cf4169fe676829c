import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { publicationProblems, WorkshopState } from "#app/workshops/rules.ts";
import type { Step } from "#app/workshops/steps.rules.ts";
import type { StepsView } from "./steps-view.ts";

type StepsProps = {
  /** The workshop's. */
  code: string;
  view: StepsView;
  /** What a draft lacks before it can be published. */
  problems: ReturnType<typeof publicationProblems>;
};

/** What can be done next with a workshop, what it means, and what still stands in its way. */
export function StateSteps({ code, view, problems }: StepsProps) {
  const { t } = useTranslation(["workshops", "desk"]);
  if (!view.steps.length) return null;
  return (
    <Panel as="section" pad="text" className="mb-4 print:hidden">
      <h2 className="mb-3 text-lg">
        {t(view.steps.every(({ isBack }) => isBack) ? "desk:steps.mistake" : "desk:steps.title")}
      </h2>
      <ul className="space-y-4">
        {view.steps.map((step, position) => (
          <li key={step.to}>
            <OneStep code={code} view={view} problems={problems} step={step} isFirst={position === 0} />
          </li>
        ))}
        {view.isRemovable ? (
          <li>
            <DraftRemoval code={code} />
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}

type StepProps = StepsProps & { step: Step; isFirst: boolean };

function OneStep({ code, view, problems, step, isFirst }: StepProps) {
  const { locale } = useTranslation("desk");
  const name = useStepName(step, view.state);
  if (step.because === "incomplete") return <Incomplete name={name} code={code} problems={problems} />;
  if (step.because) return <Later name={name} because={step.because} view={view} />;
  if (step.to === "cancelled") return <Cancellation code={code} view={view} />;
  if (step.isBack)
    return (
      <a className="link inline-block min-h-11 py-2" href={to.reopening({ locale, code })}>
        {name}
      </a>
    );
  return <Forward code={code} view={view} step={step} isFirst={isFirst} />;
}

/** What a step is called on its button. */
function useStepName(step: Pick<Step, "to" | "isBack">, from: WorkshopState) {
  const { t } = useTranslation("desk");
  return step.isBack ? t(`steps.back.${step.to as "running"}`) : t(`steps.${wordsOf(step.to, from)}.button`);
}

/** A step that undoes another says so. */
function wordsOf(to: WorkshopState, from: WorkshopState) {
  if (from === "open" && to === "published") return "unopened";
  return from === "cancelled" && to === "draft" ? "uncancelled" : to;
}

/** Completion is asked on a page of its own, which shows what will follow. */
function Forward({ code, view, step, isFirst }: Omit<StepProps, "problems">) {
  const { t, locale } = useTranslation("desk");
  const name = useStepName(step, view.state);
  const look = isFirst ? "main" : "plain";
  const isLate = step.to === "open" && view.opensTooLate;
  const hint = t(isLate ? "steps.open.late" : `steps.${wordsOf(step.to, view.state)}.hint`);
  return (
    <>
      {step.to === "completed" ? (
        <Button look={look} width="full" href={to.completion({ locale, code })}>
          {name}
        </Button>
      ) : (
        <PressForm action={to.state({ locale, code })} fields={{ from: view.state, to: step.to }}>
          <Button look={look} width="full">
            {name}
          </Button>
        </PressForm>
      )}
      <p className="mt-1 text-sm text-hint">{hint}</p>
    </>
  );
}

/** What is missing, each a step away from where it is written. */
function Incomplete({ name, code, problems }: Omit<StepsProps, "view"> & { name: string }) {
  const { t, locale } = useTranslation("desk");
  const details = to.details({ locale, code });
  const remedies = {
    noTitle: `${details}#field-title-${locale}`,
    noVenue: `${details}#field-venue-${locale}`,
    noSession: to.newSession({ locale, code }),
  };
  return (
    <>
      <p className="font-bold text-ink">{name}</p>
      <p className="mt-1 text-sm">{t("problems.title")}</p>
      <ul className="list-disc ps-6">
        {problems.map((problem) => (
          <li key={problem}>
            <a className="link" href={remedies[problem]}>
              {t(`problems.${problem}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

type LaterProps = { name: string; because: Exclude<NonNullable<Step["because"]>, "incomplete">; view: StepsView };

function Later({ name, because, view }: LaterProps) {
  const { t } = useTranslation("desk");
  const { startableFrom, completableFrom, city } = view;
  const reason =
    because === "tooEarlyToStart"
      ? t("steps.running.from", { date: startableFrom, city })
      : because === "tooEarly" && completableFrom
        ? t("steps.completed.from", { date: completableFrom, city })
        : t(`refused.${because}`);
  return (
    <>
      <p className="font-bold text-ink">{name}</p>
      <p className="text-sm text-hint">{reason}</p>
    </>
  );
}

function Cancellation({ code, view: { state, told } }: Omit<StepsProps, "problems">) {
  const { t, locale } = useTranslation("desk");
  return (
    <PressForm action={to.state({ locale, code })} fields={{ from: state, to: "cancelled" }}>
      <details>
        <summary className="link ms-4 min-h-11 list-outside cursor-pointer py-2 text-bad">
          {t("steps.cancelled.button")}
        </summary>
        <p className="my-2 text-sm">
          {told ? t("steps.cancelled.told", { count: told }) : null} {t("steps.cancelled.hint")}
        </p>
        <Button look="grave">{t("steps.cancelled.confirm")}</Button>
      </details>
    </PressForm>
  );
}

function DraftRemoval({ code }: { code: string }) {
  const { t, locale } = useTranslation("desk");
  return (
    <PressForm action={to.draftRemoval({ locale, code })}>
      <details>
        <summary className="link ms-4 min-h-11 list-outside cursor-pointer py-2 text-bad">
          {t("removal.button")}
        </summary>
        <p className="my-2 text-sm">{t("removal.hint")}</p>
        <Button look="grave">{t("removal.confirm")}</Button>
      </details>
    </PressForm>
  );
}
