import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Select, TextArea, TextField } from "#app/ui/fields.tsx";
import { PostForm } from "#app/ui/form.tsx";
import { maxSignatories, numbersTo, partyRoles } from "./rules.ts";
import { useProgrammeLabels } from "./use-programme-labels.ts";

type Option = { value: string; label: string };
type Props = { initial?: Record<string, string>; institutions: Option[]; parties: number; isNew?: boolean; submit: string };

/** Everything about a programme but its indicators. The code is given once. */
export function ProgrammeForm({ initial, institutions, parties, isNew = false, submit }: Props) {
  return (
    <PostForm initial={initial} labels={useProgrammeLabels(parties)}>
      <Facts withCode={isNew} />
      <Texts field="title" />
      <Texts field="summary" />
      <Parties count={parties} institutions={institutions} />
      <Signatories />
      <p className="sticky bottom-0 -mx-4 border-t border-line bg-paper px-4 py-3">
        <button type="submit" className="button button-main">
          {submit}
        </button>
      </p>
    </PostForm>
  );
}

const panel = "panel mb-8 p-5 sm:p-6";
const legend = "px-2 text-xl font-bold text-ink";

function Facts({ withCode }: { withCode: boolean }) {
  const { t } = useTranslation("programmes");
  return (
    <fieldset className={panel}>
      <legend className={legend}>{t("form.facts")}</legend>
      <div className="grid gap-x-8 lg:grid-cols-3">
        {withCode ? (
          <TextField
            name="code"
            label={t("field.code")}
            hint={t("hint.code")}
            width="max-w-60"
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        ) : null}
        <TextField name="startsOn" type="date" label={t("field.startsOn")} width="max-w-52" />
        <TextField name="endsOn" type="date" label={t("field.endsOn")} width="max-w-52" />
      </div>
    </fieldset>
  );
}

function Texts({ field }: { field: "title" | "summary" }) {
  const { t } = useTranslation("programmes");
  return (
    <fieldset className={panel}>
      <legend className={legend}>{t(`field.${field}`)}</legend>
      <p className="mb-4 text-sm text-hint">{t(`hint.${field}`)}</p>
      <div className="grid gap-x-8 lg:grid-cols-3">
        {locales.map((locale) => (
          <Text key={locale} field={field} locale={locale} />
        ))}
      </div>
    </fieldset>
  );
}

function Text({ field, locale }: { field: "title" | "summary"; locale: Locale }) {
  const props = { name: `${field}.${locale}`, label: <span lang={locale}>{endonyms[locale]}</span>, lang: locale, optional: true };
  return field === "title" ? <TextField {...props} maxLength={160} /> : <TextArea {...props} rows={6} />;
}

function Parties({ count, institutions }: { count: number; institutions: Option[] }) {
  const { t } = useTranslation("programmes");
  const roles = partyRoles.map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <fieldset className={panel}>
      <legend className={legend}>{t("form.parties")}</legend>
      <p className="mb-4 max-w-[65ch] text-sm text-hint">{t("hint.parties")}</p>
      {numbersTo(count).map((row) => (
        <div key={row} className="grid gap-x-8 sm:grid-cols-[2fr_1fr]">
          <Select
            name={`party.${row}.institutionId`}
            label={t("field.party", { row })}
            options={institutions}
            placeholder={t("choice.none")}
            optional
          />
          <Select name={`party.${row}.role`} label={t("field.role", { row })} options={roles} placeholder={t("choice.none")} optional />
        </div>
      ))}
    </fieldset>
  );
}

function Signatories() {
  const { t } = useTranslation("programmes");
  return (
    <fieldset className={panel}>
      <legend className={legend}>{t("form.signatories")}</legend>
      <p className="mb-4 max-w-[65ch] text-sm text-hint">{t("hint.signatories")}</p>
      {numbersTo(maxSignatories).map((row) => (
        <div key={row} className="grid gap-x-8 lg:grid-cols-3">
          <div className="lg:col-span-3 lg:max-w-[calc((100%-4rem)/3)]">
            <TextField name={`signatory.${row}.name`} label={t("field.signatory", { row })} maxLength={80} optional />
          </div>
          {locales.map((locale) => (
            <TextField
              key={locale}
              name={`signatory.${row}.post.${locale}`}
              label={t("field.post", { row, language: endonyms[locale] })}
              lang={locale}
              maxLength={120}
              optional
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}
