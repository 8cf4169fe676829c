import { useTranslation } from "#app/i18n/use-translation.ts";

/** Turns a key that a rule or schema gave (`desk:form.code.taken`) into text. */
export function useMessage(): (key: string) => string {
  const { t } = useTranslation();
  // the compiler checks keys that stand in the code. These come with the data of a form
  return t as unknown as (key: string) => string;
}
