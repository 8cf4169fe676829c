import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/page.tsx";
import type { AccountState } from "./rules.ts";

type Props = { state: AccountState; isOwn: boolean };

/** Lets an account in, keeps it out, or writes to its holder once more. */
export function AccountSwitch({ state, isOwn }: Props) {
  const { t } = useTranslation("people");
  return (
    <Section title={t("account.access.title")}>
      <p className="mb-4 max-w-[65ch]">{t(`account.access.${state}`)}</p>
      <div className="flex flex-wrap gap-3">
        {state === "invited" ? <Press part="invitation" look="button-main" label={t("account.access.invite")} /> : null}
        {state === "disabled" ? <Press part="enabling" look="button-main" label={t("account.access.enable")} /> : null}
        {state !== "disabled" && !isOwn ? (
          <Press part="disabling" look="button-grave" label={t("account.access.disable")} />
        ) : null}
      </div>
    </Section>
  );
}

function Press({ part, look, label }: { part: string; look: string; label: string }) {
  return (
    <form method="post">
      <input type="hidden" name="part" value={part} />
      <button type="submit" className={`button ${look}`}>
        {label}
      </button>
    </form>
  );
}
