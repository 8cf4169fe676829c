import { markField } from "#app/attendance/form.ts";
import { markStatuses } from "#app/attendance/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Asked, useDispute } from "#app/ui/form/dispute.tsx";
import { fieldId, PostForm, useFormState } from "#app/ui/form/form.tsx";
import { useMessage } from "#app/ui/form/message.ts";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { choiceField, type DisputeSide, disputeSides } from "#app/ui/form/seen.rules.ts";
import { Segments } from "#app/ui/form/segments.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import type { Id } from "#db/id.ts";
import type { CorrectionView } from "./correction-view.ts";
import { Corrections } from "./corrections.tsx";

type Row = { id: Id<"enrolment">; name: ShownName; institution: Localised; corrections: CorrectionView[] };
type SheetProps = { rows: Row[]; initial: Record<string, string>; mayTake: boolean };

/** One row a person, a bar of four buttons; everybody present in one click; a save that stays in sight. */
export function Sheet({ rows, initial, mayTake }: SheetProps) {
  const { t } = useTranslation("attendance");
  const marked = rows.filter(({ id }) => initial[markField(id)]).length;
  const of = rows.length;
  return (
    <PostForm
      initial={initial}
      labels={{
        ...Object.fromEntries(rows.map(({ id, name }) => [markField(id), name.name])),
        reason: t("sheet.reasonShort"),
      }}
      saysNeed={false}
    >
      <fieldset disabled={!mayTake} data-live="attendanceSheet" className="min-w-0">
        <legend className="sr-only">{t("sheet.legend")}</legend>
        {mayTake ? (
          <p className="print:hidden mb-3">
            <Button look="plain" name="everybody" value="present">
              {t("sheet.everybody")}
            </Button>
          </p>
        ) : null}
        <p className="signature-heading">{t("sheet.signature")}</p>
        <Panel as="ul" id="list" tabIndex={-1} isRuled className="sheet">
          {rows.map((row) => (
            <SheetRow key={row.id} row={row} />
          ))}
        </Panel>
        {marked > 0 ? <Reason /> : null}
        {mayTake ? (
          <SaveBar label={t("sheet.save")} className="mt-4">
            <span
              className="figures text-hint max-sm:text-sm"
              aria-live="polite"
              data-text={t("sheet.marked", { marked: "{marked}", of })}
            >
              {t("sheet.marked", { marked, of })}
            </span>
            <LiveScript />
          </SaveBar>
        ) : null}
      </fieldset>
      <UnsavedText />
    </PostForm>
  );
}

function SheetRow({ row }: { row: Row }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-3 py-2.5 sm:px-4">
      <div className="min-w-0 flex-1 basis-60">
        <PersonName value={row.name} />
        <SecondLine>
          <LocalText value={row.institution} />
        </SecondLine>
      </div>
      <Mark name={markField(row.id)} label={row.name.name} />
      <Corrections corrections={row.corrections} />
    </li>
  );
}

/** Somebody's mark; where two people have set it differently, the two of which one stays. */
function Mark({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation("attendance");
  const { values } = useFormState();
  const dispute = useDispute(name);
  if (dispute) return <DisputedMark name={name} label={label} {...dispute} />;
  const options = markStatuses.map((value) => ({ value, label: t(`mark.${value}`) }));
  // without scripts the button for everybody sends the form: what it says then holds for each
  const chosen = (values.everybody ?? values[name])?.toString() ?? null;
  return <Segments label={label} name={name} options={options} value={chosen} />;
}

type DisputedMarkProps = { name: string; label: string } & NonNullable<ReturnType<typeof useDispute>>;

function DisputedMark({ name, label, choice, error, ...sides }: DisputedMarkProps) {
  const { t } = useTranslation("attendance");
  const message = useMessage();
  const statusOf = (side: DisputeSide) => markStatuses.find((status) => status === sides[side][name]);
  const options = disputeSides.flatMap((side) => {
    const status = statusOf(side);
    return status ? [{ value: side, label: t(`sheet.dispute.${side}`, { mark: t(`mark.${status}`) }) }] : [];
  });
  return (
    <div id={fieldId(choiceField(name))} tabIndex={-1} className="dispute w-full sm:w-auto">
      {error ? <p className="wrong">{message(error)}</p> : null}
      <Asked name={name} />
      <input type="hidden" name={name} value={statusOf("mine") ?? ""} />
      <Segments label={label} name={choiceField(name)} options={options} value={choice} />
    </div>
  );
}

function Reason() {
  const { t } = useTranslation("attendance");
  const { values, errors } = useFormState();
  const id = fieldId("reason");
  return (
    <label className="print:hidden mt-4 block max-w-xl text-sm text-hint">
      {t("sheet.reason")}
      {errors.reason ? (
        <span id={`${id}-error`} className="wrong block">
          <MessageText message={errors.reason} />
        </span>
      ) : null}
      <input
        id={id}
        name="reason"
        aria-invalid={errors.reason ? true : undefined}
        aria-describedby={errors.reason ? `${id}-error` : undefined}
        maxLength={300}
        defaultValue={String(values.reason ?? "")}
        className="field mt-1 text-base"
      />
    </label>
  );
}
