import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  /** The workshop's. */
  code: string;
  /** How many have not confirmed their name. */
  unnamed: number;
  /** How many of them nobody has reminded within a day. */
  remindable: number;
};

/** Whose certificate waits for a name, and a press that asks them for it. */
export function NameReminder({ code, unnamed, remindable }: Props) {
  const { t, locale } = useTranslation("certificates");
  if (!unnamed) return null;
  return (
    <Notice isStanding title={t("names.missing", { count: unnamed })}>
      {remindable ? (
        <div className="pt-2 print:hidden">
          <PostButton action={to.nameReminders({ locale, code })} look="plain" isSmall>
            {t("names.remind", { count: remindable })}
          </PostButton>
        </div>
      ) : (
        t("names.remindedLately")
      )}
    </Notice>
  );
}
