import { useTranslation } from "#app/i18n/use-translation.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { demoAccounts } from "./demo-accounts.ts";

type Props = { accounts: typeof demoAccounts; password: string; next: string | null };

/** One form an account, so that a visitor of the demo is in with one press, with and without scripts. */
export function DemoSignIn({ accounts, password, next }: Props) {
  const { t } = useTranslation(["access", "common"]);
  // around the password, which must not be broken at its hyphen
  const [before, after] = t("demo.note", { password: "\n" }).split("\n");
  return (
    <Panel as="section" pad="form" aria-labelledby="demo">
      <h2 id="demo" className="mb-2 text-xl">
        {t("demo.title")}
      </h2>
      <p className="mb-4">
        {before}
        <strong className="whitespace-nowrap">{password}</strong>
        {after}
      </p>
      <ul>
        {accounts.map(({ email, role, country }) => (
          <li
            key={email}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-hairline py-3"
          >
            <div className="min-w-0">
              <p className="font-bold text-ink">
                {country
                  ? t("demo.roleIn", { role: t(`common:role.${role}`), country: t(`common:country.${country}`) })
                  : t(`common:role.${role}`)}
              </p>
              <p className="text-sm break-all text-hint">{email}</p>
            </div>
            <PostButton
              fields={{ email, password, ...(next ? { next } : {}) }}
              look="plain"
              isSmall
              aria-label={t("demo.useOf", { email })}
            >
              {t("demo.use")}
            </PostButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
