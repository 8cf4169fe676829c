import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useHere } from "#app/ui/frame/here.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { type FormMessage, useMessage } from "./message.ts";

type Values = Record<string, string | string[] | undefined>;
type State = { errors: Record<string, FormMessage>; values: Values };

const FormContext = createContext<State>({ errors: {}, values: {} });

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
  const own = part === undefined || returned?.values?.part === part ? returned : null;
  const content = (
    <>
      {part === undefined ? null : <input type="hidden" name="part" value={part} />}
      {children}
    </>
  );
  const attributes = { method: "post", action, noValidate: true, className } as const;
  return (
    <FormState errors={own?.errors ?? {}} values={{ ...initial, ...own?.values }} labels={labels}>
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

type FormStateProps = State & { labels: Record<string, string>; children: ReactNode };

/** Hands each field what is wrong with it and what it holds, and lists the errors above the form. */
export function FormState({ errors, values, labels, children }: FormStateProps) {
  return (
    <FormContext.Provider value={{ errors, values }}>
      <ErrorSummary errors={errors} labels={labels} />
      {children}
    </FormContext.Provider>
  );
}

function ErrorSummary({ errors, labels }: { errors: Record<string, FormMessage>; labels: Record<string, string> }) {
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
      {isGeneral ? null : <Entries entries={entries} labels={labels} />}
    </div>
  );
}

function Entries({
  entries,
  labels,
}: {
  entries: [name: string, said: FormMessage][];
  labels: Record<string, string>;
}) {
  const { t } = useTranslation();
  const message = useMessage();
  return (
    <ul className="mt-2 list-disc ps-6">
      {entries.map(([name, said]) => (
        <li key={name}>
          {name ? (
            <a className="font-bold text-bad underline underline-offset-4" href={`#${fieldId(name)}`}>
              {labels[name] ? t("form.at", { label: labels[name], message: message(said) }) : message(said)}
            </a>
          ) : (
            <span className="font-bold text-bad">{message(said)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** As the fields stand; first what concerns them all, last what has no label. */
function inOrder(errors: Record<string, FormMessage>, names: string[]) {
  const place = (name: string) => (name === "" ? -1 : names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(errors).sort(([a], [b]) => place(a) - place(b));
}

export const fieldId = (name: string) => `field-${name.replace(/[^\w-]/g, "-")}`;
