import { useTranslation } from "#app/i18n/use-translation.ts";
import { Table } from "#app/ui/display/table.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import type { HistoryView } from "./history-view.ts";

type Props = { history: HistoryView; action: string; mayPlan: boolean; isTyped: boolean };

/** What was measured, and what was agreed when and why. */
export function IndicatorHistory({ history: { values, versions }, action, mayPlan, isTyped }: Props) {
  const { t } = useTranslation("programmes");
  return (
    <>
      {isTyped ? (
        <Section title={t("indicator.values")}>
          {values.length ? (
            <Values values={values} action={action} mayPlan={mayPlan} />
          ) : (
            <p className="text-hint">{t("indicator.noValues")}</p>
          )}
        </Section>
      ) : null}
      <Section title={t("indicator.versions")}>
        <Table
          caption={t("indicator.versions")}
          rows={versions}
          keyOf={({ version }) => version}
          columns={[
            {
              name: "version",
              label: t("indicator.version"),
              cell: ({ version }) => version,
              isHeading: true,
              isLabelled: true,
            },
            { name: "at", label: t("indicator.savedAt"), cell: ({ at }) => at, className: "whitespace-nowrap" },
            { name: "changed", label: t("indicator.changed"), cell: ({ changed }) => changed, isLabelled: true },
            {
              name: "reason",
              label: t("indicator.field.reason"),
              cell: ({ reason }) => reason || "–",
              isLabelled: true,
            },
          ]}
        />
      </Section>
    </>
  );
}

type ValuesProps = Pick<Props, "action" | "mayPlan"> & { values: HistoryView["values"] };

function Values({ values, action, mayPlan }: ValuesProps) {
  const { t } = useTranslation("programmes");
  const removal = {
    name: "removal",
    label: t("indicator.removal"),
    hasHiddenLabel: true,
    isOnScreenOnly: true,
    cell: ({ measuredOn }: HistoryView["values"][number]) => (
      <PostButton look="plain" isSmall action={action} fields={{ part: "removal", measuredOn }}>
        {t("indicator.remove")}
      </PostButton>
    ),
  };
  return (
    <Table
      caption={t("indicator.values")}
      rows={values}
      keyOf={({ measuredOn }) => measuredOn}
      columns={[
        { name: "day", label: t("indicator.field.measuredOn"), cell: ({ day }) => day, isHeading: true },
        {
          name: "value",
          label: t("indicator.field.value"),
          cell: ({ value }) => value,
          isNumber: true,
          isLabelled: true,
        },
        { name: "note", label: t("indicator.field.note"), cell: ({ note }) => note || "–", isLabelled: true },
        ...(mayPlan ? [removal] : []),
      ]}
    />
  );
}
