import { to } from "#app/addresses.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplicationBadge } from "#app/nominations/application/application-badge.tsx";
import { type BoardColumn, boardColumns } from "#app/nominations/selection/selection.rules.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { SelectionRow } from "./selection-view.ts";

/** So many cards a column: the list has everybody. */
const mostCards = 50;

type BoardProps = { code: string; rows: SelectionRow[]; chosen: string[]; sender: string };

/** Everybody by what is decided about them. Some are ticked, and one button says what they are to be. */
export function SelectionBoard({ code, rows, chosen, sender }: BoardProps) {
  const { t, locale } = useTranslation("selection");
  const open = rows.filter(({ isOpen }) => isOpen).length;
  const form = "selection-choice";
  return (
    <>
      <form id={form} action={to.selection({ locale, code })} className="print:hidden">
        <input type="hidden" name="step" value="review" />
        {sender ? <input type="hidden" name="sender" value={sender} /> : null}
        {open ? (
          <Panel pad="narrow" className="mb-6">
            <p className="mb-3">{t("board.lead")}</p>
            <div className="flex flex-wrap gap-3">
              {boardColumns.map((column) => (
                <Button key={column} look="plain" name="decision" value={column}>
                  {t(`board.to.${column}`)}
                </Button>
              ))}
            </div>
          </Panel>
        ) : null}
      </form>
      <div className="mb-8 grid items-start gap-4 md:grid-cols-2 xl:grid-cols-4">
        {boardColumns.map((column) => (
          <ColumnOf
            key={column}
            column={column}
            rows={rows.filter((row) => row.column === column)}
            chosen={chosen}
            form={form}
          />
        ))}
      </div>
    </>
  );
}

type ColumnProps = { column: BoardColumn; rows: SelectionRow[]; chosen: string[]; form: string };

function ColumnOf({ column, rows, chosen, form }: ColumnProps) {
  const { t } = useTranslation("selection");
  const shown = rows.slice(0, mostCards);
  const isUndecided = column === "undecided" && rows.length > 1;
  return (
    <Panel as="section" className="min-w-0">
      <h3 className="flex items-baseline justify-between gap-2 px-4 py-3 text-lg">
        {t(`column.${column}`)} <span className="figures text-hint">{rows.length}</span>
      </h3>
      {isUndecided ? (
        <label className="flex cursor-pointer items-start gap-3 px-4 pb-3 print:hidden">
          <input type="checkbox" form={form} name="all" value="undecided" className="mt-1 size-5 shrink-0 accent-key" />
          {t("board.all")}
        </label>
      ) : null}
      {rows.length ? (
        <ul className="divide-y divide-hairline border-t border-hairline">
          {shown.map((row) => (
            <Card key={row.id} row={row} isChosen={chosen.includes(row.id)} form={form} of={rows} />
          ))}
        </ul>
      ) : (
        <p className="hint border-t border-hairline px-4 py-3">{t("board.empty")}</p>
      )}
      {rows.length > shown.length ? (
        <p className="hint px-4 py-3">{t("board.more", { count: rows.length - shown.length })}</p>
      ) : null}
    </Panel>
  );
}

type CardProps = { row: SelectionRow; isChosen: boolean; form: string; of: SelectionRow[] };

function Card({ row, isChosen, form, of }: CardProps) {
  const { t, locale } = useTranslation(["selection", "nominations", "review"]);
  const { id, code, name, sender, rank, group, isOpen, eligibility, because, note, reserveRank } = row;
  const own = of.filter((other) => other.isOpen && other.group === group);
  return (
    <li className="px-4 py-3">
      <div className="flex items-start gap-3">
        {isOpen ? (
          <input
            type="checkbox"
            form={form}
            name="n"
            value={id}
            defaultChecked={isChosen}
            aria-label={name.name}
            className="mt-1 size-5 shrink-0 accent-key print:hidden"
          />
        ) : null}
        <div className="min-w-0">
          <a className="link" href={to.nomination({ locale, code, nomination: id })}>
            <PersonName value={name} />
          </a>
          <SecondLine>
            <LocalText value={sender} />
          </SecondLine>
          <SecondLine>{t("board.place", { rank, group })}</SecondLine>
          {row.score === null || row.place === null ? null : (
            <SecondLine>
              <a className="link" href={to.nomineeReview({ locale, code, nomination: id })}>
                {t("review:board.score", { score: formatNumber(locale, row.score), place: row.place })}
              </a>
            </SecondLine>
          )}
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2 empty:hidden">
        {isOpen ? null : <Badge tone="key">{t("announced")}</Badge>}
        {reserveRank === null ? null : <Badge tone="key">{t("reserveAt", { rank: reserveRank })}</Badge>}
        {eligibility ? (
          <Badge tone={eligibility === "eligible" ? "good" : "bad"}>{t(`eligibility.${eligibility}`)}</Badge>
        ) : null}
        {row.application ? <ApplicationBadge state={row.application} isNamed /> : null}
        {isOpen && row.isThirdMissing ? <Badge tone="warn">{t("review:progress.third")}</Badge> : null}
        {row.isEnrolled ? <Badge tone="warn">{t("board.enrolled")}</Badge> : null}
        {row.isFirstTimer ? <Badge tone="quiet">{t("firstTimer")}</Badge> : null}
        {isOpen && reserveRank !== null ? (
          <Moves id={id} name={name.name} isFirst={own[0] === row} isLast={own.at(-1) === row} />
        ) : null}
      </div>
      {because ? <p className="mt-2 text-sm">{t(`because.${because}`)}</p> : null}
      {note ? <p className="wrap-anywhere mt-1 whitespace-pre-line text-sm text-hint">{note}</p> : null}
    </li>
  );
}

type MovesProps = { id: string; name: string; isFirst: boolean; isLast: boolean };

/** A place more or less in the reserve of a group. */
function Moves({ id, name, isFirst, isLast }: MovesProps) {
  const { t } = useTranslation("nominations");
  return (
    <span className="flex gap-2 print:hidden">
      {(["up", "down"] as const).map((step) =>
        (step === "up" ? isFirst : isLast) ? null : (
          <PressForm key={step} fields={{ part: "move", nomination: id, step }}>
            <Button look="plain" isSmall aria-label={t(`nominating.${step}Of`, { name })}>
              {step === "up" ? "↑" : "↓"}
            </Button>
          </PressForm>
        ),
      )}
    </span>
  );
}
