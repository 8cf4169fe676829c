import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { WorkshopState } from "#app/workshops/rules.ts";

type StepsProps = {
  /** The workshop's. */
  code: string;
  state: WorkshopState;
  next: WorkshopState[];
  problems: string[];
  completableFrom: string | null;
  /** Too late to enrol, whatever the state. */
  isPastFirstDay: boolean;
};

/** What can be done next with a workshop, what it means, and what still stands in its way. */
export function StateSteps({ state: from, next, ...rest }: StepsProps) {
  const { t } = useTranslation(["workshops", "desk"]);
  if (!next.length) return null;
  return (
    <Panel as="section" pad="text" className="mb-4 print:hidden">
      <h2 className="mb-3 text-lg">{t("desk:steps.title")}</h2>
      <ul className="space-y-4">
        {next.map((state, position) => (
          <li key={state}>
            {state === "cancelled" ? (
              <Cancellation code={rest.code} from={from} />
            ) : (
              <Step {...rest} from={from} state={state} isFirst={position === 0} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type StepProps = Omit<StepsProps, "next" | "state"> & {
  from: WorkshopState;
  state: Exclude<WorkshopState, "cancelled">;
  isFirst: boolean;
};

function Step({ code, from, problems, completableFrom, isPastFirstDay, state, isFirst }: StepProps) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const name = t(`desk:steps.${state}.button`);
  if (state === "published" && problems.length) return <Later name={name} reason={t("desk:refused.incomplete")} />;
  if (state === "completed" && completableFrom)
    return <Later name={name} reason={t("desk:steps.completed.from", { date: completableFrom })} />;
  const address = state === "completed" ? to.completion : to.state;
  return (
    <PressForm action={address({ locale, code })} fields={{ from, to: state }}>
      <Button look={isFirst ? "main" : "plain"} width="full">
        {name}
      </Button>
      <p className="mt-1 text-sm text-hint">
        {t(state === "open" && isPastFirstDay ? "desk:steps.open.late" : `desk:steps.${state}.hint`)}
      </p>
    </PressForm>
  );
}

function Later({ name, reason }: { name: string; reason: string }) {
  return (
    <>
      <p className="font-bold text-ink">{name}</p>
      <p className="text-sm text-hint">{reason}</p>
    </>
  );
}

function Cancellation({ code, from }: { code: string; from: WorkshopState }) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  return (
    <PressForm action={to.state({ locale, code })} fields={{ from, to: "cancelled" }}>
      <details>
        <summary className="link ms-4 min-h-11 list-outside cursor-pointer py-2 text-bad">
          {t("desk:steps.cancelled.button")}
        </summary>
        <p className="my-2 text-sm">{t("desk:steps.cancelled.hint")}</p>
        <Button look="grave">{t("desk:steps.cancelled.confirm")}</Button>
      </details>
    </PressForm>
  );
}
