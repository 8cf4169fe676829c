import type { AccountState } from "#app/accounts/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";

type Props = { state: AccountState; disabledAt: string | null; isOwn: boolean };

/** Lets an account in, keeps it out, or writes to its holder once more. */
export function AccountSwitch({ state, disabledAt, isOwn }: Props) {
  const { t } = useTranslation("people");
  return (
    <Section title={t("account.access.title")}>
      <p className="mb-4 max-w-[65ch]">{t(`account.access.${state}`)}</p>
      <div className="flex flex-wrap gap-3">
        {state === "invited" ? (
          <PostButton fields={{ part: "invitation" }} look="main">
            {t("account.access.invite")}
          </PostButton>
        ) : null}
        {state === "disabled" ? (
          <PostButton fields={{ part: "enabling", disabledAt: disabledAt ?? "" }} look="main">
            {t("account.access.enable")}
          </PostButton>
        ) : null}
        {state !== "disabled" && !isOwn ? (
          <PostButton fields={{ part: "disabling" }} look="grave">
            {t("account.access.disable")}
          </PostButton>
        ) : null}
      </div>
    </Section>
  );
}
