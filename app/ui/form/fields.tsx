import type { InputHTMLAttributes, ReactNode } from "react";
import { formatDate, formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isLocalDate } from "#app/time/wall-time.ts";
import { Hint } from "#app/ui/hint.tsx";
import { Dispute } from "./dispute.tsx";
import { fieldId, useFormState } from "./form.tsx";
import { MessageText } from "./message-text.tsx";
import type { FormValues } from "./seen.rules.ts";

type Common = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** The heading of its group says whether it is needed. */
  unmarked?: boolean;
  lang?: string;
};

type FieldProps = Common & {
  /** How a value of it reads; as it is by default. */
  show?: (value: string) => ReactNode;
  children: (props: ControlProps) => ReactNode;
};

/** Label, hint, error and control, tied together for everybody. */
function Field({ name, label, hint, optional, unmarked, lang, show = (value) => value, children }: FieldProps) {
  const { errors } = useFormState();
  const id = fieldId(name);
  const error = errors[name];
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className={`entry mb-6 ${error ? "border-s-4 border-bad ps-4" : ""}`}>
      <label htmlFor={id} className="mb-1 block font-bold text-ink">
        {label} {unmarked ? null : <Need optional={optional} />}
      </label>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? (
        <p id={`${id}-error`} className="wrong">
          <MessageText message={error} />
        </p>
      ) : null}
      {children({
        id,
        name,
        className: "field",
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described,
        "aria-required": optional ? undefined : true,
      })}
      <Dispute name={name} label={label} show={(values) => show(textOf(values[name]))} lang={lang} />
    </div>
  );
}

type ControlProps = {
  id: string;
  name: string;
  className: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
  "aria-required": true | undefined;
};

/** Japanese forms mark what is required too, as the Digital Agency asks; elsewhere the few optional fields say so. */
export function Need({ optional }: { optional?: boolean }) {
  const { t, locale } = useTranslation();
  if (optional) return <span className="ms-1 text-xs font-normal text-hint">{t("form.optional")}</span>;
  return locale === "ja" ? <span className="ms-1 text-xs font-bold text-key">{t("form.required")}</span> : null;
}

const textOf = (value: FormValues[string]) => [value ?? []].flat()[0] ?? "";

type TextFieldProps = Common &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "type" | "autoComplete" | "inputMode" | "maxLength" | "autoCapitalize" | "spellCheck"
  > & {
    width?: string;
    /** Below the control. */
    children?: ReactNode;
  };

export function TextField({ width = "", lang, children, ...props }: TextFieldProps) {
  const { values } = useFormState();
  const { locale } = useTranslation();
  const { name, label, hint, optional, unmarked, ...input } = props;
  const showDate = (value: string) => (isLocalDate(value) ? formatDate(locale, value) : value);
  return (
    <Field {...{ name, label, hint, optional, unmarked, lang, show: input.type === "date" ? showDate : undefined }}>
      {(control) => (
        <>
          <input
            {...control}
            {...input}
            lang={lang}
            className={`field ${width}`}
            defaultValue={input.type === "password" ? undefined : textOf(values[name])}
          />
          {children}
        </>
      )}
    </Field>
  );
}

export function TextArea({ rows = 4, lang, ...common }: Common & { rows?: number }) {
  const { values } = useFormState();
  return (
    <Field {...common} lang={lang}>
      {(control) => <textarea {...control} lang={lang} rows={rows} defaultValue={textOf(values[common.name])} />}
    </Field>
  );
}

type FileFieldProps = Common & {
  /** What the browser offers to choose: endings and types, `.xlsx,.csv`. What comes is looked at all the same. */
  accept?: string;
};

/** The one file of a form that has `hasFile`. It is empty where the form comes back: no browser lets a page fill it. */
export function FileField({ accept, ...common }: FileFieldProps) {
  return <Field {...common}>{(control) => <input {...control} type="file" accept={accept} />}</Field>;
}

/** What a list offers: the value that is sent, the words for it, and the heading under which it stands. */
export type Option = { value: string; label: string; group?: string };

/** The words for a value; the value itself where the list no longer offers it. */
export const labelOf = (options: Option[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

export function Select({
  options,
  placeholder,
  width = "",
  ...common
}: Common & { options: Option[]; placeholder?: string; width?: string }) {
  const { values } = useFormState();
  return (
    <Field {...common} show={(value) => labelOf(options, value)}>
      {(control) => (
        <select {...control} className={`field ${width}`} defaultValue={textOf(values[common.name])}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {[...Map.groupBy(options, ({ group }) => group ?? "")].map(([group, own]) =>
            group ? (
              <optgroup key={group} label={group}>
                <Choices options={own} />
              </optgroup>
            ) : (
              <Choices key={group} options={own} />
            ),
          )}
        </select>
      )}
    </Field>
  );
}

const Choices = ({ options }: { options: Option[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

type BoxesProps = Omit<Common, "label" | "lang"> & {
  legend: ReactNode;
  options: Option[];
  type?: "checkbox" | "radio";
};

/** Check boxes, or radio buttons, under one legend. */
export function Boxes({ name, legend, hint, options, optional, unmarked, type = "checkbox" }: BoxesProps) {
  const { values, errors } = useFormState();
  const { locale } = useTranslation();
  const chosen = [values[name] ?? []].flat();
  const showChosen = (side: FormValues) =>
    formatList(
      locale,
      [side[name] ?? []]
        .flat()
        .filter(Boolean)
        .map((value) => labelOf(options, value)),
    );
  const error = errors[name];
  return (
    <fieldset id={fieldId(name)} tabIndex={-1} className={`mb-6 ${error ? "border-s-4 border-bad ps-4" : ""}`}>
      <legend className="mb-1 font-bold text-ink">
        {legend} {unmarked ? null : <Need optional={optional} />}
      </legend>
      {hint ? <Hint>{hint}</Hint> : null}
      {error ? (
        <p className="wrong">
          <MessageText message={error} />
        </p>
      ) : null}
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-start gap-2 py-2.5">
            <input
              type={type}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="mt-[3px] size-5 shrink-0 accent-key"
            />
            <span className="first-letter:uppercase">{label}</span>
          </label>
        ))}
      </div>
      <Dispute name={name} label={legend} show={showChosen} />
    </fieldset>
  );
}
