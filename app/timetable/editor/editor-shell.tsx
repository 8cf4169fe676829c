import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { EditorDialogs } from "#app/timetable/editor/dialogs/editor-dialogs.tsx";
import { BlankBlock } from "#app/timetable/grid/grid.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import type { EditorData } from "./editor.ts";
import "./editor.css";

type ShellProps = {
  data: EditorData;
  /** Where a session is added without a script. */
  addHref: string;
  children: ReactNode;
};

const ofChosen = ["open", "earlier", "later", "dayBefore", "dayAfter", "shorter", "longer", "duplicate"] as const;

/** Around a timetable that can be changed: what its script needs, hidden until it runs. */
export function EditorShell({ data, addHref, children }: ShellProps) {
  const { t } = useTranslation(["timetable", "desk"]);
  return (
    <section
      className="editor"
      data-live="timetableEditor"
      data-plan={JSON.stringify(data)}
      aria-label={t("editor.label")}
    >
      <div className="editor-tools" role="toolbar" aria-label={t("editor.tools")}>
        <a className="button button-main" data-do="add" href={addHref}>
          {t("desk:session.add")}
        </a>
        {(["undo", "redo", "several", "keys"] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="button button-plain"
            data-do={name}
            data-scripted=""
            aria-pressed={name === "several" ? false : undefined}
            hidden
          >
            {t(`editor.button.${name}`)}
          </button>
        ))}
        <span className="editor-state" data-part="state" data-state="saved" data-scripted="" hidden>
          <i aria-hidden="true" />
          <span data-part="stateText">{t("editor.state.saved")}</span>
          <button type="button" className="link" data-do="retry" hidden>
            {t("editor.button.retry")}
          </button>
        </span>
      </div>
      {children}
      <p className="hint editor-help" id="editor-help" data-scripted="" hidden>
        {t("editor.help")}
      </p>
      <div className="editor-actions" role="toolbar" aria-label={t("editor.ofChosen")} data-part="actions" hidden>
        <b data-part="chosen" />
        {ofChosen.map((name) => (
          <button key={name} type="button" className="button button-plain" data-do={name}>
            {t(`editor.button.${name}`)}
          </button>
        ))}
        <button type="button" className="button button-grave" data-do="remove">
          {t("editor.button.remove")}
        </button>
        <button type="button" className="button button-plain" data-do="close">
          {t("editor.button.close")}
        </button>
      </div>
      <p className="sr-only" role="status" data-part="polite" />
      <p className="sr-only" role="alert" data-part="urgent" />
      <template>
        <BlankBlock />
      </template>
      <EditorDialogs data={data} />
      <LiveScript />
    </section>
  );
}
