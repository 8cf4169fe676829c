import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Returned, useHere } from "#app/ui/frame/here.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { FormKey } from "./form-key.tsx";
import { HowToSend } from "./kept-notice.tsx";
import { type FormMessage, useMessage } from "./message.ts";
import { disputedIn, type FormValues, readSeen, seenField, writeSeen } from "./seen.rules.ts";

type Values = Record<string, string | string[] | undefined>;
type State = {
  errors: Record<string, FormMessage>;
  values: Values;
  /** What was typed where the form came back, and is not saved; else null. */
  sent: Values | null;
  /** What was stored when this form came back, by field. */
  seen: FormValues;
};

const FormContext = createContext<State>({ errors: {}, values: {}, sent: null, seen: {} });

/** What a field shows: what was typed when the form came back, else what is stored. */
export const useFormState = () => useContext(FormContext);

type FormProps = {
  /** Where it posts to; this page's own address by default. */
  action?: string;
  /** Tells this form from the others of its page: it is sent as the field `part`. */
  part?: string;
  /** What the fields hold at first. The form says that it has seen this, so that nobody's later change is undone. */
  initial?: Values;
  /** What is stored, where the fields begin with something else, such as a suggestion. */
  stored?: Values;
  /** Labels for the summary's links, by field, in the order in which the fields stand. */
  labels?: Record<string, string>;
  /** Whether it says above its fields which are needed; otherwise it does so where there are more than four. */
  saysNeed?: boolean;
  /** In a frame of its own. */
  isFramed?: boolean;
  /** Whether it sends a file: a `FileField`, behind all other fields. */
  hasFile?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form that keeps what was typed and says what is wrong. */
export function PostForm(props: FormProps) {
  const { action, part, initial = {}, stored = initial, labels = {}, isFramed, className, children } = props;
  const { returned } = useHere();
  const own = isOf(part, returned) ? returned : null;
  const seen = own?.values?.[seenField]?.toString() ?? writeSeen(stored);
  const content = (
    <>
      <FormKey of="form" former={own?.values?.key?.toString()} />
      {own?.kept ? <input type="hidden" name="kept" value={own.kept.id} /> : null}
      {part === undefined ? null : <input type="hidden" name="part" value={part} />}
      {props.initial || props.stored ? <input type="hidden" name={seenField} value={seen} /> : null}
      {children}
    </>
  );
  const encType = props.hasFile ? "multipart/form-data" : undefined;
  const attributes = { method: "post", encType, action, noValidate: true, className } as const;
  return (
    <FormState
      errors={own?.errors ?? {}}
      values={own?.values ?? initial}
      sent={own?.values ?? null}
      seen={readSeen(seen)}
      labels={labels}
      saysNeed={props.saysNeed}
      lastChange={own?.lastChange}
    >
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

type FormStateProps = Omit<State, "sent" | "seen"> &
  Partial<Pick<State, "sent" | "seen">> &
  Pick<SummaryProps, "labels" | "lastChange"> &
  Pick<FormProps, "saysNeed"> & { children: ReactNode };

/** So many fields can be seen at once: then it need not be said which may stay empty. */
const fewFields = 4;

/** Hands each field what is wrong with it and what it holds, and lists the errors above the form. */
export function FormState({ errors, values, sent = null, seen = {}, labels, ...props }: FormStateProps) {
  const { saysNeed = Object.keys(labels).length > fewFields, lastChange, children } = props;
  const { t } = useTranslation();
  return (
    <FormContext.Provider value={{ errors, values, sent, seen }}>
      <ErrorSummary errors={errors} sent={sent ?? {}} labels={labels} lastChange={lastChange} />
      {saysNeed ? <Hint className="mb-4">{t("form.need")}</Hint> : null}
      {children}
    </FormContext.Provider>
  );
}

type SummaryProps = {
  errors: Record<string, FormMessage>;
  sent: Values;
  labels: Record<string, string>;
  /** Who saved the same last, where somebody has since the form was opened. */
  lastChange?: LastChange;
};
type LastChange = { by: string; at: string };

function ErrorSummary({ errors, sent, labels, lastChange }: SummaryProps) {
  const { t } = useTranslation();
  const message = useMessage();
  const entries = inOrder(errors, Object.keys(labels));
  const [first] = entries;
  if (!first) return null;
  const isGeneral = entries.length === 1 && first[0] === "";
  const isDisputed = disputedIn(first[0]) !== null;
  const count = entries.length;
  return (
    // biome-ignore lint/a11y/noAutofocus: this is how a reader lands on what went wrong
    <div role="alert" tabIndex={-1} autoFocus className="mb-8 rounded-xl border-4 border-bad bg-panel p-5">
      <h2 className="text-xl">
        {isGeneral ? message(first[1]) : isDisputed ? t("form.dispute.title") : t("form.summary", { count })}
      </h2>
      {isDisputed ? <Meanwhile lastChange={lastChange} /> : null}
      {isGeneral ? null : <Entries entries={entries} sent={sent} labels={labels} />}
    </div>
  );
}

/** What has happened, and what is asked for. */
function Meanwhile({ lastChange }: Pick<SummaryProps, "lastChange">) {
  const { t } = useTranslation();
  return (
    <>
      {lastChange ? <p className="mt-2">{t("form.dispute.last", lastChange)}</p> : null}
      <p className="mt-2 max-w-[65ch]">{t("form.dispute.lead")}</p>
    </>
  );
}

type EntriesProps = Pick<SummaryProps, "sent" | "labels"> & { entries: [name: string, said: FormMessage][] };

function Entries({ entries, sent, labels }: EntriesProps) {
  const { t } = useTranslation();
  const message = useMessage();
  const textOf = (name: string, said: FormMessage) => {
    const label = labels[fieldOf(name)];
    if (!label) return message(said);
    // above the list stands what is asked about each
    return disputedIn(name) === null ? t("form.at", { label, message: message(said) }) : label;
  };
  return (
    <ul className="mt-2 list-disc ps-6">
      {entries.map(([name, said]) => (
        <li key={name}>
          {said === "common:form.unplaced" ? (
            <Unplaced text={[sent[name] ?? ""].flat().join("\n")} />
          ) : name ? (
            <a className="font-bold text-bad underline underline-offset-4" href={`#${fieldId(name)}`}>
              {textOf(name, said)}
            </a>
          ) : (
            <span className="font-bold text-bad">{message(said)}</span>
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
function inOrder(errors: Record<string, FormMessage>, names: string[]) {
  const places = new Map(names.map((name, place) => [name, place]));
  const place = (name: string) => (name === "" ? -1 : (places.get(fieldOf(name)) ?? names.length));
  return Object.entries(errors).sort(([a], [b]) => place(a) - place(b));
}

/** The question which value stays is about a field. */
const fieldOf = (name: string) => disputedIn(name) ?? name;

export const fieldId = (name: string) => `field-${name.replace(/[^\w-]/g, "-")}`;
