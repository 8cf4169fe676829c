import { type MarkStatus, markStatuses } from "#app/attendance/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { fieldId, PostForm, useFormState } from "#app/ui/form/form.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { Segments } from "#app/ui/form/segments.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import type { Id } from "#db/id.ts";
import type { CorrectionView } from "./correction-view.ts";
import { Corrections } from "./corrections.tsx";

type Row = {
  id: Id<"enrolment">;
  name: ShownName;
  institution: Localised;
  mark: MarkStatus | null;
  corrections: CorrectionView[];
};

/** One row a person, a bar of four buttons; everybody present in one click; a save that stays in sight. */
export function Sheet({ rows, mayTake }: { rows: Row[]; mayTake: boolean }) {
  const { t } = useTranslation("attendance");
  const marked = rows.filter(({ mark }) => mark).length;
  const of = rows.length;
  return (
    <PostForm className="max-w-4xl" labels={{ reason: t("sheet.reasonShort") }}>
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
        <Panel as="ul" isRuled className="sheet">
          {rows.map((row) => (
            <SheetRow key={row.id} row={row} />
          ))}
        </Panel>
        {rows.some(({ mark }) => mark) ? <Reason /> : null}
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
    </PostForm>
  );
}

function SheetRow({ row }: { row: Row }) {
  const { t } = useTranslation("attendance");
  const { values } = useFormState();
  const name = `mark.${row.id}`;
  const chosen = values[name]?.toString() ?? row.mark;
  const options = markStatuses.map((value) => ({ value, label: t(`mark.${value}`) }));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-3 py-2.5 sm:px-4">
      <div className="min-w-0 flex-1 basis-60">
        <PersonName value={row.name} />
        <SecondLine>
          <LocalText value={row.institution} />
        </SecondLine>
      </div>
      <Segments label={row.name.name} name={name} options={options} value={chosen} />
      <Corrections corrections={row.corrections} />
    </li>
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
