import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { TextArea, TextField } from "#app/ui/form/fields.tsx";
import { fieldId } from "#app/ui/form/form.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import type { ComposeView } from "./compose-view.ts";

type Props = Pick<ComposeView, "readers" | "placeholders"> & { language: Locale };

/** A message in one language, with how many read it, and the words that are filled in for each reader. */
export function TextFields({ language, readers, placeholders }: Props) {
  const { t } = useTranslation("messages");
  const words = placeholders[language] ?? [];
  const body = `body.${language}`;
  return (
    <FieldGroup
      id={`part-${language}`}
      legend={<span lang={language}>{endonyms[language]}</span>}
      hint={t("form.readers", { count: readers[language] ?? 0 })}
      need="optional"
    >
      <TextField
        name={`subject.${language}`}
        lang={language}
        label={t("form.subject")}
        optional
        unmarked
        width="max-w-3xl"
      />
      <TextArea
        name={body}
        lang={language}
        label={t("form.body")}
        hint={t("form.bodyHint")}
        optional
        unmarked
        rows={10}
      />
      <fieldset
        hidden
        data-live="insertWords"
        data-field={fieldId(body)}
        aria-label={t("form.insert")}
        className="mb-4 flex flex-wrap items-center gap-2 [&[hidden]]:hidden"
      >
        <span className="text-sm text-hint">{t("form.insert")}</span>
        {words.map(({ name, typed }) => (
          <button key={name} type="button" value={typed} lang={language} className="chip" title={t(`meaning.${name}`)}>
            {typed}
          </button>
        ))}
      </fieldset>
      <LiveScript />
      <details className="max-w-3xl">
        <summary className="link cursor-pointer py-2">{t("form.words")}</summary>
        <dl className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[14rem_1fr]">
          {words.map(({ name, typed }) => (
            <div key={name} className="contents">
              <dt lang={language} className="font-bold text-ink">
                {typed}
              </dt>
              <dd className="mb-1">{t(`meaning.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </FieldGroup>
  );
}
