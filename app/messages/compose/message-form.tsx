import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { audiences } from "#app/messages/rules.ts";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Boxes, Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { SectionIndex } from "#app/ui/form/section-index.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import type { ComposeView } from "./compose-view.ts";
import { PeopleBoxes } from "./people-boxes.tsx";
import { TextFields } from "./text-fields.tsx";

type Props = {
  view: ComposeView;
  initial?: Record<string, string | string[]>;
  submit: string;
};

/** Whom a message is for, and what it says in up to three languages. */
export function MessageForm({ view, initial, submit }: Props) {
  const { t } = useTranslation(["messages", "common"]);
  const labels = {
    audience: t("form.audience"),
    sessionId: t("form.absentFrom"),
    chosen: t("form.people"),
    ...Object.fromEntries(
      locales.flatMap((locale) =>
        (["subject", "body"] as const).map((field) => [
          `${field}.${locale}`,
          t(`form.${field}`) + t("common:fact.note", { note: endonyms[locale] }),
        ]),
      ),
    ),
  };
  const parts = [
    { id: "part-audience", label: labels.audience, names: ["audience", "sessionId", "chosen"] },
    ...locales.map((locale) => ({ id: `part-${locale}`, label: endonyms[locale], names: [] })),
  ];
  return (
    <PostForm initial={initial ?? { audience: "all" }} stored={initial ?? {}} labels={labels} saysNeed={false}>
      <div className="gap-x-8 xl:grid xl:grid-cols-[minmax(0,1fr)_14rem] xl:items-start">
        <div>
          <FieldGroup id="part-audience" legend={labels.audience} hint={t("form.audienceHint")}>
            <Audience view={view} />
          </FieldGroup>
          <Hint className="mb-4 max-w-[65ch]">{t("form.textsHint")}</Hint>
          {locales.map((language) => (
            <TextFields key={language} language={language} readers={view.readers} placeholders={view.placeholders} />
          ))}
        </div>
        <SectionIndex parts={parts} />
      </div>
      <SaveBar label={submit} />
      <UnsavedText />
    </PostForm>
  );
}

function Audience({ view: { counts, sessions, people } }: Pick<Props, "view">) {
  const { t } = useTranslation("messages");
  const labelOf = (audience: (typeof audiences)[number]) =>
    audience === "absent" || audience === "chosen"
      ? t(`audience.${audience}`)
      : t("form.counted", { group: t(`audience.${audience}`), count: counts[audience] });
  return (
    <div className="audience">
      <div className="[&>fieldset>div]:flex-col">
        <Boxes
          name="audience"
          legend={t("form.group")}
          type="radio"
          options={audiences.map((value) => ({ value, label: labelOf(value) }))}
        />
      </div>
      <div className="of-absent">
        <Select
          name="sessionId"
          label={t("form.absentFrom")}
          hint={t("form.absentHint")}
          options={sessions}
          placeholder={t("form.noSession")}
          optional
          unmarked
          width="max-w-xl"
        />
      </div>
      <div className="of-chosen">
        {people.length ? <PeopleBoxes people={people} /> : <Hint className="mb-6">{t("form.nobody")}</Hint>}
      </div>
    </div>
  );
}
