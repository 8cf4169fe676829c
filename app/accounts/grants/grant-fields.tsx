import { type Role, roles } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Option, Select, TextField } from "#app/ui/form/fields.tsx";

type Props = { programmes: Option[]; institutions: Option[] };

// Each field shows with the roles that need it, without scripts; browsers that cannot tell show them all.
const withProgramme =
  "supports-[selector(:has(*))]:hidden group-has-[option[value=coordinator]:checked]:block group-has-[option[value=manager]:checked]:block";
const withWorkshop = "supports-[selector(:has(*))]:hidden group-has-[option[value=instructor]:checked]:block";
const withInstitution = "supports-[selector(:has(*))]:hidden group-has-[option[value=focalPoint]:checked]:block";

/** A role and the place where it holds. */
export function GrantFields({ programmes, institutions }: Props) {
  const { t } = useTranslation(["people", "common"]);
  const options = roles.toReversed().map((role: Role) => ({ value: role, label: t(`common:role.${role}`) }));
  return (
    <div className="group">
      <Select
        name="role"
        label={t("field.role")}
        hint={t("hint.role")}
        options={options}
        placeholder={t("choice.none")}
      />
      <div className={withProgramme}>
        <Select
          name="programmeId"
          label={t("field.programmeId")}
          hint={t("hint.programmeId")}
          options={programmes}
          placeholder={t("choice.none")}
          optional
          unmarked
        />
      </div>
      <div className={withWorkshop}>
        <TextField
          name="workshopCode"
          label={t("field.workshopCode")}
          hint={t("hint.workshopCode")}
          maxLength={20}
          autoCapitalize="characters"
          spellCheck={false}
        />
      </div>
      <div className={withInstitution}>
        <Select
          name="institutionId"
          label={t("field.institutionId")}
          hint={t("hint.institutionId")}
          options={institutions}
          placeholder={t("choice.none")}
        />
      </div>
    </div>
  );
}

export const grantFieldNames = ["role", "programmeId", "workshopCode", "institutionId"] as const;
