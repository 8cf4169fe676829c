import { to } from "#app/addresses.ts";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FilterSelect } from "#app/ui/form/filters.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { groups, letterSizes, type PaperKind, paperSizes } from "./options.ts";

type Choices = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  value: string;
  isWide?: boolean;
};

type PaperFormProps = {
  /** The workshop's. */
  code: string;
  kind: PaperKind;
  title: string;
  text: string;
  /** What can be chosen beside languages and paper. */
  fields?: readonly ("whom" | "letters")[];
  /** What only this paper is asked. */
  children?: Choices;
};

/** One paper with its choices: a plain form, whose answer is the file. */
export function PaperForm({ code, kind, title, text, fields = [], children }: PaperFormProps) {
  const { t, locale } = useTranslation("papers");
  const optionsOf = {
    whom: groups.map((value) => ({ value, label: t(`whom.${value}`) })),
    letters: letterSizes.map((value) => ({ value, label: t(`letters.${value}`) })),
    size: paperSizes.map((value) => ({ value, label: t(`size.${value}`) })),
  };
  const languages = [
    { value: "all", label: t("languages.all") },
    ...locales.map((value) => ({ value: value as string, label: endonyms[value] })),
  ];
  const choices: Choices[] = [
    ...(children ? [{ ...children, isWide: true }] : []),
    ...fields.map((name) => ({ name, label: t(`field.${name}`), options: optionsOf[name], value: "", isWide: true })),
    { name: "lang", label: t("field.languages"), options: languages, value: "" },
    { name: "size", label: t("field.size"), options: optionsOf.size, value: "" },
  ];
  return (
    <Panel
      as="form"
      pad="text"
      className="flex flex-col gap-3"
      action={to.paper({ locale, code, paper: `${kind}.pdf` })}
      aria-label={title}
    >
      <h3 className="text-lg">{title}</h3>
      <p className="text-hint">{text}</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.5rem),1fr))] gap-3">
        {choices.map(({ name, label, options, value, isWide }) => (
          <div key={name} className={isWide ? "col-span-full" : undefined}>
            <FilterSelect name={name} label={label} value={value || (options[0]?.value ?? "")}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </FilterSelect>
          </div>
        ))}
      </div>
      <p className="mt-auto pt-2">
        <Button look="plain" aria-label={t("downloadOf", { paper: title })}>
          {t("download")}
        </Button>
      </p>
    </Panel>
  );
}
