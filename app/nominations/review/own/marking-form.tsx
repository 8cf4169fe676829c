import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Select, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import type { CriteriaView, CriterionView } from "../criteria/criteria-view.ts";
import { markRows } from "./form.ts";

type Props = { plan: CriteriaView; initial: Record<string, string> };

/** One nominee, criterion by criterion: kept as a draft, or sent. */
export function MarkingForm({ plan, initial }: Props) {
  const { t } = useTranslation("review");
  const { criteria, scale } = plan;
  const labels: Record<string, string> = {};
  for (const { position, name } of criteria) {
    labels[markRows.nameOf(position, "mark")] = name.text;
    labels[markRows.nameOf(position, "note")] = t("own.noteOn", { criterion: name.text });
  }
  const [checks, weighted] = [true, false].map((isCheck) =>
    criteria.filter((one) => (one.weight === null) === isCheck),
  );
  return (
    <PostForm part="marks" initial={initial} labels={labels} saysNeed={false} className="mb-10">
      {checks?.length ? (
        <FieldGroup legend={t("form.checks")}>
          {checks.map((criterion) => (
            <CriterionFields key={criterion.id} criterion={criterion} scale={scale} />
          ))}
        </FieldGroup>
      ) : null}
      <FieldGroup legend={t("form.criteria")} hint={t("own.scale", { scale })}>
        {weighted?.map((criterion) => (
          <CriterionFields key={criterion.id} criterion={criterion} scale={scale} />
        ))}
      </FieldGroup>
      <p className="hint mb-4 max-w-[65ch]">{t("own.sendHint")}</p>
      <div className="flex flex-wrap gap-4">
        <Button look="main" name="deed" value="send">
          {t("own.send")}
        </Button>
        <Button look="plain" name="deed" value="save">
          {t("own.save")}
        </Button>
      </div>
      <UnsavedText />
    </PostForm>
  );
}

function CriterionFields({ criterion, scale }: { criterion: CriterionView; scale: number }) {
  const { t } = useTranslation("review");
  const { position, name, weight, lowest, highest } = criterion;
  const marks = weight === null ? [1, 0] : Array.from({ length: scale + 1 }, (_, mark) => scale - mark);
  const wordsOf = (mark: number) => (mark === scale ? highest.text : mark === 0 ? lowest.text : "");
  const options = marks.map((mark) => {
    const words = weight === null ? "" : wordsOf(mark);
    const label = weight === null ? t(`answer.${mark ? "yes" : "no"}`) : String(mark);
    return { value: String(mark), label: words ? t("mark.worded", { mark, words }) : label };
  });
  return (
    <div className="border-t border-hairline pt-4 first-of-type:border-0">
      <Select
        name={markRows.nameOf(position, "mark")}
        label={<LocalText value={name} />}
        hint={weight === null ? undefined : t("column.weight", { weight })}
        options={options}
        placeholder={t("own.unmarked")}
        width="max-w-xl"
        optional
        unmarked
      />
      <TextArea
        name={markRows.nameOf(position, "note")}
        label={<span className="font-normal">{t("own.note")}</span>}
        rows={2}
        optional
        unmarked
      />
    </div>
  );
}

/** To step aside: somebody judges fairly, or not at all. */
export function RecusalForm() {
  const { t } = useTranslation("review");
  return (
    <PostForm part="recusal" labels={{ reason: t("nominee.reason") }} isFramed className="mb-8 max-w-2xl">
      <h2 className="mb-1 text-lg">{t("own.recuse")}</h2>
      <p className="hint mb-4">{t("own.recuseHint")}</p>
      <TextArea name="reason" label={t("nominee.reason")} rows={2} />
      <Button look="plain">{t("own.recuseButton")}</Button>
    </PostForm>
  );
}
