import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { KeptView } from "#app/materials/materials-view.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Hint } from "#app/ui/hint.tsx";
import type { CopyView } from "./copies-view.ts";

/** Each version with who has added it; the first of the list is the one that is shown. */
export function Versions({ code, versions }: { code: string; versions: KeptView[] }) {
  const { t, locale } = useTranslation(["materials", "common"]);
  const columns: Column<KeptView>[] = [
    {
      name: "version",
      label: t("version.column"),
      isHeading: true,
      cell: ({ number, version, isErased }) =>
        isErased ? (
          t("version.number", { version })
        ) : (
          <a className="link" href={to.version({ locale, code, n: number, version })}>
            {t("version.number", { version })}
          </a>
        ),
    },
    {
      name: "file",
      label: t("field.file"),
      cell: ({ facts, isErased }) => (isErased ? t("erased") : facts.slice(1).join(t("common:fact.between"))),
    },
    { name: "added", label: t("version.added"), cell: ({ added }) => added },
    { name: "by", label: t("version.by"), cell: ({ addedBy }) => addedBy || "–" },
  ];
  return <Table caption={t("version.title")} columns={columns} rows={versions} keyOf={({ version }) => version} />;
}

/** Whose copies have been made of a confidential material. */
export function Copies({ copies }: { copies: CopyView[] }) {
  const { t } = useTranslation("materials");
  const columns: Column<CopyView>[] = [
    { name: "reader", label: t("copy.reader"), isHeading: true, cell: ({ reader }) => <PersonName value={reader} /> },
    { name: "made", label: t("copy.made"), cell: ({ made }) => made },
    { name: "version", label: t("version.column"), cell: ({ version }) => t("version.number", { version }) },
    { name: "code", label: t("copy.code"), cell: ({ code }) => <span className="figures">{code}</span> },
  ];
  if (!copies.length) return <p className="text-hint">{t("copy.empty")}</p>;
  return (
    <>
      <Hint className="mb-3">{t("copy.hint")}</Hint>
      <Table caption={t("copy.title")} columns={columns} rows={copies} keyOf={({ code }) => code} />
    </>
  );
}
