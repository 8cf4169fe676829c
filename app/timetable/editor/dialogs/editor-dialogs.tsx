import { useTranslation } from "#app/i18n/use-translation.ts";
import type { EditorData } from "#app/timetable/editor/editor.ts";
import { FormKey } from "#app/ui/form/form-key.tsx";
import { Dialog, DialogButton } from "./dialog-frame.tsx";
import { HoursDialog, SessionDialog } from "./session-dialog.tsx";
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
        <caption className="sr-only">{t("editor.conflictHint")}</caption>
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
