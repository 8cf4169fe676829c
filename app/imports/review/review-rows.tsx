import { to } from "#app/addresses.ts";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { rowField } from "#app/imports/form.ts";
import { newPerson, rowGroups } from "#app/imports/rules.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { encodingNames } from "#app/tables/reading/encodings.ts";
import { type Fact, Facts } from "#app/ui/display/facts.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Chips } from "#app/ui/form/chips.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import type { ReviewedList } from "./review-list.ts";
import { AnotherFile, ProblemText } from "./review-parts.tsx";
import type { ShownRow } from "./review-view.ts";

/** Row by row, what would come of a list, and the button that has it done. */
export function ReviewRows({ list }: { list: ReviewedList }) {
  const { t, locale } = useTranslation("import");
  const { id, counts, group, problem, isSaved, previous, next } = list;
  const chips = rowGroups
    .filter((name) => counts[name] > 0 || name === group)
    .map((name) => ({
      href: to.importReview({ locale, id }, { group: name }),
      label: t(`group.${name}`),
      count: counts[name],
      isCurrent: name === group,
    }));
  const isAsked = group === "asked" || group === "answered" || group === "byName";
  return (
    <>
      {isSaved ? <Notice tone="good" title={t("review.saved")} /> : null}
      {problem ? (
        <Notice tone="warn" isStanding>
          <ProblemText problem={problem} />
        </Notice>
      ) : null}
      <WhatWasRead list={list} />
      <Decision list={list} />
      <Chips label={t("review.outcome")} chips={chips} className="mb-4" />
      {list.institutions.length > 0 ? <Registered institutions={list.institutions} /> : null}
      {isAsked ? <Hint className="mb-4">{t(`groupHint.${group}`)}</Hint> : null}
      {isAsked ? (
        <PostForm part="choices" saysNeed={false}>
          <Rows list={list} />
          {list.rows.length > 0 ? (
            <Button look={list.hindrance === "asked" ? "main" : "plain"} className="mt-4">
              {t("review.save")}
            </Button>
          ) : null}
        </PostForm>
      ) : (
        <Rows list={list} />
      )}
      <KeyPagination previous={previous} next={next} />
    </>
  );
}

function WhatWasRead({ list: { programmeCode, counts, facts, encoding } }: { list: ReviewedList }) {
  const { t, locale } = useTranslation("import");
  const { sheet, columns = [], ignored = [], merged = [], hiddenRows = 0, otherSheets = 0 } = facts;
  const columnNames = columns.map((column) => t(`column.${column as "email"}`));
  const shown: Fact[] = [
    { term: t("review.programme"), value: programmeCode },
    { term: t("review.rows"), value: counts.total, className: "figures" },
    { term: t("review.sheet"), value: sheet },
    { term: t("review.encoding"), value: encoding && encodingNames[encoding] },
    { term: t("review.columns"), value: formatList(locale, columnNames) },
    { term: t("review.ignored"), value: formatList(locale, ignored) },
  ];
  const notes = [
    merged.length > 0 ? t("review.merged", { cells: merged.join(", ") }) : "",
    hiddenRows > 0 ? t("review.hidden", { count: hiddenRows }) : "",
    otherSheets > 0 ? t("review.sheets", { count: otherSheets }) : "",
  ].filter(Boolean);
  return (
    <>
      <Facts facts={shown} look="beside" className="mb-6" />
      {notes.length > 0 ? (
        <Notice tone="warn" isStanding>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      ) : null}
    </>
  );
}

function Decision({ list: { counts, hindrance, twice, workshop } }: { list: ReviewedList }) {
  const { t, locale } = useTranslation("import");
  const why =
    hindrance && t(`review.hindrance.${hindrance}`, { count: hindrance === "nothing" ? 0 : counts[hindrance] });
  return (
    <div className="mb-8">
      {why ? <p className="mb-3 max-w-[65ch] font-bold text-ink">{why}</p> : null}
      {hindrance === "twice" ? (
        <ul className="mb-3 figures">
          {twice.map((lines) => (
            <li key={lines[0]}>{t("review.twice", { lines: formatList(locale, lines.map(String)) })}</li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {hindrance ? null : (
          <PostButton look="main" fields={{ part: "apply" }}>
            {t("review.apply", { count: counts.total })}
          </PostButton>
        )}
        <AnotherFile workshop={workshop} look={hindrance === "wrong" ? "main" : "plain"} />
        <PostButton look="plain" fields={{ part: "discard" }}>
          {t("review.discard")}
        </PostButton>
      </div>
    </div>
  );
}

/** How the institutions are called here, for whoever corrects a list. */
function Registered({ institutions }: Pick<ReviewedList, "institutions">) {
  const { t } = useTranslation("import");
  return (
    <details className="mb-6">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t("review.institutions")}</summary>
      <ul className="mt-2">
        {institutions.map(({ code, name }) => (
          <li key={code}>{t("field.value", { field: code, value: name })}</li>
        ))}
      </ul>
    </details>
  );
}

function Rows({ list: { rows } }: { list: ReviewedList }) {
  const { t } = useTranslation("import");
  const columns: Column<ShownRow>[] = [
    { name: "line", label: t("review.line"), cell: ({ line }) => line, isLabelled: true, className: "sm:w-20" },
    {
      name: "person",
      label: t("review.person"),
      isHeading: true,
      cell: ({ name, details }) => (
        <>
          <PersonName value={name} />
          {details ? <SecondLine>{details}</SecondLine> : null}
        </>
      ),
    },
    { name: "outcome", label: t("review.outcome"), cell: (row) => <Outcome row={row} />, className: "sm:w-1/2" },
  ];
  if (rows.length === 0) return <Empty title={t("review.none")} />;
  return <Table columns={columns} rows={rows} keyOf={({ number }) => number} caption={t("review.caption")} id="list" />;
}

function Outcome({ row }: { row: ShownRow }) {
  const { t } = useTranslation("import");
  const { outcome, errors, changes, options } = row;
  const lines = errors.length > 0 ? errors : changes;
  return (
    <>
      {lines.length > 0 ? (
        <ul className={errors.length > 0 ? "text-bad" : undefined}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : options.length === 0 ? (
        t(`group.${outcome}`)
      ) : null}
      {options.length > 0 ? <WhoIsIt row={row} /> : null}
    </>
  );
}

function WhoIsIt({ row: { number, line, options, choice } }: { row: ShownRow }) {
  const { t } = useTranslation("import");
  const all = [...options, { value: newPerson, label: t("choice.new") }];
  return (
    <fieldset>
      <legend className="sr-only">{t("choice.legend", { line })}</legend>
      {all.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-start gap-2 py-2">
          <input
            type="radio"
            name={rowField(number)}
            value={value}
            defaultChecked={choice === value}
            className="mt-0.5 size-5 shrink-0 accent-key"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
