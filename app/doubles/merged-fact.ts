import { cityOf } from "#app/i18n/city-of.ts";
import { endonyms } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { ChosenField, PersonRecord } from "#app/people/merge/merge.rules.ts";
import type { Option } from "#app/ui/form/fields.tsx";

type Words = { institutions: Option[]; t: Translator };

/** A fact of somebody in words; empty where it is not known. */
export function mergedFact(field: ChosenField, person: PersonRecord, { institutions, t }: Words): string {
  const value = person[field];
  if (value === null) return "";
  switch (field) {
    case "institutionId":
      return institutions.find((one) => one.value === value)?.label ?? "";
    case "postLevel":
      return person.postLevel ? t(`people:choice.postLevel.${person.postLevel}`) : "";
    case "sex":
      return person.sex ? t(`people:choice.sex.${person.sex}`) : "";
    case "country":
      return t(`common:country.${value as "MX" | "JP"}`);
    case "zone":
      return cityOf(person.zone, t);
    case "locale":
      return endonyms[person.locale];
    case "certificateName":
      return [person.certificateName, person.certificateSecondName].filter(Boolean).join(" · ");
    default:
      return value;
  }
}
