import type { ReactNode } from "react";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { repeatedHours } from "#app/time/zoned-time.ts";
import { sessionKinds } from "#app/timetable/kinds.ts";
import { FormKey } from "#app/ui/form/form-key.tsx";
import type { EditorData } from "./editor.ts";
import "./editor-dialogs.css";

/** What the editor asks; each is opened by its script. */
export function EditorDialogs({ data }: { data: EditorData }) {
  return (
    <>
      <SessionDialog />
      <HoursDialog />
      <MisfitDialog />
      <ConflictDialog />
      <KeysDialog />
      <form method="post" action={data.urls.paste} data-part="paste" hidden>
        <FormKey of="form" />
        <input type="hidden" name="part" value="look" />
        <input type="hidden" name="text" />
        <input type="hidden" name="html" />
      </form>
    </>
  );
}

function Dialog({
  name,
  title,
  children,
  buttons,
}: {
  name: string;
  title: string;
  children: ReactNode;
  buttons: ReactNode;
}) {
  return (
    <dialog data-part={`dialog-${name}`} aria-labelledby={`dialog-${name}`} className="editor-dialog">
      <form method="dialog">
        <h2 id={`dialog-${name}`} data-part="title">
          {title}
        </h2>
        {children}
        <div className="flex flex-wrap gap-3">{buttons}</div>
      </form>
    </dialog>
  );
}

type ButtonProps = { value: string; look?: "main" | "plain"; part?: string; children: ReactNode };

const DialogButton = ({ value, look = "plain", part, children }: ButtonProps) => (
  <button
    type="submit"
    value={value}
    className={`button button-${look}`}
    data-part={part}
    formNoValidate={value === "cancel"}
  >
    {children}
  </button>
);

function SessionDialog() {
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
function HoursDialog() {
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

function MisfitDialog() {
  const { t } = useTranslation("timetable");
  const buttons = (
    <>
      <DialogButton value="cancel" look="main">
        {t("editor.button.putBack")}
      </DialogButton>
      <DialogButton value="makeRoom" part="makeRoom">
        …
      </DialogButton>
    </>
  );
  return (
    <Dialog name="misfits" title={t("editor.misfits")} buttons={buttons}>
      <ul className="list-disc ps-6" data-part="lines" />
    </Dialog>
  );
}

function ConflictDialog() {
  const { t } = useTranslation("timetable");
  const buttons = (
    <>
      <DialogButton value="mine" look="main">
        {t("editor.button.mine")}
      </DialogButton>
      <DialogButton value="theirs">{t("editor.button.theirs")}</DialogButton>
    </>
  );
  return (
    <Dialog name="conflict" title={t("editor.conflictHint")} buttons={buttons}>
      <p className="hint">{t("editor.conflictHint")}</p>
      <table className="rows">
        <thead>
          <tr>
            <td />
            <th scope="col">{t("editor.mine")}</th>
            <th scope="col">{t("editor.theirs")}</th>
          </tr>
        </thead>
        <tbody data-part="rows" />
      </table>
    </Dialog>
  );
}

const keys = [
  "walk",
  "open",
  "carry",
  "move",
  "stretch",
  "cancel",
  "several",
  "day",
  "copy",
  "remove",
  "undo",
  "ends",
] as const;

function KeysDialog() {
  const { t } = useTranslation("timetable");
  const names: Record<(typeof keys)[number], string> = {
    walk: t("editor.keyName.arrows"),
    open: "Enter",
    carry: t("editor.keyName.space"),
    move: t("editor.keyName.arrows"),
    stretch: t("editor.keyName.shiftArrows"),
    cancel: "Esc",
    several: `Ctrl + ${t("editor.keyName.space")}`,
    day: "Ctrl + A",
    copy: "Ctrl + C, V, D",
    remove: t("editor.keyName.remove"),
    undo: "Ctrl + Z, Y",
    ends: "Home, End",
  };
  return (
    <Dialog
      name="keys"
      title={t("editor.keys")}
      buttons={<DialogButton value="cancel">{t("editor.button.close")}</DialogButton>}
    >
      <dl className="editor-keys">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{names[key]}</kbd>
            </dt>
            <dd>{t(`editor.key.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
