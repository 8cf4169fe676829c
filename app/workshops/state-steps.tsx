import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WorkshopState } from "./rules.ts";

type StepsData = { frame: { workshop: { code: string; state: WorkshopState } }; next: WorkshopState[]; problems: string[] };

/** What can be done next with a workshop, and what it means. */
export function StateSteps() {
  const { frame, next, problems } = useLoaderData<StepsData>();
  const { t, i18n } = useTranslation(["workshops", "desk"]);
  if (!next.length) return null;
  const base = `/${i18n.language}/desk/workshops/${frame.workshop.code}`;
  return (
    <section className="panel mb-4 p-5">
      <h2 className="mb-3 text-lg">{t("desk:steps.title")}</h2>
      <ul className="space-y-4">
        {next
          .filter((to) => !(to === "published" && problems.length))
          .map((to, position) => (
            <li key={to}>
              <form method="post" action={to === "completed" ? `${base}/completion` : `${base}/state`}>
                <input type="hidden" name="to" value={to} />
                {to === "cancelled" ? (
                  <details>
                    <summary className="link min-h-11 cursor-pointer py-2 text-bad">{t("desk:steps.cancelled.button")}</summary>
                    <p className="my-2 text-sm">{t("desk:steps.cancelled.hint")}</p>
                    <button type="submit" className="button button-grave button-small">
                      {t("desk:steps.cancelled.confirm")}
                    </button>
                  </details>
                ) : (
                  <>
                    <button type="submit" className={`button button-small w-full ${position === 0 ? "button-main" : "button-plain"}`}>
                      {t(`desk:steps.${to}.button`)}
                    </button>
                    <p className="mt-1 text-sm text-hint">{t(`desk:steps.${to}.hint`)}</p>
                  </>
                )}
              </form>
            </li>
          ))}
      </ul>
    </section>
  );
}
