import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type BoardColumn, decisionReasons, eligibilities } from "#app/nominations/selection/selection.rules.ts";
import { personHeading } from "#app/people/person-heading.tsx";
import { Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Select, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { DecisionBadge } from "./decision-badge.tsx";
import { BalanceTable, EffectTable } from "./effect-tables.tsx";
import type { BalanceRow, EffectRow, SelectionRow } from "./selection-view.ts";

export type Review = {
  decision: BoardColumn;
  /** By which it was proposed; empty where no rule has. */
  rule: string;
  people: SelectionRow[];
  version: string;
  left: number;
  effects: EffectRow[];
  balance: BalanceRow[];
};

/** Who is to be what, and what it does to seats and balance, before it is saved. */
export function DecisionForm({ code, review }: { code: string; review: Review }) {
  const { t, locale } = useTranslation(["selection", "nominations"]);
  const { decision, rule, people, version, effects, balance } = review;
  const back = `${to.selection({ locale, code })}?${new URLSearchParams(people.map(({ id }) => ["n", id]))}`;
  const labels = { because: t("because.title"), eligibility: t("eligibility.title"), note: t("note") };
  return (
    <>
      <h2 className="mb-4 text-2xl">{t(`review.${decision}`, { count: people.length })}</h2>
      {review.left ? <p className="mb-4">{t("review.left", { count: review.left })}</p> : null}
      <div className="mb-6 max-w-4xl">
        <Table
          caption={t("review.people")}
          columns={[
            personHeading(t("nominations:column.name"), ({ sender }: SelectionRow) => sender),
            { name: "rank", label: t("nominations:column.rank"), isLabelled: true, cell: ({ rank }) => rank },
            {
              name: "now",
              label: t("review.now"),
              isLabelled: true,
              cell: ({ column, reserveRank }) => <DecisionBadge column={column} rank={reserveRank} />,
            },
          ]}
          rows={people}
          keyOf={({ id }) => id}
        />
      </div>
      <div className="mb-6 grid items-start gap-4 xl:grid-cols-2">
        <EffectTable effects={effects} />
        <BalanceTable sets={[t("balance.all"), t("balance.before"), t("balance.after")]} balance={balance} />
      </div>
      <PostForm part="decision" labels={labels} isFramed className="max-w-3xl">
        {people.map(({ id }) => (
          <input key={id} type="hidden" name="n" value={id} />
        ))}
        <input type="hidden" name="decision" value={decision} />
        <input type="hidden" name="rule" value={rule} />
        <input type="hidden" name="version" value={version} />
        <Select
          name="because"
          label={labels.because}
          hint={t(decision === "notSelected" ? "because.hint" : "because.ineligible")}
          options={decisionReasons.map((value) => ({ value, label: t(`because.${value}`) }))}
          placeholder={t("because.choose")}
          optional={decision !== "notSelected"}
        />
        <Select
          name="eligibility"
          label={labels.eligibility}
          options={eligibilities.map((value) => ({ value, label: t(`eligibility.${value}`) }))}
          placeholder={t("eligibility.keep")}
          optional
        />
        <TextArea name="note" label={labels.note} hint={t("noteHint")} rows={2} optional />
        <div className="flex flex-wrap gap-4">
          <Button look="main">{t("review.button")}</Button>
          <Button look="plain" href={back}>
            {t("review.back")}
          </Button>
        </div>
        <UnsavedText />
      </PostForm>
    </>
  );
}
