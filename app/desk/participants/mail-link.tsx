import { useTranslation } from "#app/i18n/use-translation.ts";

/** An envelope; the address itself is for whoever hears the page, or rests the pointer on it. */
export function MailLink({ email }: { email: string }) {
  const { t } = useTranslation("attendance");
  return (
    <a
      className="link -my-3 inline-flex size-11 items-center justify-center rounded-lg align-middle"
      title={email}
      href={`mailto:${email}`}
    >
      <svg aria-hidden="true" viewBox="0 0 20 16" className="w-5 fill-none stroke-current stroke-2">
        <path d="M1 1h18v14H1zl9 8 9-8" />
      </svg>
      <span className="sr-only">{t("participants.writeTo", { email })}</span>
    </a>
  );
}
