import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { changeProgramme, holdProgramme } from "./commands.ts";
import { programmeForm } from "./form.ts";
import { programmeFormValues } from "./form-values.ts";
import { ProgrammeForm } from "./programme-form.tsx";
import { findProgramme } from "./queries.ts";
import { partyRows } from "./rules.ts";

export const loader = guardedLoader("programme.change", async ({ db, locale, t, at, params, url }) => {
  const programme = orNotFound(await findProgramme(db, params.code ?? ""));
  const { code, startsOn, endsOn, texts, parties } = programme;
  return {
    code,
    title: textIn(Object.fromEntries(texts.map(({ locale, title }) => [locale, title])), locale),
    period: formatPeriod(locale, startsOn, endsOn),
    initial: programmeFormValues(programme),
    institutions: await institutionChoices(
      db,
      { locale, t, at },
      parties.map(({ institutionId }) => institutionId),
    ),
    parties: partyRows(parties.length),
    done: queryChoice(url, "done", ["added", "changed"]),
  };
});

export const action = guardedEdit("programme.change", programmeForm, {
  hold: async ({ trx, params }) => orNotFound(await holdProgramme(trx, params.code ?? "")),
  stored: async (_, programme) => programmeFormValues(programme),
  lists: ["party", "signatory"],
  record: (_, { id }) => ({ actions: ["programme.changed"], subjectId: id }),
  async save({ trx, by, input, values, locale }, programme) {
    const outcome = await changeProgramme(trx, programme, input, by);
    if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
    return redirect(to.programme({ locale, code: programme.code }, { done: "changed" }));
  },
});

export default function ProgrammePage() {
  const { code, title, period, done, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData();
  const { t, locale } = useTranslation(["programmes", "institutions"]);
  return (
    <Page
      width="wide"
      title={`${title.text || code} · ${code}`}
      heading={title.text ? <LocalText value={title} note /> : code}
      over={
        <>
          <span>{code}</span>
          <span>{period}</span>
          <a className="link" href={to.programmeRecord({ locale, code })}>
            {t("institutions:record.title")}
          </a>
          <a className="link" href={to.deskProgramme({ locale, code })}>
            {t("desk.see")}
          </a>
          <a className="link" href={to.publicProgramme({ locale, code })}>
            {t("public.see")}
          </a>
        </>
      }
      crumbs={[{ to: to.programmes({ locale }), label: t("list.title") }]}
    >
      {done && !answer ? (
        <Notice tone="good" title={t(`done.${done}`)}>
          {done === "added" ? (
            <a className="link" href={to.accounts({ locale })}>
              {t("done.accounts")}
            </a>
          ) : null}
        </Notice>
      ) : null}
      <ProgrammeForm {...form} submit={t("change.button")} />
    </Page>
  );
}
