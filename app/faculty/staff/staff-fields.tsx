import { to } from "#app/addresses.ts";
import { staffRows } from "#app/faculty/form.ts";
import { type FacultyRole, facultyRoles } from "#app/faculty/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { type Option, Select } from "#app/ui/form/fields.tsx";
import { useFormState } from "#app/ui/form/form.tsx";

/** Who is offered for each role. */
export type StaffChoices = Record<FacultyRole, Option[]>;

/** Lists that stand ready before anybody is chosen: some sessions have two who speak, or who interpret in turn. */
const atFirst: Record<FacultyRole, number> = { instructor: 2, interpreter: 2, companion: 1 };

/** Who is in a session: a list for each of them, and always one more than are chosen. */
export function StaffFields({ choices }: { choices: StaffChoices }) {
  const { t, locale } = useTranslation("faculty");
  const { values } = useFormState();
  const hasNobody = facultyRoles.every((role) => choices[role].length === 0);
  return (
    <FieldGroup legend={t("session.title")} hint={t("session.hint")} need="optional">
      {facultyRoles.map((role) => (
        <div key={role} className="fields lg:grid-cols-3">
          {namesOf(role)
            .slice(0, Math.max(atFirst[role], lastFilled(role, values) + 1))
            .map((name, index) => (
              <Select
                key={name}
                name={name}
                label={t("session.numbered", { role: t(`role.${role}`), number: index + 1 })}
                options={choices[role]}
                placeholder={t("session.nobody")}
                optional
                unmarked
              />
            ))}
        </div>
      ))}
      <p className="mb-6">
        <a className="link" href={to.newMember({ locale })} target="_blank" rel="noreferrer">
          {t(hasNobody ? "session.addFirst" : "session.add")}
        </a>
      </p>
    </FieldGroup>
  );
}

const namesOf = (role: FacultyRole) => Array.from({ length: staffRows[role] }, (_, index) => `${role}.${index + 1}`);

const lastFilled = (role: FacultyRole, values: Record<string, unknown>) =>
  namesOf(role).findLastIndex((name) => Boolean(values[name])) + 1;

/** The names of these fields, for a summary of errors. */
export function useStaffLabels(): Record<string, string> {
  const { t } = useTranslation("faculty");
  return Object.fromEntries(
    facultyRoles.flatMap((role) =>
      namesOf(role).map((name, index) => [name, t("session.numbered", { role: t(`role.${role}`), number: index + 1 })]),
    ),
  );
}
