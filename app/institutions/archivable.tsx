import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ListColumn } from "#app/tables/list.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";

type Archivable = { isArchived: boolean };

/** Whether something is in the archive, for the files of its list: on its page a badge says so. */
export const archiveColumn: ListColumn<Archivable> = {
  name: "archive",
  label: (t) => t("institutions:record.archive.title"),
  value: ({ isArchived }, t) => (isArchived ? t("institutions:record.archive.badge") : null),
  width: 16,
};

type LinkProps = Archivable & {
  href: string;
  name: Localised /** What stands for a name that is missing. */;
  code: string;
};

/** Leads to what may be in the archive. */
export function ArchivableLink({ href, name, code, isArchived }: LinkProps) {
  const { t } = useTranslation("institutions");
  return (
    <>
      <a className="link" href={href}>
        {name.text ? <LocalText value={name} /> : code}
      </a>{" "}
      {isArchived ? <Badge tone="quiet">{t("record.archive.badge")}</Badge> : null}
    </>
  );
}
