import type { ReactNode } from "react";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countries } from "#app/institutions/rules.ts";
import { postLevels, sexes } from "#app/people/rules.ts";
import { type Option, Select, TextField } from "#app/ui/form/fields.tsx";
import { nameFieldsIn } from "./name-fields.ts";

/** The fields of `PersonFactFields`, in their order: for the labels of a form. */
export const factFieldsIn = (language: string) =>
  [
    ...nameFieldsIn(language),
    ...(["nativeName", "kana", "latinName", "homeInstitutionId", "post", "postLevel", "sex", "country"] as const),
    ...(["email", "zone", "locale"] as const),
  ] as const;

type FactsProps = {
  institutions: Option[];
  zones: Option[];
  /** Of somebody who is not known yet everything is still to be chosen. */
  isNew?: boolean;
  /** What the choice of the language means for them. */
  localeHint: string;
  /** The field of their address, where it stands among the others. */
  email?: ReactNode;
};

/** All that somebody else says of a person. The name on certificates is its holder's own matter. */
export function PersonFactFields({ institutions, zones, isNew = false, localeHint, email }: FactsProps) {
  const { t } = useTranslation("people");
  return (
    <>
      <PersonNameFields areOwn={false} />
      <OtherNameFields />
      <InstitutionField institutions={institutions} placeholder={t("profile.person.noInstitution")} optional />
      <TextField name="post" label={t("field.post")} autoComplete="off" maxLength={160} optional />
      <ReportedFields />
      <CountryField />
      {email}
      <Select
        name="zone"
        label={t("field.zone")}
        hint={isNew ? undefined : t("hint.zone")}
        options={zones}
        placeholder={isNew ? t("choice.none") : undefined}
      />
      <LocaleField hint={localeHint} isNew={isNew} />
    </>
  );
}

/** The reader's own names, or somebody else's, which the browser cannot know. */
export function PersonNameFields({ areOwn = true }: { areOwn?: boolean }) {
  const { t, locale } = useTranslation("people");
  const known = { familyName: "family-name", givenName: "given-name", secondSurname: undefined };
  return nameFieldsIn(locale).map((name) => (
    <TextField
      key={name}
      name={name}
      label={t(`field.${name}`)}
      hint={name === "secondSurname" ? t("hint.secondSurname") : undefined}
      autoComplete={areOwn ? known[name] : "off"}
      maxLength={80}
      optional={name === "secondSurname"}
    />
  ));
}

/** The same names in other scripts. */
export function OtherNameFields() {
  const { t } = useTranslation("people");
  return (
    <>
      <TextField name="nativeName" label={t("field.nativeName")} hint={t("hint.nativeName")} maxLength={80} optional />
      <TextField name="kana" label={t("field.kana")} hint={t("hint.kana")} maxLength={100} lang="ja" optional />
      <TextField
        name="latinName"
        label={t("field.latinName")}
        hint={t("hint.latinName")}
        maxLength={120}
        autoCapitalize="characters"
        optional
      />
    </>
  );
}

/** What reports count people by. Nobody has to say it. */
export function ReportedFields() {
  const { t } = useTranslation("people");
  return (
    <>
      <Select
        name="postLevel"
        label={t("field.postLevel")}
        hint={t("hint.postLevel")}
        options={postLevels.map((value) => ({ value, label: t(`choice.postLevel.${value}`) }))}
        placeholder={t("choice.notStated")}
        optional
      />
      <Select
        name="sex"
        label={t("field.sex")}
        hint={t("hint.sex")}
        options={sexes.map((value) => ({ value, label: t(`choice.sex.${value}`) }))}
        placeholder={t("choice.notStated")}
        optional
      />
    </>
  );
}

type InstitutionProps = { institutions: Option[]; placeholder?: string; optional?: boolean };

/** Where somebody works. */
export function InstitutionField({ institutions, placeholder, optional = false }: InstitutionProps) {
  const { t } = useTranslation("people");
  return (
    <Select
      name="homeInstitutionId"
      label={t("field.homeInstitutionId")}
      options={institutions}
      placeholder={placeholder ?? t("choice.none")}
      optional={optional}
    />
  );
}

export function CountryField() {
  const { t } = useTranslation(["people", "common"]);
  return (
    <Select
      name="country"
      label={t("field.country")}
      options={countries.map((value) => ({ value, label: t(`common:country.${value}`) }))}
      placeholder={t("choice.none")}
    />
  );
}

/** In which language somebody is written to. */
export function LocaleField({ hint, isNew = false }: { hint: string; isNew?: boolean }) {
  const { t } = useTranslation("people");
  return (
    <Select
      name="locale"
      label={t("field.locale")}
      hint={hint}
      options={locales.map((value) => ({ value, label: endonyms[value] }))}
      placeholder={isNew ? t("choice.none") : undefined}
    />
  );
}
