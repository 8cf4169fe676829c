import type { ComponentProps } from "react";
import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CodeField } from "#app/ui/form/code-field.tsx";
import { Dispute } from "#app/ui/form/dispute.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { labelOf, Select, TextArea, TextField } from "#app/ui/form/fields.tsx";
import { PostForm, useFormState } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { type FormValues, oneTextEach } from "#app/ui/form/seen.rules.ts";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { partyGroup } from "./party-rows.ts";
import { maxSignatories, numbersTo, partyRoles } from "./rules.ts";
import { signatoriesOf } from "./signatory-rows.ts";
import { useProgrammeLabels } from "./use-programme-labels.ts";

type Option = { value: string; label: string };
type Props = {
  initial?: Record<string, string>;
  institutions: Option[];
  parties: number;
  isNew?: boolean;
  submit: string;
};

/** Everything about a programme but its indicators. The code is given once. */
export function ProgrammeForm({ initial, institutions, parties, isNew = false, submit }: Props) {
  return (
    <PostForm initial={initial} labels={useProgrammeLabels(parties)}>
      <Facts withCode={isNew} />
      <Texts field="title" />
      <Texts field="summary" />
      <Parties count={parties} institutions={institutions} />
      <Signatories />
      <SaveBar label={submit} />
      <UnsavedText />
    </PostForm>
  );
}

function Facts({ withCode }: { withCode: boolean }) {
  const { t } = useTranslation("programmes");
  return (
    <FieldGroup legend={t("form.facts")}>
      {withCode ? <CodeField label={t("field.code")} hint={t("hint.code")} /> : null}
      <div className="fields sm:grid-cols-2">
        <DateField name="startsOn" label={t("field.startsOn")} />
        <DateField name="endsOn" label={t("field.endsOn")} />
      </div>
    </FieldGroup>
  );
}

function Texts({ field }: { field: "title" | "summary" }) {
  const { t } = useTranslation("programmes");
  return (
    <FieldGroup
      legend={t(`field.${field}`)}
      hint={t(`hint.${field}`)}
      need={field === "title" ? "required" : "optional"}
    >
      <div className={`fields ${field === "title" ? "max-w-3xl" : "xl:grid-cols-3"}`}>
        {locales.map((locale) => (
          <Text key={locale} field={field} locale={locale} />
        ))}
      </div>
    </FieldGroup>
  );
}

function Text({ field, locale }: { field: "title" | "summary"; locale: Locale }) {
  const label = <span lang={locale}>{endonyms[locale]}</span>;
  const props = { name: `${field}.${locale}`, label, lang: locale, optional: true, unmarked: true };
  return field === "title" ? <TextField {...props} maxLength={160} /> : <TextArea {...props} rows={6} />;
}

function Parties({ count, institutions }: { count: number; institutions: Option[] }) {
  const { t } = useTranslation("programmes");
  const { values } = useFormState();
  const roles = partyRoles.map((value) => ({ value, label: t(`role.${value}`) }));
  const filled = partyGroup.read(oneTextEach(values)).map(({ row }) => row);
  const show = (side: FormValues) =>
    partyGroup
      .read(oneTextEach(side))
      .map(({ institutionId, role }) =>
        t("form.party", { name: labelOf(institutions, institutionId), role: labelOf(roles, role) }),
      )
      .join("\n");
  return (
    <FieldGroup legend={t("form.parties")} hint={t("hint.parties")} need="optional">
      <ListDispute name="party" label={t("form.parties")} show={show} />
      {numbersTo(Math.max(count, ...filled)).map((row) => (
        <div key={row} className="fields sm:grid-cols-[2fr_1fr] *:mb-4 last:*:mb-6">
          <Select
            name={`party.${row}.institutionId`}
            label={t("field.party", { row })}
            options={institutions}
            placeholder={t("choice.none")}
            optional
            unmarked
          />
          <Select
            name={`party.${row}.role`}
            label={t("field.role", { row })}
            options={roles}
            placeholder={t("choice.none")}
            optional
            unmarked
          />
        </div>
      ))}
    </FieldGroup>
  );
}

function Signatories() {
  const { t } = useTranslation("programmes");
  const show = (side: FormValues) =>
    signatoriesOf(oneTextEach(side))
      .flatMap(({ name, post }) => [name, ...locales.map((locale) => post[locale])])
      .filter(Boolean)
      .join("\n");
  return (
    <FieldGroup legend={t("form.signatories")} hint={t("hint.signatories")} need="optional">
      <ListDispute name="signatory" label={t("form.signatories")} show={show} />
      <div className="grid gap-x-8 lg:grid-cols-2">
        {numbersTo(maxSignatories).map((row) => (
          <div key={row}>
            <TextField
              name={`signatory.${row}.name`}
              label={t("field.signatory", { row })}
              width="max-w-96"
              maxLength={80}
              optional
              unmarked
            />
            {locales.map((locale) => (
              <TextField
                key={locale}
                name={`signatory.${row}.post.${locale}`}
                label={t("field.post", { row, language: endonyms[locale] })}
                lang={locale}
                maxLength={120}
                optional
                unmarked
              />
            ))}
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

/** The rows are one list: where two people have changed it, one of the two stays whole. */
const ListDispute = (props: ComponentProps<typeof Dispute>) => (
  <div className="mb-6 empty:hidden">
    <Dispute {...props} />
  </div>
);
