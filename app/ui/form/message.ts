import { useTranslation } from "#app/i18n/use-translation.ts";

/** The key of a text (`desk:form.code.taken`), or a key with what its text is filled in with. */
export type FormMessage = string | FilledMessage;

export type FilledMessage = {
  key: string;
  values: Readonly<Record<string, string>>;
  /** The value of this name leads to a page. */
  link?: { value: string; href: string };
};

type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Turns what a rule or schema says into text. */
export function useMessage(): (message: FormMessage) => string {
  const t = useWords();
  return (message) => (typeof message === "string" ? t(message) : t(message.key, message.values));
}

/** The compiler checks keys that stand in the code. These come with the data of a form. */
export function useWords(): Words {
  const { t } = useTranslation();
  return t as unknown as Words;
}
