import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { NominationBadge } from "./nomination-badge.tsx";
import type { WholeNominee } from "./nominee-view.ts";

/** Who it is, in which place, and how far. */
export function NomineeFacts({ nominee }: { nominee: WholeNominee }) {
  const { t } = useTranslation(["nominations", "selection"]);
  const { name, post, rank, state, correctBy, because, withdrawnBy, result } = nominee;
  const facts = [
    { term: t("column.state"), value: <NominationBadge state={state} /> },
    { term: t("selection:reserveRank"), value: result?.reserveRank },
    { term: t("selection:because.title"), value: result?.because ? t(`selection:because.${result.because}`) : null },
    { term: t("column.rank"), value: rank },
    { term: t("fact.otherName"), value: name.second },
    { term: t("column.post"), value: post },
    { term: t("fact.correctBy"), value: correctBy ? `${correctBy.host} · ${correctBy.other}` : null },
    { term: t("withdrawal.because"), value: because ? t(`because.${because}`) : null },
    { term: t("fact.withdrawnBy"), value: withdrawnBy ? t(`who.${withdrawnBy}`) : null },
  ];
  return (
    <Panel pad="text" className="mb-8 max-w-3xl">
      <Facts look="columns" facts={facts} />
    </Panel>
  );
}
