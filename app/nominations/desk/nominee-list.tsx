import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplicationBadge } from "#app/nominations/application/application-badge.tsx";
import { NominationBadge } from "#app/nominations/nomination/nomination-badge.tsx";
import { rankColumn, senderColumn } from "#app/nominations/nomination/nominee-columns.ts";
import type { List } from "#app/tables/list.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import type { NomineeRow } from "./nominees-view.ts";

export const nomineeList: List<NomineeRow> = {
  name: "nominees",
  title: (t) => t("nominations:desk.title"),
  keyOf: ({ id }) => id,
  columns: [
    senderColumn,
    rankColumn("rank"),
    {
      name: "name",
      label: (t) => t("nominations:column.name"),
      value: ({ name }) => name,
      width: 32,
      isHeading: true,
      isSortable: true,
      href: ({ code, id }, locale) => to.nomination({ locale, code, nomination: id }),
      onPage: {
        cell: (row) => <Name row={row} />,
      },
    },
    { name: "secondName", label: (t) => t("nominations:fact.otherName"), value: ({ secondName }) => secondName },
    { name: "post", label: (t) => t("nominations:column.post"), value: ({ post }) => post, width: 32 },
    {
      name: "state",
      label: (t) => t("nominations:column.state"),
      value: ({ stateText }) => stateText,
      isSortable: true,
      onPage: { cell: ({ state }) => <NominationBadge state={state} /> },
    },
    {
      name: "application",
      label: (t) => t("applications:title"),
      value: ({ applicationText }) => applicationText,
      isSortable: true,
      onPage: { cell: ({ application }) => (application ? <ApplicationBadge state={application} /> : null) },
    },
    {
      name: "letter",
      label: (t) => t("nominations:letter.title"),
      value: ({ letterText }) => letterText,
      onPage: {},
    },
    { name: "because", label: (t) => t("nominations:withdrawal.because"), value: ({ because }) => because },
    {
      name: "changedAt",
      label: (t) => t("nominations:column.changedAt"),
      value: ({ changedAt }) => changedAt,
      onPage: {},
    },
  ],
};

function Name({ row: { code, id, name, post } }: { row: NomineeRow }) {
  const { locale } = useTranslation();
  return (
    <>
      <a className="link" href={to.nomination({ locale, code, nomination: id })}>
        {name}
      </a>
      {post ? <SecondLine>{post}</SecondLine> : null}
    </>
  );
}
