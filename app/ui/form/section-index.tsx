import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFormState } from "./form.tsx";

type Part = {
  /** Of the part of the form. */
  id: string;
  label: string;
  /** How the names of its fields begin, to say how many of them are wrong. */
  names: readonly string[];
};

/** The parts of a form that is longer than the window, beside it where there is room. */
export function SectionIndex({ parts }: { parts: Part[] }) {
  const { t } = useTranslation();
  const { errors } = useFormState();
  return (
    <nav aria-label={t("form.sections")} className="max-xl:hidden sticky top-4 print:hidden">
      <ol className="border-s border-line">
        {parts.map(({ id, label, names }) => (
          <li key={id}>
            <a className="flex min-h-11 items-center ps-4 text-key hover:underline" href={`#${id}`}>
              {label}
            </a>
            <Wrong count={Object.keys(errors).filter((name) => names.includes(name.split(".")[0] ?? "")).length} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Wrong({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 ? <p className="mb-2 ps-4 text-sm font-bold text-bad">{t("form.summary", { count })}</p> : null;
}
