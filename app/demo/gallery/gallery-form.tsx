import { useTranslation } from "#app/i18n/use-translation.ts";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Boxes, Select, TextArea, TextField } from "#app/ui/form/fields.tsx";
import { FormState } from "#app/ui/form/form.tsx";
import { HowToSend } from "#app/ui/form/kept-notice.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { SectionIndex } from "#app/ui/form/section-index.tsx";
import { choiceField } from "#app/ui/form/seen.rules.ts";
import { Segments } from "#app/ui/form/segments.tsx";
import { Section } from "#app/ui/frame/page.tsx";

const wrong = {
  wrong: "common:form.missing",
  wrongChoice: "common:form.choose",
  wrongBoxes: "common:form.choose",
  [choiceField("disputed")]: "common:form.disputed",
};

/** What is filled in: empty, filled, wrong, disputed, and where nothing can be changed. */
export function GalleryForm() {
  const { t } = useTranslation("gallery");
  const labels = { wrong: t("field.wrong"), wrongChoice: t("field.choice"), wrongBoxes: t("field.boxes") };
  const disputed = { disputed: t("value"), [choiceField("disputed")]: "" };
  const values = {
    ...disputed,
    name: t("value"),
    text: t("long"),
    choice: "second",
    boxes: ["first", "third"],
    radios: "second",
  };
  return (
    <Section title={t("section.form")}>
      <FormState errors={wrong} values={values} seen={{ disputed: t("long") }} labels={labels}>
        <form noValidate>
          <HowToSend>
            <SaveBar label={t("save")} />
          </HowToSend>
          <div className="gap-x-8 xl:grid xl:grid-cols-[minmax(0,1fr)_14rem] xl:items-start">
            <div>
              <Fields />
              <WrongFields />
            </div>
            <SectionIndex
              parts={[
                { id: "part-fine", label: t("field.group"), names: ["name"] },
                { id: "part-wrong", label: t("field.wrong"), names: ["wrong", "wrongChoice"] },
              ]}
            />
          </div>
          <Bars />
          <SaveBar label={t("save")}>
            <span className="text-hint max-sm:text-sm">{t("hint")}</span>
          </SaveBar>
        </form>
      </FormState>
    </Section>
  );
}

function useOptions() {
  const { t } = useTranslation("gallery");
  return (["first", "second", "third"] as const).map((value) => ({ value, label: t(`choice.${value}`) }));
}

function Fields() {
  const { t } = useTranslation("gallery");
  const options = useOptions();
  return (
    <FieldGroup id="part-fine" legend={t("field.group")} hint={t("hint")}>
      <div className="fields lg:grid-cols-2">
        <TextField name="name" label={t("field.name")} hint={t("hint")} />
        <TextField name="optional" label={t("field.optional")} optional />
        <Select name="choice" label={t("field.choice")} options={options} />
        <TextField name="secret" label={t("field.secret")} type="password" autoComplete="off" />
      </div>
      <EmailField label={t("field.email")} autoComplete="off" />
      <TextArea name="text" label={t("field.text")} hint={t("hint")} />
      <Boxes name="boxes" legend={t("field.boxes")} hint={t("hint")} options={options} optional />
      <Boxes name="radios" legend={t("field.radios")} options={options} type="radio" />
    </FieldGroup>
  );
}

function WrongFields() {
  const { t } = useTranslation("gallery");
  const options = useOptions();
  return (
    <FieldGroup id="part-wrong" legend={t("field.group")} need="required">
      <div className="fields lg:grid-cols-2">
        <TextField name="wrong" label={t("field.wrong")} hint={t("hint")} unmarked />
        <Select
          name="wrongChoice"
          label={t("field.choice")}
          options={options}
          placeholder={t("empty.title")}
          unmarked
        />
      </div>
      <TextField name="disputed" label={t("field.name")} unmarked />
      <Boxes name="wrongBoxes" legend={t("field.boxes")} options={options} unmarked />
    </FieldGroup>
  );
}

function Bars() {
  const { t } = useTranslation("gallery");
  const options = useOptions();
  return (
    <div className="mb-6 grid max-w-3xl gap-3">
      <Segments label={t("field.segments")} name="segments" options={options} value="second" />
      <fieldset disabled className="min-w-0">
        <legend className="hint">{t("look.disabled")}</legend>
        <Segments label={t("field.segments")} name="segmentsDisabled" options={options} value={null} />
      </fieldset>
    </div>
  );
}
