import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { registerName } from "#app/people/names.ts";
import type { Minutes } from "./minutes.queries.ts";

export type PaperTable = { title: string; head: string[]; rows: string[][] };
type Words = { locale: Locale; t: Translator };

/** By which rule people were proposed, and whether the decision follows it. Nothing where the round does not say. */
export function ruleFacts({ rule }: Pick<Minutes, "rule">, t: Translator): { term: string; text: string }[] {
  if (!rule) return [];
  const term = t("selection:minutes.rule");
  if (!rule.rule) return [{ term, text: t("selection:minutes.noRule") }];
  const isFollowed = rule.departures.length === 0;
  return [
    { term, text: t(`selection:proposal.${rule.rule}.title`) },
    {
      term: t("selection:minutes.minimum"),
      text: rule.rule === "roundRobin" ? String(rule.minimum) : "",
    },
    {
      term: t("selection:minutes.departures"),
      text: isFollowed ? t("selection:minutes.followed") : t("selection:minutes.below"),
    },
  ].filter(({ text }) => text);
}

/** The criteria with their weights, who reviewed and who was recused, and where the decision departs from the rule. */
export function howTables({ review, rule }: Pick<Minutes, "review" | "rule">, { locale, t }: Words): PaperTable[] {
  const criteria = review?.criteria ?? [];
  return [
    {
      title: t("selection:minutes.criteria"),
      head: [t("review:column.criterion"), t("selection:minutes.weight")],
      rows: criteria.map(({ name, weight }) => [
        textIn(name, locale).text,
        weight === null ? t("selection:minutes.requirement") : String(weight),
      ]),
    },
    {
      title: t("selection:minutes.reviewers"),
      head: [
        ...[t("review:column.reviewer"), t("selection:minutes.institution")],
        ...[t("selection:minutes.sent"), t("selection:minutes.recused")],
      ],
      rows: (review?.reviewers ?? []).map((one) => [
        ...[registerName(one, locale).name, textIn(one.institution, locale).text],
        ...[String(one.sent), String(one.recused)],
      ]),
    },
    {
      title: t("selection:minutes.departures"),
      head: [t("nominations:column.name"), t("selection:minutes.proposed"), t("selection:minutes.decided")],
      rows: (rule?.departures ?? []).map((one) => [
        registerName(one, locale).name,
        one.proposed ? t(`selection:column.${one.proposed}`) : t("selection:minutes.leftOut"),
        t(`selection:column.${one.decision}`),
      ]),
    },
  ];
}
