import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { WorkshopState } from "#app/workshops/rules.ts";

type StepsProps = {
  /** The workshop's. */
  code: string;
  next: WorkshopState[];
  problems: string[];
  completableFrom: string | null;
  /** Too late to enrol, whatever the state. */
  isPastFirstDay: boolean;
  /** A draft in which nobody was ever enrolled. */
  isRemovable: boolean;
};

/** What can be done next with a workshop, what it means, and what still stands in its way. */
export function StateSteps({ next, isRemovable, ...rest }: StepsProps) {
  const { t } = useTranslation(["workshops", "desk"]);
  if (!next.length) return null;
  return (
    <Panel as="section" pad="text" className="mb-4 print:hidden">
      <h2 className="mb-3 text-lg">{t("desk:steps.title")}</h2>
      <ul className="space-y-4">
        {next.map((state, position) => (
          <li key={state}>
            {state === "cancelled" ? (
              <Cancellation code={rest.code} />
            ) : (
              <Step {...rest} state={state} isFirst={position === 0} />
            )}
          </li>
        ))}
        {isRemovable ? (
          <li>
            <DraftRemoval code={rest.code} />
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}

type StepProps = Omit<StepsProps, "next" | "isRemovable"> & {
  state: Exclude<WorkshopState, "cancelled">;
  isFirst: boolean;
};

function Step({ code, problems, completableFrom, isPastFirstDay, state, isFirst }: StepProps) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const name = t(`desk:steps.${state}.button`);
  if (state === "published" && problems.length) return <Later name={name} reason={t("desk:refused.incomplete")} />;
  if (state === "completed" && completableFrom)
    return <Later name={name} reason={t("desk:steps.completed.from", { date: completableFrom })} />;
  const address = state === "completed" ? to.completion : to.state;
  return (
    <form method="post" action={address({ locale, code })}>
      <input type="hidden" name="to" value={state} />
      <Button look={isFirst ? "main" : "plain"} width="full">
        {name}
      </Button>
      <p className="mt-1 text-sm text-hint">
        {t(state === "open" && isPastFirstDay ? "desk:steps.open.late" : `desk:steps.${state}.hint`)}
      </p>
    </form>
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

function Cancellation({ code }: { code: string }) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  return (
    <form method="post" action={to.state({ locale, code })}>
      <input type="hidden" name="to" value="cancelled" />
      <details>
        <summary className="link ms-4 min-h-11 list-outside cursor-pointer py-2 text-bad">
          {t("desk:steps.cancelled.button")}
        </summary>
        <p className="my-2 text-sm">{t("desk:steps.cancelled.hint")}</p>
        <Button look="grave">{t("desk:steps.cancelled.confirm")}</Button>
      </details>
    </form>
  );
}

function DraftRemoval({ code }: { code: string }) {
  const { t, locale } = useTranslation("desk");
  return (
    <form method="post" action={to.draftRemoval({ locale, code })}>
      <details>
        <summary className="link ms-4 min-h-11 list-outside cursor-pointer py-2 text-bad">
          {t("removal.button")}
        </summary>
        <p className="my-2 text-sm">{t("removal.hint")}</p>
        <Button look="grave">{t("removal.confirm")}</Button>
      </details>
    </form>
  );
}
