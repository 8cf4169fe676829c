import { Children, isValidElement, type ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Button } from "./button.tsx";
import { SaveBar } from "./save-bar.tsx";

/** Where on a page the form stands that came back after its sender had to sign in again. */
const keptFormId = "kept-form";

/** Below a page's heading: a form that was sent, or a button that was pressed, has done nothing. */
export function KeptNotice({ kind }: { kind: "form" | "press" }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn" title={t(`form.kept.${kind}.title`)}>
      <p>{t(`form.kept.${kind}.text`)}</p>
      {kind === "form" ? (
        <a className="link" href={`#${keptFormId}`}>
          {t("form.kept.form.goTo")}
        </a>
      ) : null}
    </Notice>
  );
}

/** Above the form itself: which button sends it. */
export function HowToSend({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const button = mainButtonIn(children);
  return (
    <p id={keptFormId} tabIndex={-1} className="mb-4 max-w-[65ch] font-bold text-ink">
      {button === null ? t("form.kept.form.send") : t("form.kept.form.sendBy", { button })}
    </p>
  );
}

/** The words on the main button among what a form is made of; null where it stands within a component. */
function mainButtonIn(children: ReactNode): string | null {
  for (const child of Children.toArray(children)) {
    if (!isValidElement<{ look?: string; label?: string; children?: ReactNode }>(child)) continue;
    const { look, label, children: inner } = child.props;
    if (child.type === SaveBar) return label ?? null;
    if (child.type === Button && look === "main") return Children.toArray(inner).join("");
    const found = mainButtonIn(inner);
    if (found !== null) return found;
  }
  return null;
}
