import { useTranslation } from "#app/i18n/use-translation.ts";
import { personHeading } from "#app/people/person-heading.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Table } from "#app/ui/display/table.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import type { StandingView } from "./standing-view.ts";

const tones = { asked: "warn", draft: "warn", sent: "good", recused: "quiet" } as const;

/** Who judges a nominee, who has, and who does not and why. */
export function StandingTable({ standings }: { standings: StandingView[] }) {
  const { t } = useTranslation("review");
  if (!standings.length) return <p className="mb-6">{t("nominee.nobody")}</p>;
  return (
    <div className="mb-6 max-w-4xl">
      <Table
        caption={t("reviewers.title")}
        columns={[
          personHeading(t("column.reviewer"), ({ institution }: StandingView) => institution),
          {
            name: "state",
            label: t("column.state"),
            isLabelled: true,
            cell: ({ state, sentAt }) => (
              <>
                <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
                {state === "sent" ? <SecondLine>{sentAt}</SecondLine> : null}
              </>
            ),
          },
          {
            name: "because",
            label: t("column.because"),
            isLabelled: true,
            cell: ({ because, reason }) =>
              because ? (
                <>
                  {t(`recusal.${because}`)}
                  {reason ? <SecondLine className="wrap-anywhere">{reason}</SecondLine> : null}
                </>
              ) : null,
          },
          {
            name: "readmit",
            label: t("nominee.readmit"),
            hasHiddenLabel: true,
            isOnScreenOnly: true,
            cell: ({ id, name, mayReturn }) =>
              mayReturn ? (
                <PostButton
                  look="plain"
                  isSmall
                  fields={{ part: "readmit", reviewer: id }}
                  aria-label={t("nominee.readmitOf", { name: name.name })}
                >
                  {t("nominee.readmit")}
                </PostButton>
              ) : null,
          },
        ]}
        rows={standings}
        keyOf={({ id }) => id}
      />
    </div>
  );
}
