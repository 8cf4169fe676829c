import { MovedTable } from "#app/desk/timetable/shift/moved-table.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { editionParts } from "#app/timetable/edition/edition.rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { DaysOffList } from "#app/workshops/calendar/days-off-list.tsx";
import type { EditionRow, EditionView } from "./edition-view.ts";

type FormProps = { view: EditionView; initial: { startsOn: string; parts: string[] } };

/** When the next edition begins and what it takes along; below that what would come of it. */
export function EditionForm({ view, initial }: FormProps) {
  const { t } = useTranslation("desk");
  const labels = {
    startsOn: t("edition.startsOn"),
    code: t("field.code"),
    parts: t("edition.parts"),
    ...Object.fromEntries(view.rows.flatMap(({ field, title }) => (field ? [[field, title.text]] : []))),
  };
  return (
    <PostForm initial={initial} labels={labels} saysNeed={false}>
      <input type="hidden" name="lookedAt" value={view.startsOn} />
      <input type="hidden" name="version" value={view.version} />
      <div className="fields lg:grid-cols-2">
        <DateField name="startsOn" label={t("edition.startsOn")} hint={t("edition.startsOnHint")} />
        <TextField
          name="code"
          label={t("field.code")}
          hint={view.nextCode ? t("edition.code", { code: view.nextCode }) : t("draft.code")}
          optional
          width="max-w-60"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </div>
      <Boxes
        name="parts"
        legend={t("edition.parts")}
        hint={t("edition.partsHint")}
        options={editionParts.map((value) => ({ value, label: t(`edition.part.${value}`) }))}
        optional
        unmarked
      />
      <Button look="plain" name="deed" value="look">
        {t("edition.preview")}
      </Button>
      <Outcome view={view} />
      <Button look="main" name="deed" value="copy">
        {t("edition.copy")}
      </Button>
    </PostForm>
  );
}

/** What would come of it: the days, what is off then, and each session. */
function Outcome({ view }: Pick<FormProps, "view">) {
  const { t } = useTranslation("desk");
  return (
    <div className="mt-8">
      <Notice
        isStanding
        tone={view.asked || view.daysOff.length ? "warn" : "key"}
        title={t("edition.period", { period: view.period })}
      >
        <p>{t("edition.planned", { count: view.planned })}</p>
        {view.asked ? <p>{t("edition.askedCount", { count: view.asked })}</p> : null}
        {view.daysOff.length ? <p>{t("edition.daysOff")}</p> : <p>{t("edition.noDaysOff")}</p>}
        {view.staff?.again ? <p>{t("edition.staff", { count: view.staff.again })}</p> : null}
        {view.staff?.left ? <p>{t("edition.staffLeft", { count: view.staff.left })}</p> : null}
        {view.unbooked ? <p>{t("edition.unbooked", { count: view.unbooked })}</p> : null}
      </Notice>
      <DaysOffList view={view.daysOff} />
      {view.rows.length ? (
        <Section title={t("edition.sessions")}>
          <MovedTable
            rows={view.rows}
            caption={t("edition.sessions")}
            question={(row) => <Question row={row as EditionRow} />}
          />
        </Section>
      ) : null}
    </div>
  );
}

/** What becomes of a session that cannot be as it was. */
function Question({ row }: { row: EditionRow }) {
  const { t } = useTranslation("desk");
  if (!row.field) return null;
  const later = { value: "later", label: t("edition.answer.later") };
  const left = { value: "left", label: t("edition.answer.left") };
  return (
    <div className="mt-2">
      {row.isLeft ? <p className="mb-1">{t("edition.isLeft")}</p> : null}
      <Select
        name={row.field}
        label={t("edition.question")}
        options={row.mayBeLater ? [later, left] : [left]}
        placeholder={t(row.isLeft ? "edition.answer.taken" : "form.choose")}
        width="max-w-80"
        unmarked
      />
    </div>
  );
}
