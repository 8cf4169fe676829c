import { cityOf } from "#app/i18n/city-of.ts";
import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { zones } from "#app/time/zones.ts";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Boxes, Select, TextArea, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { SectionIndex } from "#app/ui/form/section-index.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { modes } from "#app/workshops/kinds.ts";
import { TellingHint, type Told } from "#app/workshops/view/telling-hint.tsx";

type Option = { value: string; label: string };

type WorkshopFormData = {
  initial: Record<string, string | string[]>;
  programmes: Option[];
  institutions: Option[];
  venues: Option[];
  themes: Option[];
  submit: string;
  /** How many are told of what changes; nobody where it is new. */
  told?: Told;
  /** A draft may leave out what its programme and its host tell. */
  isDraft?: boolean;
  /** The code that a draft gets where none is typed, as far as the programme is known. */
  nextCode?: string | null;
};

const contactFields = ["contactName", "contactEmail", "contactPhone"] as const;
const textFields = ["title", "summary", "venue", "requirements"] as const;

/** Everything about a workshop but its sessions. */
export function WorkshopForm(form: WorkshopFormData) {
  const { initial, programmes, institutions, venues, themes, submit, told, isDraft, nextCode } = form;
  const { t } = useTranslation(["workshops", "desk", "common"]);
  const plain = [
    "programmeId",
    "hostInstitutionId",
    "venueId",
    "mode",
    "country",
    "code",
    "zone",
    "startsOn",
    "endsOn",
    "capacity",
    "minimumAttendance",
    "workingLanguages",
  ] as const;
  const labels = {
    ...Object.fromEntries([...plain, ...contactFields].map((name) => [name, t(`desk:field.${name}`)])),
    themeIds: t("desk:field.themes"),
    untoldReason: t("desk:telling.reason"),
    ...Object.fromEntries(
      textFields.flatMap((field) =>
        locales.map((locale) => [
          `${field}.${locale}`,
          `${t(`desk:field.${field}`)}${t("common:fact.note", { note: endonyms[locale] })}`,
        ]),
      ),
    ),
  };
  const parts = [
    { id: "part-facts", label: t("desk:form.facts"), names: [...plain, "themeIds"] },
    { id: "part-contact", label: t("desk:form.contact"), names: [...contactFields] },
    ...textFields.map((field) => ({ id: `part-${field}`, label: t(`desk:field.${field}`), names: [field] })),
  ];
  return (
    <PostForm initial={initial} labels={labels}>
      <div className="gap-x-8 xl:grid xl:grid-cols-[minmax(0,1fr)_14rem] xl:items-start">
        <div>
          <FieldGroup id="part-facts" legend={t("desk:form.facts")}>
            <div className="fields lg:grid-cols-2">
              <Select
                name="programmeId"
                label={t("desk:field.programmeId")}
                options={programmes}
                placeholder={t("desk:form.choose")}
              />
              <Select
                name="hostInstitutionId"
                label={t("desk:field.hostInstitutionId")}
                options={institutions}
                placeholder={t(isDraft ? "desk:draft.host" : "desk:form.choose")}
                optional={isDraft}
              />
              <Select
                name="mode"
                label={t("desk:field.mode")}
                options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
              />
              <Select
                name="country"
                label={t("desk:field.country")}
                options={countries.map((value) => ({ value, label: t(`common:country.${value}`) }))}
                placeholder={isDraft ? t("desk:draft.country") : undefined}
                optional={isDraft}
              />
              {venues.length ? (
                <Select
                  name="venueId"
                  label={t("desk:field.venueId")}
                  hint={t("desk:hint.venueId")}
                  options={venues}
                  placeholder={t("desk:form.noVenue")}
                  optional
                />
              ) : null}
              <TextField
                name="code"
                label={t("desk:field.code")}
                hint={isDraft ? codeHint(nextCode ?? null, t) : t("desk:hint.code")}
                optional={isDraft}
                width="max-w-60"
                autoCapitalize="characters"
                spellCheck={false}
              />
              <Select
                name="zone"
                label={t("desk:field.zone")}
                hint={t("desk:hint.zone")}
                options={zones.map((value) => ({ value, label: cityOf(value, t) }))}
                placeholder={isDraft ? t("desk:draft.zone") : undefined}
                optional={isDraft}
              />
              <DateField name="startsOn" label={t("desk:field.startsOn")} hint={t("desk:hint.date")} />
              <DateField name="endsOn" label={t("desk:field.endsOn")} hint={t("desk:hint.date")} />
              <TextField
                name="capacity"
                inputMode="numeric"
                label={t("desk:field.capacity")}
                hint={t("desk:hint.capacity")}
                width="max-w-32"
              />
              <TextField
                name="minimumAttendance"
                inputMode="numeric"
                label={t("desk:field.minimumAttendance")}
                hint={t("desk:hint.minimumAttendance")}
                width="max-w-32"
              />
            </div>
            <Boxes
              name="workingLanguages"
              legend={t("desk:field.workingLanguages")}
              options={locales.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            />
            <Boxes name="themeIds" legend={t("desk:field.themes")} options={themes} optional />
          </FieldGroup>
          <ContactFields />
          {textFields.map((field) => (
            <FieldGroup
              key={field}
              id={`part-${field}`}
              legend={t(`desk:field.${field}`)}
              hint={t(`desk:hint.${field}`)}
              need={field === "title" ? "required" : "optional"}
            >
              <div className={`fields ${isShort(field) ? "max-w-3xl" : "xl:grid-cols-3"}`}>
                {locales.map((locale) => (
                  <LanguageField key={locale} field={field} locale={locale} />
                ))}
              </div>
            </FieldGroup>
          ))}
        </div>
        <SectionIndex parts={parts} />
      </div>
      {told ? <TellingHint told={told} /> : null}
      <SaveBar label={submit} />
      <UnsavedText />
    </PostForm>
  );
}

/** It stands on the public page. */
function ContactFields() {
  const { t } = useTranslation("desk");
  return (
    <FieldGroup id="part-contact" legend={t("form.contact")} hint={t("hint.contact")} need="optional">
      <div className="fields lg:grid-cols-3">
        <TextField name="contactName" label={t("field.contactName")} optional unmarked />
        <EmailField name="contactEmail" label={t("field.contactEmail")} optional unmarked />
        <TextField name="contactPhone" label={t("field.contactPhone")} inputMode="tel" optional unmarked />
      </div>
    </FieldGroup>
  );
}

type Translate = ReturnType<typeof useTranslation<["workshops", "desk", "common"]>>["t"];

const codeHint = (nextCode: string | null, t: Translate) =>
  nextCode ? t("desk:draft.nextCode", { code: nextCode }) : t("desk:draft.code");

type TextFieldName = (typeof textFields)[number];

/** One line, which has to be seen whole. */
const isShort = (field: TextFieldName) => field === "title" || field === "venue";

function LanguageField({ field, locale }: { field: TextFieldName; locale: Locale }) {
  const label = <span lang={locale}>{endonyms[locale]}</span>;
  const props = { name: `${field}.${locale}`, label, lang: locale, optional: true, unmarked: true };
  return isShort(field) ? <TextField {...props} /> : <TextArea {...props} rows={field === "summary" ? 6 : 4} />;
}
