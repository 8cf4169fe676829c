import { useTranslation } from "#app/i18n/use-translation.ts";
import type { demoAccounts } from "./demo-accounts.ts";

type Props = { accounts: typeof demoAccounts; password: string; next: string | null };

/** One form an account, so that a visitor of the demo is in with one press, with and without scripts. */
export function DemoSignIn({ accounts, password, next }: Props) {
  const { t } = useTranslation(["access", "common"]);
  // around the password, which must not be broken at its hyphen
  const [before, after] = t("demo.note", { password: "\n" }).split("\n");
  return (
    <section aria-labelledby="demo" className="panel p-5 sm:p-8">
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
            <form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              {next ? <input type="hidden" name="next" value={next} /> : null}
              <button
                type="submit"
                className="button button-plain button-small"
                aria-label={t("demo.useOf", { email })}
              >
                {t("demo.use")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
