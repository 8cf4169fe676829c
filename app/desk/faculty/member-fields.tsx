import { facultyRoles } from "#app/faculty/rules.ts";
import { locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Boxes, TextArea } from "#app/ui/form/fields.tsx";

/** As what somebody is on the list, and in which languages. */
export function MemberFields() {
  const { t } = useTranslation(["faculty", "common"]);
  return (
    <>
      <Boxes
        name="roles"
        legend={t("field.roles")}
        hint={t("hint.roles")}
        options={facultyRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <Boxes
        name="languages"
        legend={t("field.languages")}
        hint={t("hint.languages")}
        options={locales.map((value) => ({ value, label: t(`common:language.${value}`) }))}
      />
      <TextArea name="note" label={t("field.note")} hint={t("hint.note")} rows={3} optional />
    </>
  );
}

export function useMemberLabels(): Record<string, string> {
  const { t } = useTranslation("faculty");
  return { roles: t("field.roles"), languages: t("field.languages"), note: t("field.note") };
}
