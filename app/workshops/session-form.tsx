import { useState } from "react";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldGroup } from "#app/ui/field-group.tsx";
import { Boxes, Select, TextField } from "#app/ui/fields.tsx";
import { PostForm } from "#app/ui/form.tsx";
import { sessionKinds } from "./kinds.ts";
import { OtherClock } from "./other-clock.tsx";
import type { OtherTime } from "./other-time.ts";

type SessionFormProps = {
  initial: Record<string, string | string[]>;
  zone: string;
  city: string;
  other: { zone: string; city: string };
  stored: OtherTime;
  submit: string;
};

/** One session: wall times at the venue, with the other clock beside them while typing. */
export function SessionForm({ initial, zone, city, other, stored, submit }: SessionFormProps) {
  const { t } = useTranslation(["workshops", "desk", "common"]);
  const [times, setTimes] = useState({
    date: String(initial.date ?? ""),
    startsTime: String(initial.startsTime ?? ""),
    endsTime: String(initial.endsTime ?? ""),
  });
  const names = ["date", "startsTime", "endsTime", "kind", "room"] as const;
  const labels = {
    ...Object.fromEntries(names.map((name) => [name, t(`desk:field.${name}`)])),
    ...Object.fromEntries(
      locales.map((locale) => [`title.${locale}`, `${t("desk:field.sessionTitle")}${t("common:fact.note", { note: endonyms[locale] })}`]),
    ),
  };
  const typing = (name: keyof typeof times) => (event: { target: { value: string } }) =>
    setTimes((before) => ({ ...before, [name]: event.target.value }));
  return (
    <PostForm initial={initial} labels={labels}>
      <FieldGroup legend={t("desk:session.times")} hint={t("desk:session.timesHint", { city })}>
        <div className="fields md:grid-cols-3">
          <TextField
            name="date"
            type="date"
            label={t("desk:field.date")}
            hint={t("desk:hint.date")}
            width="max-w-52"
            onChange={typing("date")}
          />
          <TextField
            name="startsTime"
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
            label={t("desk:field.startsTime")}
            hint={t("desk:hint.time")}
            width="max-w-36"
            onChange={typing("startsTime")}
          />
          <TextField
            name="endsTime"
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
            label={t("desk:field.endsTime")}
            hint={t("desk:hint.time")}
            width="max-w-36"
            onChange={typing("endsTime")}
          />
        </div>
        <OtherClock {...times} zone={zone} other={other} stored={stored} />
      </FieldGroup>
      <FieldGroup legend={t("desk:session.what")}>
        <div className="fields lg:grid-cols-2">
          <Select name="kind" label={t("desk:field.kind")} options={sessionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <TextField name="room" label={t("desk:field.room")} optional />
        </div>
        <Boxes name="isCounted" legend={t("desk:field.isCounted")} options={[{ value: "1", label: t("desk:hint.isCounted") }]} unmarked />
        <div className="fields xl:grid-cols-3">
          {locales.map((locale) => (
            <TextField
              key={locale}
              name={`title.${locale}`}
              lang={locale}
              optional
              label={
                <>
                  {t("desk:field.sessionTitle")} · <span lang={locale}>{endonyms[locale]}</span>
                </>
              }
            />
          ))}
        </div>
      </FieldGroup>
      <button type="submit" className="button button-main">
        {submit}
      </button>
    </PostForm>
  );
}
