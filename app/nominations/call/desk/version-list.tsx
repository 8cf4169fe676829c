import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Panel } from "#app/ui/frame/panel.tsx";

type Version = { number: number; reason: string; at: string };

/** Each version as it was published, the latest first, and why it was. */
export function VersionList({ code, versions }: { code: string; versions: Version[] }) {
  const { t, locale } = useTranslation("calls");
  return (
    <section className="mt-8 max-w-3xl">
      <h3 className="mb-2 text-lg">{t("versions.title")}</h3>
      <Panel as="ol" isRuled>
        {versions.map(({ number, reason, at }) => (
          <li key={number} className="px-5 py-3">
            <a className="link font-bold" href={to.publicCall({ locale, code }, { version: number })}>
              {t("versions.number", { number })}
            </a>{" "}
            <span className="text-sm text-hint">{at}</span>
            {reason ? <p className="wrap-anywhere">{reason}</p> : null}
          </li>
        ))}
      </Panel>
    </section>
  );
}
