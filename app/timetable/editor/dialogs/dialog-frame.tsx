import type { ReactNode } from "react";

/** A dialog of the editor: one of its buttons closes it. */
export function Dialog({
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

export const DialogButton = ({ value, look = "plain", part, children }: ButtonProps) => (
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
