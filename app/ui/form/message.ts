import { useTranslation } from "#app/i18n/use-translation.ts";

/** Turns a key that a rule or schema gave (`desk:form.code.taken`) into text. */
export function useMessage(): (key: string) => string {
  const { t } = useTranslation();
  return t as unknown as (key: string) => string;
}
