import { useState } from "react";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
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
  const names = ["kind", "date", "startsTime", "endsTime", "room"] as const;
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
      <fieldset className="panel mb-8 p-5 sm:p-6">
        <legend className="px-2 text-xl font-bold text-ink">{t("desk:session.times")}</legend>
        <p className="mb-4 text-sm text-hint">{t("desk:session.timesHint", { city })}</p>
        <div className="flex flex-wrap gap-x-8">
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
      </fieldset>
      <fieldset className="panel mb-8 p-5 sm:p-6">
        <legend className="px-2 text-xl font-bold text-ink">{t("desk:session.what")}</legend>
        <div className="grid gap-x-8 lg:grid-cols-2">
          <Select name="kind" label={t("desk:field.kind")} options={sessionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <TextField name="room" label={t("desk:field.room")} optional />
        </div>
        <Boxes name="isCounted" legend={t("desk:field.isCounted")} options={[{ value: "1", label: t("desk:hint.isCounted") }]} optional />
        <div className="grid gap-x-8 xl:grid-cols-3">
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
      </fieldset>
      <button type="submit" className="button button-main">
        {submit}
      </button>
    </PostForm>
  );
}
