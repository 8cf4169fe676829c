import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnswerSections, MadeDeclarations } from "#app/nominations/application/answers.tsx";
import { ApplicationHistory } from "#app/nominations/application/application-history.tsx";
import { PrintButton } from "#app/web/print-button.tsx";
import type { readApplication } from "./read-application.ts";

/** All that a nominee has sent, as their focal point and the coordinators of the workshop read it. */
export function WholeApplication({ read }: { read: Omit<Awaited<ReturnType<typeof readApplication>>, "isOpen"> }) {
  const { t } = useTranslation("applications");
  const { version, sections, declarations, standing } = read;
  return (
    <>
      <div className="mb-8 flex flex-wrap items-center gap-4">
        <p>
          {t("check.sentAt", { at: standing.sentAt })} · {t("readers.version", { number: version })}
        </p>
        <PrintButton>{t("print")}</PrintButton>
      </div>
      <AnswerSections sections={sections} />
      <MadeDeclarations declarations={declarations} />
      <ApplicationHistory history={standing.history} />
    </>
  );
}
