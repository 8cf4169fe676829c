import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm, useFormState } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { DateField } from "#app/web/date-field.tsx";
import type { Coming, Shown } from "./message-view.ts";

/** More than a time needs: `3:00 pm` has to be refused, and cut off it would be three in the morning. */
const mostTyped = 20;

/** Now, at a time, or to oneself first. What waits for its time can be stopped until it goes. */
export function SendingForms({ message, outlook }: { message: Shown; outlook: Coming }) {
  const { t } = useTranslation(["messages", "desk"]);
  const { count } = outlook;
  const isScheduled = message.state === "scheduled";
  const labels = { date: t("desk:field.date"), time: t("form.timeLabel") };
  return (
    <Section title={t("sending.title")}>
      <Panel pad="text" className="space-y-6">
        {isScheduled ? (
          <div>
            <PostButton fields={{ deed: "stop" }} look="main" width="full">
              {t("sending.stop")}
            </PostButton>
            <Hint className="mt-2">{t("sending.stopHint")}</Hint>
          </div>
        ) : null}
        <div>
          <PostButton fields={{ deed: "try" }} look="plain" width="full">
            {t("sending.try")}
          </PostButton>
          <Hint className="mt-2">{t("sending.tryHint")}</Hint>
        </div>
        <div>
          <PostButton fields={{ deed: "send" }} look={isScheduled ? "plain" : "main"} width="full">
            {t("sending.now", { count })}
          </PostButton>
          <Hint className="mt-2">{t("sending.nowHint")}</Hint>
        </div>
        <PostForm part="schedule" labels={labels}>
          <input type="hidden" name="deed" value="schedule" />
          <Folded summary={t(isScheduled ? "sending.change" : "sending.later")}>
            <DateField name="date" label={labels.date} hint={t("desk:hint.date")} />
            <TextField
              name="time"
              inputMode="numeric"
              maxLength={mostTyped}
              autoComplete="off"
              label={labels.time}
              hint={t("form.timeHint")}
              width="max-w-36"
            />
            <Button look="plain" width="full">
              {t("sending.schedule")}
            </Button>
          </Folded>
        </PostForm>
      </Panel>
    </Section>
  );
}

/** The fields of its form, out of the way until somebody wants them, or has to look at them again. */
function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  const { sent } = useFormState();
  return (
    <details open={sent !== null}>
      <summary className="link mb-2 cursor-pointer py-2">{summary}</summary>
      {children}
    </details>
  );
}
