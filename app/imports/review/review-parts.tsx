import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { type FormMessage, useMessage } from "#app/ui/form/message.ts";

export function ProblemText({ problem }: { problem: FormMessage | null }) {
  const message = useMessage();
  return problem ? <p>{message(problem)}</p> : null;
}

export function AnotherFile({ look = "plain" }: { look?: "main" | "plain" }) {
  const { t, locale } = useTranslation("import");
  return (
    <Button look={look} href={to.importPeople({ locale })}>
      {t("review.again")}
    </Button>
  );
}
