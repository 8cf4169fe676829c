import { to } from "#app/addresses.ts";
import { ApplicationBadge } from "#app/nominations/application/application-badge.tsx";
import { rankColumn, senderColumn } from "#app/nominations/nomination/nominee-columns.ts";
import { nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import type { List } from "#app/tables/list.ts";
import { DecisionBadge } from "./decision-badge.tsx";
import type { SelectionRow } from "./selection-view.ts";

/** Who is decided on in a workshop, and how. */
export const selectionList: List<SelectionRow> = {
  name: "selection",
  title: (t) => t("selection:title"),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn({
      isSortable: true,
      href: ({ code, id }, locale) => to.nomination({ locale, code, nomination: id }),
      onPage: {},
    }),
    otherNameColumn(),
    senderColumn,
    rankColumn("priority"),
    {
      name: "group",
      label: (t) => t("quotas:list.group"),
      value: ({ group }) => group,
      width: 36,
      isSortable: true,
      onPage: {},
    },
    {
      name: "application",
      label: (t) => t("applications:title"),
      value: ({ application }, t) => (application ? t(`applications:state.${application}`) : ""),
      isSortable: true,
      onPage: { cell: ({ application }) => (application ? <ApplicationBadge state={application} /> : null) },
    },
    {
      name: "score",
      label: (t) => t("review:column.score"),
      kind: "number",
      value: ({ score }) => score,
      isSortable: true,
      onPage: {},
    },
    {
      name: "place",
      label: (t) => t("review:column.place"),
      kind: "number",
      value: ({ place }) => place,
      isSortable: true,
    },
    {
      name: "decision",
      label: (t) => t("selection:decision"),
      value: ({ column }, t) => t(`selection:column.${column}`),
      isSortable: true,
      onPage: { cell: (row) => <DecisionBadge column={row.column} rank={row.reserveRank} /> },
    },
    {
      name: "rank",
      label: (t) => t("selection:reserveRank"),
      kind: "number",
      value: ({ reserveRank }) => reserveRank,
    },
    {
      name: "announced",
      label: (t) => t("selection:announced"),
      value: ({ isOpen }, t) => (isOpen ? "" : t("selection:yes")),
      onPage: {},
    },
    {
      name: "eligibility",
      label: (t) => t("selection:eligibility.title"),
      value: ({ eligibility }, t) => (eligibility ? t(`selection:eligibility.${eligibility}`) : ""),
      onPage: {},
    },
    {
      name: "because",
      label: (t) => t("selection:because.title"),
      value: ({ because }, t) => (because ? t(`selection:because.${because}`) : ""),
      width: 36,
      onPage: {},
    },
    { name: "note", label: (t) => t("selection:note"), value: ({ note }) => note, width: 48 },
    {
      name: "firstTime",
      label: (t) => t("selection:firstTimer"),
      value: ({ isFirstTimer }, t) => (isFirstTimer ? t("selection:yes") : ""),
    },
    { name: "post", label: (t) => t("nominations:column.post"), value: ({ post }) => post, width: 32 },
  ],
};
