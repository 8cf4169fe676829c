import type { ReactNode } from "react";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Clocks, OtherClock } from "#app/timetable/clocks/other-clock.tsx";
import { interpretations, sessionKinds } from "#app/timetable/kinds.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Boxes, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { modes } from "#app/workshops/kinds.ts";
import { TellingHint, type Told } from "#app/workshops/view/telling-hint.tsx";

import { CountedBox } from "./counted-box.tsx";
import { RepeatedHourFields } from "./repeated-hour-fields.tsx";
import type { SessionChoices } from "./session-choices.ts";
import { SessionPlaceFields } from "./session-place-fields.tsx";
import { useVisitLabels, VisitFields } from "./visit-fields.tsx";

type SessionFormProps = {
  initial: Record<string, string | string[]>;
  clocks: Clocks;
  choices: SessionChoices;
  submit: string;
  /** A second button, which leads to the next new session. */
  hasNext?: boolean;
  /** The usual blocks of a day, above the times. */
  blocks?: ReactNode;
  /** How many are told of what changes. */
  told: Told;
  /** Fields of a later room, and what they are called. */
  staff?: ReactNode;
  staffLabels?: Record<string, string>;
  /** What else is asked, above the button. */
  children?: ReactNode;
};

/** More than a time needs: `3:00 pm` has to be refused, and cut off it would be three in the morning. */
const mostTyped = 20;

/** One session: wall times at the venue, with the other clock beside them while typing. */
export function SessionForm(props: SessionFormProps) {
  const { initial, clocks, choices, submit, hasNext, blocks, told, staff, staffLabels, children } = props;
  const { t } = useTranslation(["workshops", "desk", "clashes", "common"]);
  const names = [
    ...(["date", "startsTime", "endsTime", "startsHour", "endsHour", "kind", "room", "isCounted", "place"] as const),
    ...(["joinUrl", "moduleId", "language", "interpretation"] as const),
  ];
  const labels = {
    untoldReason: t("desk:telling.reason"),
    clashReason: t("clashes:reason.label"),
    zone: t("desk:field.sessionZone"),
    mode: t("desk:field.sessionMode"),
    ...useVisitLabels(),
    ...staffLabels,
    ...Object.fromEntries(names.map((name) => [name, t(`desk:field.${name}`)])),
    ...Object.fromEntries(
      locales.map((locale) => [
        `title.${locale}`,
        `${t("desk:field.sessionTitle")}${t("common:fact.note", { note: endonyms[locale] })}`,
      ]),
    ),
  };
  return (
    <PostForm initial={initial} labels={labels}>
      <FieldGroup legend={t("desk:session.times")} hint={t("desk:session.timesHint", { city: clocks.city })}>
        {blocks}
        <div className="fields md:grid-cols-3">
          <DateField name="date" label={t("desk:field.date")} hint={t("desk:hint.date")} />
          <TextField
            name="startsTime"
            inputMode="numeric"
            maxLength={mostTyped}
            autoComplete="off"
            label={t("desk:field.startsTime")}
            hint={t("desk:hint.time")}
            width="max-w-36"
          />
          <TextField
            name="endsTime"
            inputMode="numeric"
            maxLength={mostTyped}
            autoComplete="off"
            label={t("desk:field.endsTime")}
            hint={t("desk:hint.time")}
            width="max-w-36"
          />
        </div>
        <Boxes
          name="endsNextDay"
          legend={t("desk:field.endsNextDay")}
          options={[{ value: "1", label: t("desk:hint.endsNextDay") }]}
          unmarked
        />
        <RepeatedHourFields />
        <OtherClock {...clocks} />
      </FieldGroup>
      <FieldGroup legend={t("desk:session.what")}>
        <div className="fields lg:grid-cols-2">
          <Select
            name="kind"
            label={t("desk:field.kind")}
            options={sessionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          {choices.modules.length ? (
            <Select
              name="moduleId"
              label={t("desk:field.moduleId")}
              options={choices.modules}
              placeholder={t("desk:session.noModule")}
              optional
            />
          ) : null}
          <Select
            name="mode"
            label={t("desk:field.sessionMode")}
            options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            placeholder={t("desk:session.usualMode")}
            optional
          />
          <Select
            name="language"
            label={t("desk:field.language")}
            options={locales.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            placeholder={t("desk:session.usualLanguage")}
            optional
          />
          <Select
            name="interpretation"
            label={t("desk:field.interpretation")}
            options={interpretations.map((value) => ({ value, label: t(`interpretation.${value}`) }))}
          />
        </div>
        <CountedBox />
        <div className="fields xl:grid-cols-3">
          {locales.map((locale) => (
            <TextField
              key={locale}
              name={`title.${locale}`}
              lang={locale}
              optional
              label={
                <>
                  {t("desk:field.sessionTitle")}
                  <span lang={locale}>{t("common:fact.note", { note: endonyms[locale] })}</span>
                </>
              }
            />
          ))}
        </div>
      </FieldGroup>
      <SessionPlaceFields choices={choices} />
      {staff}
      <VisitFields />
      {children}
      <TellingHint told={told} />
      <div className="flex flex-wrap gap-3">
        <Button look="main">{submit}</Button>
        {hasNext ? (
          <Button look="plain" name="next" value="1">
            {t("desk:session.saveAndNext")}
          </Button>
        ) : null}
      </div>
      <UnsavedText />
    </PostForm>
  );
}
