import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { addProgramme } from "./commands.ts";
import { newProgrammeForm } from "./form.ts";
import { ProgrammeForm } from "./programme-form.tsx";
import { partyRows } from "./rules.ts";

export const loader = guardedLoader("programme.change", async ({ db, locale, t, at }) => ({
  institutions: await institutionChoices(db, { locale, t, at }),
  parties: partyRows(0),
}));

export const action = guardedAction(
  "programme.change",
  newProgrammeForm,
  async ({ trx, by, input, values, locale }) => {
    const outcome = await addProgramme(trx, input, by);
    if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
    return redirect(to.programme({ locale, code: input.code }, { done: "added" }));
  },
);

export default function NewProgrammePage() {
  const { institutions, parties } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  return (
    <Page
      title={t("new.title")}
      lead={t("new.lead")}
      width="wide"
      crumbs={[{ to: to.programmes({ locale }), label: t("list.title") }]}
    >
      {institutions.length ? null : (
        <Notice isStanding tone="warn" title={t("new.noInstitutions")}>
          <a className="link" href={to.newInstitution({ locale })}>
            {t("list.empty.institutionsFirst")}
          </a>
        </Notice>
      )}
      <ProgrammeForm institutions={institutions} parties={parties} isNew submit={t("new.button")} />
    </Page>
  );
}
