import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Returned, useHere } from "#app/ui/frame/here.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { FormKey } from "./form-key.tsx";
import { HowToSend } from "./kept-notice.tsx";
import { useMessage } from "./message.ts";

type Values = Record<string, string | string[] | undefined>;
type State = {
  errors: Record<string, string>;
  values: Values;
  /** What was typed where the form came back, and is not saved; else null. */
  sent: Values | null;
};

const FormContext = createContext<State>({ errors: {}, values: {}, sent: null });

/** What a field shows: what was typed when the form came back, else what is stored. */
export const useFormState = () => useContext(FormContext);

type FormProps = {
  /** Where it posts to; this page's own address by default. */
  action?: string;
  /** Tells this form from the others of its page: it is sent as the field `part`. */
  part?: string;
  /** What is stored now, by field. */
  initial?: Values;
  /** Labels for the summary's links, by field, in the order in which the fields stand. */
  labels?: Record<string, string>;
  /** In a frame of its own. */
  isFramed?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form that keeps what was typed and says what is wrong. */
export function PostForm({ action, part, initial = {}, labels = {}, isFramed, className, children }: FormProps) {
  const { returned } = useHere();
  const own = isOf(part, returned) ? returned : null;
  const content = (
    <>
      <FormKey of="form" former={own?.values?.key?.toString()} />
      {own?.kept ? <input type="hidden" name="kept" value={own.kept.id} /> : null}
      {part === undefined ? null : <input type="hidden" name="part" value={part} />}
      {children}
    </>
  );
  const attributes = { method: "post", action, noValidate: true, className } as const;
  return (
    <FormState errors={own?.errors ?? {}} values={own?.values ?? initial} sent={own?.values ?? null} labels={labels}>
      {own?.kept ? <HowToSend>{children}</HowToSend> : null}
      {isFramed ? (
        <Panel as="form" pad="form" {...attributes}>
          {content}
        </Panel>
      ) : (
        <form {...attributes}>{content}</form>
      )}
    </FormState>
  );
}

/** Whether this form of its page is the one that came back. The press of a button brings no form back. */
const isOf = (part: string | undefined, returned: Returned | null) =>
  returned?.kept?.kind !== "press" && (part === undefined || returned?.values?.part === part);

type FormStateProps = Omit<State, "sent"> &
  Partial<Pick<State, "sent">> & { labels: Record<string, string>; children: ReactNode };

/** Hands each field what is wrong with it and what it holds, and lists the errors above the form. */
export function FormState({ errors, values, sent = null, labels, children }: FormStateProps) {
  return (
    <FormContext.Provider value={{ errors, values, sent }}>
      <ErrorSummary errors={errors} sent={sent ?? {}} labels={labels} />
      {children}
    </FormContext.Provider>
  );
}

type SummaryProps = { errors: Record<string, string>; sent: Values; labels: Record<string, string> };

function ErrorSummary({ errors, sent, labels }: SummaryProps) {
  const { t } = useTranslation();
  const message = useMessage();
  const entries = inOrder(errors, Object.keys(labels));
  const [first] = entries;
  if (!first) return null;
  const isGeneral = entries.length === 1 && first[0] === "";
  return (
    // biome-ignore lint/a11y/noAutofocus: this is how a reader lands on what went wrong
    <div role="alert" tabIndex={-1} autoFocus className="mb-8 rounded-xl border-4 border-bad bg-panel p-5">
      <h2 className="text-xl">{isGeneral ? message(first[1]) : t("form.summary", { count: entries.length })}</h2>
      {isGeneral ? null : <Entries entries={entries} sent={sent} labels={labels} />}
    </div>
  );
}

type EntriesProps = Omit<SummaryProps, "errors"> & { entries: [name: string, key: string][] };

function Entries({ entries, sent, labels }: EntriesProps) {
  const { t } = useTranslation();
  const message = useMessage();
  return (
    <ul className="mt-2 list-disc ps-6">
      {entries.map(([name, key]) => (
        <li key={name}>
          {key === "common:form.unplaced" ? (
            <Unplaced text={[sent[name] ?? ""].flat().join("\n")} />
          ) : name ? (
            <a className="font-bold text-bad underline underline-offset-4" href={`#${fieldId(name)}`}>
              {labels[name] ? t("form.at", { label: labels[name], message: message(key) }) : message(key)}
            </a>
          ) : (
            <span className="font-bold text-bad">{message(key)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A text that has no field on this page any more: it can be copied from here. */
function Unplaced({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="font-bold text-bad">{t("form.unplaced")}</span>
      <span className="mt-1 block whitespace-pre-wrap wrap-anywhere rounded-lg bg-sunken p-3">{text}</span>
    </>
  );
}

/** As the fields stand; first what concerns them all, last what has no label. */
function inOrder(errors: Record<string, string>, names: string[]) {
  const place = (name: string) => (name === "" ? -1 : names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(errors).sort(([a], [b]) => place(a) - place(b));
}

export const fieldId = (name: string) => `field-${name.replace(/[^\w-]/g, "-")}`;
