import { useTranslation } from "#app/i18n/use-translation.ts";
import { NavLink } from "#app/ui/link.tsx";

const sections = ["accounts", "institutions", "programmes"] as const;

/** The parts of the administration, on the page of each. */
export function AdminTabs() {
  const { t, i18n } = useTranslation();
  return (
    <nav aria-label={t("admin.label")} className="print:hidden mb-8 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {sections.map((section) => (
          <li key={section}>
            <NavLink
              to={`/${i18n.language}/admin/${section}`}
              className="-mb-px inline-flex min-h-11 items-center border-b-4 border-transparent text-key hover:border-key-line aria-[current=page]:border-key aria-[current=page]:font-bold"
            >
              {t(`admin.${section}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
