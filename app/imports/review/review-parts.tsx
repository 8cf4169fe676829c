import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { type FormMessage, useMessage } from "#app/ui/form/message.ts";

export function ProblemText({ problem }: { problem: FormMessage | null }) {
  const message = useMessage();
  return problem ? <p>{message(problem)}</p> : null;
}

type Another = {
  /** For which workshop the list was sent: the next one is for the same. */
  workshop: string | null;
  look?: "main" | "plain";
};

export function AnotherFile({ workshop, look = "plain" }: Another) {
  const { t, locale } = useTranslation("import");
  return (
    <Button look={look} href={to.importPeople({ locale }, { workshop })}>
      {t("review.again")}
    </Button>
  );
}
