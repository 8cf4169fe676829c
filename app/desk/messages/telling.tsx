import { useTranslation } from "#app/i18n/use-translation.ts";
import { quietMinutes } from "#app/outbox/rules.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  count: number;
  /** Where to see that they were told; left out on that page. */
  messages?: string;
};

/** Who is going to be told of what was changed, and when. */
export function Telling({ count, messages }: Props) {
  const { t } = useTranslation("desk");
  return (
    <Notice title={t("telling.title", { count })}>
      <p>
        {t("telling.text", { minutes: quietMinutes })}{" "}
        {messages ? (
          <a className="link" href={messages}>
            {t("telling.messages")}
          </a>
        ) : null}
      </p>
    </Notice>
  );
}
