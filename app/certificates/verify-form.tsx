import { useTranslation } from "#app/i18n/use-translation.ts";

/** A number from paper, as a plain search: the answer has an address that can be kept. */
export function VerifyForm({ number = "" }: { number?: string }) {
  const { t, i18n } = useTranslation("certificates");
  return (
    <form action={`/${i18n.language}/verify`} className="panel p-5 sm:p-6">
      <label htmlFor="number" className="mb-1 block font-bold text-ink">
        {t("verify.label")}
      </label>
      <p id="number-hint" className="mb-2 text-sm text-hint">
        {t("verify.hint")}
      </p>
      <input
        id="number"
        name="number"
        required
        defaultValue={number}
        maxLength={200}
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby="number-hint"
        className="field mb-4 figures"
      />
      <button type="submit" className="button button-main">
        {t("verify.button")}
      </button>
    </form>
  );
}
