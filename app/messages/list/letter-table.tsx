import { to } from "#app/addresses.ts";
import { endonyms } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { type LetterState, letterStates, listedKinds } from "./letter-state.rules.ts";
import type { letterList } from "./list-view.ts";

type Letters = Awaited<ReturnType<typeof letterList>>;

const tones: Record<LetterState, Tone> = { sent: "good", waiting: "quiet", failed: "bad" };

/** Every letter about a workshop, whoever wrote it, with a search above. */
export function LetterTable({ code, letters, city }: { code: string; letters: Letters; city: string }) {
  const { t, locale } = useTranslation(["messages", "enrolment"]);
  const { filter, rows } = letters;
  const isNarrowed = filter.kind || filter.state || filter.person;
  const columns: Column<Letters["rows"][number]>[] = [
    { name: "at", label: t("list.at", { city }), className: "whitespace-nowrap", cell: ({ composed }) => composed },
    { name: "to", label: t("list.to"), className: "text-sm", cell: ({ to: email }) => <Address email={email} /> },
    {
      name: "subject",
      label: t("list.subject"),
      isHeading: true,
      cell: ({ subject, language, messageId }) => (
        <span lang={language}>
          {messageId ? (
            <a className="link" href={to.message({ locale, code, message: messageId })}>
              {subject}
            </a>
          ) : (
            subject
          )}{" "}
          <span className="text-sm font-normal text-hint">({endonyms[language]})</span>
        </span>
      ),
    },
    {
      name: "state",
      label: t("list.state"),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`copy.${state}`)}</Badge>,
    },
  ];
  if (!rows.length && !isNarrowed)
    return <Empty title={t("enrolment:messages.empty.title")}>{t("enrolment:messages.empty.text")}</Empty>;
  return (
    <>
      <LetterFilters filter={filter} />
      {rows.length ? (
        <>
          <Table caption={t("list.letters")} id="list" columns={columns} rows={rows} keyOf={({ id }) => id} />
          <KeyPagination previous={letters.previous} next={letters.next} />
        </>
      ) : (
        <Empty title={t("list.noneFound")}>{t("list.noneFoundText")}</Empty>
      )}
    </>
  );
}

function LetterFilters({ filter }: Pick<Letters, "filter">) {
  const { t } = useTranslation("messages");
  const { kind, state, person } = filter;
  return (
    <Filters
      submit={t("list.search")}
      look="plain"
      className="mb-4"
      chosen={[kind, state].filter(Boolean).length}
      search={<FilterText name="q" label={t("list.person")} value={person} />}
    >
      <FilterSelect name="kind" label={t("list.kind")} value={kind ?? ""}>
        <option value="">{t("list.anyKind")}</option>
        {listedKinds.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="state" label={t("list.state")} value={state ?? ""}>
        <option value="">{t("list.anyState")}</option>
        {letterStates.map((one) => (
          <option key={one} value={one}>
            {t(`copy.${one}`)}
          </option>
        ))}
      </FilterSelect>
    </Filters>
  );
}
