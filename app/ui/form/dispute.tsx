import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { fieldId, useFormState } from "./form.tsx";
import { useMessage } from "./message.ts";
import { choiceField, choiceOf, type DisputeSide, disputeSides, type FormValues } from "./seen.rules.ts";

/** What both have made of a field, as the form came back with it; null for a field that nobody disputes. */
export function useDispute(name: string) {
  const { values, seen, errors } = useFormState();
  const choice = choiceOf(values, name);
  return choice === null ? null : { mine: values, stored: seen, choice, error: errors[choiceField(name)] };
}

type DisputeProps = {
  /** Of the field, or of a list of rows. */
  name: string;
  label: ReactNode;
  /** How one side's value reads; nothing where it is empty. */
  show(values: FormValues): ReactNode;
  lang?: string;
};

/** Where two people have changed the same: both values, of which one is chosen. Nothing is chosen beforehand. */
export function Dispute({ name, label, show, lang }: DisputeProps) {
  const { t } = useTranslation();
  const message = useMessage();
  const dispute = useDispute(name);
  if (!dispute) return null;
  const { choice, error } = dispute;
  const field = choiceField(name);
  const id = fieldId(field);
  return (
    <fieldset id={id} tabIndex={-1} className="dispute" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        <span className="sr-only">{label}: </span>
        {t("form.dispute.legend")}
      </legend>
      {error ? (
        <p id={`${id}-error`} className="wrong">
          {message(error)}
        </p>
      ) : null}
      <Asked name={name} />
      <div className="dispute-sides">
        {disputeSides.map((side) => (
          <Side key={side} name={field} side={side} isChosen={side === choice} lang={lang}>
            {show(dispute[side])}
          </Side>
        ))}
      </div>
    </fieldset>
  );
}

/** Says that a question was asked, whether or not it is answered. */
export const Asked = ({ name }: { name: string }) => <input type="hidden" name={choiceField(name)} value="" />;

type SideProps = { name: string; side: DisputeSide; isChosen: boolean; lang?: string; children: ReactNode };

function Side({ name, side, isChosen, lang, children }: SideProps) {
  const { t } = useTranslation();
  return (
    <label>
      <input type="radio" name={name} value={side} defaultChecked={isChosen} />
      <span>
        <span className="dispute-side">{t(`form.dispute.${side}`)}: </span>
        <span className="dispute-value" lang={children ? lang : undefined}>
          {children || t("form.dispute.empty")}
        </span>
      </span>
    </label>
  );
}
