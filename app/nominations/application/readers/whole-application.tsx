import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnswerSections, MadeDeclarations } from "#app/nominations/application/answers.tsx";
import { ApplicationHistory } from "#app/nominations/application/application-history.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { PrintButton } from "#app/web/print-button.tsx";
import type { readApplication } from "./read-application.ts";

type Props = {
  read: Omit<Awaited<ReturnType<typeof readApplication>>, "isOpen">;
  /** Where whoever may opens the sensitive sections. */
  sealedPage?: string;
};

/** All that a nominee has sent, as their focal point and the coordinators of the workshop read it. */
export function WholeApplication({ read, sealedPage }: Props) {
  const { t } = useTranslation("applications");
  const { version, sections, sealed, declarations, standing } = read;
  return (
    <>
      <div className="mb-8 flex flex-wrap items-center gap-4">
        <p>
          {t("check.sentAt", { at: standing.sentAt })} · {t("readers.version", { number: version })}
        </p>
        <PrintButton>{t("print")}</PrintButton>
      </div>
      <AnswerSections sections={sections} />
      {sealed.length ? (
        <Section title={t("sealed.sections")}>
          <ul className="mb-2 list-disc ps-5">
            {sealed.map(({ key, title }) => (
              <li key={key}>
                <LocalText value={title} />
              </li>
            ))}
          </ul>
          <p className="max-w-[65ch] text-hint">{t("sealed.apart")}</p>
          {sealedPage ? (
            <a className="link inline-flex min-h-11 items-center print:hidden" href={sealedPage}>
              {t("sealed.toPage")}
            </a>
          ) : null}
        </Section>
      ) : null}
      <MadeDeclarations declarations={declarations} />
      <ApplicationHistory history={standing.history} />
    </>
  );
}
