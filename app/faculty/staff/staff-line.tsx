import { Fragment } from "react";
import type { FacultyRole } from "#app/faculty/rules.ts";
import { facultyRoles } from "#app/faculty/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { StaffName } from "./staff-names.ts";

type Props = {
  staff: readonly StaffName[] /** Without where they work, as a narrow column has it. */;
  isShort?: boolean;
};

/** Below a session: who is in it, a line for each role, with where they work. */
export const StaffLine = ({ staff, isShort = false }: Props) =>
  facultyRoles.map((role) => (
    <OfRole key={role} role={role} isShort={isShort} staff={staff.filter((one) => one.role === role)} />
  ));

function OfRole({ role, staff, isShort }: Required<Props> & { role: FacultyRole }) {
  const { t } = useTranslation(["faculty", "common"]);
  if (!staff.length) return null;
  return (
    <SecondLine>
      {t(`role.${role}`)}
      {t("line.after")}
      {staff.map(({ name, lang, institution }, index) => (
        <Fragment key={`${name} ${institution.text}`}>
          {index ? t("common:fact.between") : null}
          <span lang={lang} className="text-ink">
            {name}
          </span>
          {institution.text && !isShort ? (
            <>
              {t("line.open")}
              <LocalText value={institution} />
              {t("line.close")}
            </>
          ) : null}
        </Fragment>
      ))}
    </SecondLine>
  );
}
