import { useTranslation } from "#app/i18n/use-translation.ts";
import { TextField } from "#app/ui/form/fields.tsx";
import { passwordLength } from "./password-length.ts";

/** `email` lets password managers file the new password under its account. */
export function NewPasswordFields({ email }: { email?: string }) {
  const { t } = useTranslation("access");
  return (
    <>
      {email ? <input type="text" autoComplete="username" defaultValue={email} readOnly hidden /> : null}
      <TextField
        name="password"
        label={t("newPassword.password")}
        hint={t("newPassword.rules", { min: passwordLength.min })}
        type="password"
        autoComplete="new-password"
      />
      <TextField name="passwordAgain" label={t("newPassword.again")} type="password" autoComplete="new-password" />
    </>
  );
}
