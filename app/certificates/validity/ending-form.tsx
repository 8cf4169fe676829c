import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button, type ButtonLook } from "#app/ui/form/button.tsx";
import { Boxes, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import type { ReasonClass } from "./reasons.rules.ts";

type Props = {
  kind: "replacement" | "revocation";
  reasons: readonly ReasonClass[];
  look: ButtonLook;
  /** What is sent beside what is filled in. */
  children?: ReactNode;
};

/** Why a certificate ends: a class that others may read, words for the desk and the holder, and a deliberate tick. */
export function EndingForm({ kind, reasons, look, children }: Props) {
  const { t } = useTranslation("certificates");
  const labels = {
    reasonClass: t("ending.reasonClass"),
    reason: t("ending.reason"),
    isConfirmed: t("ending.confirmation"),
  };
  return (
    <PostForm labels={labels} isFramed className="max-w-3xl">
      {children}
      <div className="[&>fieldset>div]:flex-col">
        <Boxes
          name="reasonClass"
          legend={labels.reasonClass}
          hint={t("ending.reasonClassHint")}
          type="radio"
          options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
      </div>
      <TextArea name="reason" label={labels.reason} hint={t("ending.reasonHint")} />
      <Boxes name="isConfirmed" legend={labels.isConfirmed} options={[{ value: "1", label: t(`${kind}.box`) }]} />
      <Button look={look} width="full on a phone">
        {t(`${kind}.button`)}
      </Button>
    </PostForm>
  );
}

/** What follows, said before it is done. */
export function Consequences({ title, lines }: { title: string; lines: string[] }) {
  return (
    <section className="mb-8 max-w-[65ch]">
      <h3 className="mb-2 text-lg">{title}</h3>
      <ul className="list-disc space-y-1 ps-6">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
