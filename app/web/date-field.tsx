import type { ComponentProps } from "react";
import { dayWords } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { dayInWords } from "#app/time/day-in-words.ts";
import { TextField } from "#app/ui/form/fields.tsx";
import { fieldId, useFormState } from "#app/ui/form/form.tsx";
import { LiveScript } from "./live-script.tsx";

type DateFieldProps = Pick<ComponentProps<typeof TextField>, "name" | "label" | "hint" | "optional">;

/** A date, and the same day in words: 12/07 is read as two days by two neighbours. */
export function DateField(props: DateFieldProps) {
  const { locale } = useTranslation();
  const { values } = useFormState();
  const words = dayWords(locale);
  return (
    <TextField {...props} type="date" width="max-w-52">
      <output
        htmlFor={fieldId(props.name)}
        data-live="dateInWords"
        data-words={JSON.stringify(words)}
        aria-live="polite"
        className="mt-1 block min-h-6 text-sm text-ink first-letter:uppercase"
      >
        {dayInWords(String(values[props.name] ?? ""), words)}
      </output>
      <LiveScript />
    </TextField>
  );
}
