import type { ReactNode } from "react";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { repeatedHours } from "#app/time/zoned-time.ts";
import { sessionKinds } from "#app/timetable/kinds.ts";
import { Dialog, DialogButton } from "./dialog-frame.tsx";

/** The facts of a session that a timetable plans. */
export function SessionDialog() {
  const { t } = useTranslation(["timetable", "desk", "workshops"]);
  const buttons = (
    <>
      <DialogButton value="save" look="main">
        {t("editor.button.save")}
      </DialogButton>
      <DialogButton value="cancel">{t("editor.button.cancel")}</DialogButton>
    </>
  );
  const text = (name: string, label: ReactNode, lang?: string) => (
    <label>
      {label}
      <input className="field" name={name} lang={lang} autoComplete="off" />
    </label>
  );
  return (
    <Dialog name="session" title={t("editor.session")} buttons={buttons}>
      <p className="wrong" role="alert" data-part="wrong" hidden>
        {t("editor.wrong")}
      </p>
      <p className="wrong" role="alert" data-part="asksNight" hidden>
        {t("paste.problem.night")}
      </p>
      <div className="editor-fields">
        <label>
          {t("desk:field.date")}
          <input className="field" type="date" name="date" />
        </label>
        {text("from", t("desk:field.startsTime"))}
        {text("to", t("desk:field.endsTime"))}
        <label>
          {t("desk:field.kind")}
          <select className="field" name="kind">
            {sessionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`workshops:kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="editor-check" data-part="night" hidden>
          <input type="checkbox" name="endsNextDay" /> {t("desk:hint.endsNextDay")}
        </label>
        {text("room", t("desk:field.room"))}
        <label className="editor-check">
          <input type="checkbox" name="isCounted" /> {t("desk:hint.isCounted")}
        </label>
      </div>
      {locales.map((locale) => (
        <label key={locale}>
          <span lang={locale}>{endonyms[locale]}</span>
          <input className="field" name={locale} lang={locale} maxLength={160} autoComplete="off" />
        </label>
      ))}
      <p>
        <a className="link" data-part="whole" href="#editor-help">
          {t("editor.whole")}
        </a>
      </p>
    </Dialog>
  );
}

/** Of a time that clocks show twice: which is meant. */
export function HoursDialog() {
  const { t } = useTranslation(["timetable", "desk"]);
  const buttons = (
    <>
      <DialogButton value="save" look="main">
        {t("editor.button.save")}
      </DialogButton>
      <DialogButton value="cancel">{t("editor.button.putBack")}</DialogButton>
    </>
  );
  return (
    <Dialog name="hours" title={t("desk:form.session.twice")} buttons={buttons}>
      <p data-part="which" className="font-bold" />
      {(["startsHour", "endsHour"] as const).map((name) => (
        <label key={name} data-part={name}>
          {t(`desk:field.${name}`)}
          <select className="field" name={name}>
            {repeatedHours.map((hour) => (
              <option key={hour} value={hour}>
                {t(`desk:hour.${hour}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </Dialog>
  );
}
