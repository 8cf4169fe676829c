import type { Role } from "#app/access/permissions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** A role and its place; no status, so no colour of its own. */
export function RoleBadge({ role, place }: { role: Role; place: string | null }) {
  const { t } = useTranslation(["people", "common"]);
  return (
    <span className="inline-block rounded-full border border-line bg-sunken px-2.5 py-0.5 text-sm text-ink">
      {place ? t("grant.at", { role: t(`common:role.${role}`), place }) : t(`common:role.${role}`)}
    </span>
  );
}
