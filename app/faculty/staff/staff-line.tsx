import { Fragment } from "react";
import type { FacultyRole } from "#app/faculty/rules.ts";
import { facultyRoles } from "#app/faculty/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { StaffName } from "./staff-names.ts";

/** Below a session: who is in it, a line for each role, with where they work. */
export const StaffLine = ({ staff }: { staff: readonly StaffName[] }) =>
  facultyRoles.map((role) => <OfRole key={role} role={role} staff={staff.filter((one) => one.role === role)} />);

function OfRole({ role, staff }: { role: FacultyRole; staff: readonly StaffName[] }) {
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
          {institution.text ? (
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
