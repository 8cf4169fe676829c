import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";
import { readSeen, writeSeen } from "#app/ui/form/seen.rules.ts";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { hold } from "#db/hold.ts";
import { nameInstitution, removeName } from "./commands.ts";
import { countryName } from "./country-name.ts";
import { institutionForm } from "./form.ts";
import { nameFormValues } from "./form-values.ts";
import { NameForm } from "./name-form.tsx";
import { NameHistory } from "./name-history.tsx";
import { findInstitution, listDatedNames } from "./queries.ts";
import { type DatedName, nameOn } from "./rules.ts";

const outcomes = ["added", "named", "corrected", "removed"] as const;

export const loader = guardedLoader("programme.change", async ({ db, actor, locale, t, at, params, url }) => {
  const { id, code, country } = orNotFound(await findInstitution(db, params.code ?? ""));
  const names = await listDatedNames(db, id);
  const today = localDate(at, actor.zone);
  const current = nameOn(names, today);
  const corrected = names.find(({ validFrom }) => validFrom === queryText(url, "from"));
  return {
    code,
    country: countryName(country, locale, t),
    name: textIn(current?.name ?? { es: code }, locale),
    history: names.map((dated) => historyRow(dated, { locale, today, current })).reverse(),
    initial: corrected ? nameFormValues(corrected) : null,
    correcting: corrected ? formatDate(locale, corrected.validFrom) : null,
    done: queryChoice(url, "done", outcomes),
  };
});

type Shown = { locale: Locale; today: LocalDate; current: DatedName | null };

const historyRow = ({ validFrom, name, acronym }: DatedName, { locale, today, current }: Shown) => ({
  validFrom,
  from: formatDate(locale, validFrom),
  name,
  acronym,
  when:
    validFrom === current?.validFrom
      ? ("today" as const)
      : validFrom > today
        ? ("later" as const)
        : ("before" as const),
});

export const action = guardedEdit("programme.change", institutionForm, {
  async hold({ trx, input, values, params }) {
    const institution = orNotFound(await findInstitution(trx, params.code ?? ""));
    await hold(trx, "institution", institution.id);
    const names = await listDatedNames(trx, institution.id);
    const dated = names.find(({ validFrom }) => validFrom === input.validFrom) ?? null;
    if (input.part === "name" && !dated && readSeen(values.seen).validFrom === input.validFrom)
      return refuse(invalid({ "": "institutions:form.nameGone" }, { ...values, seen: writeSeen({}) }, 409));
    return { institution, dated };
  },
  // a name that begins on the same day would be replaced, also by whoever means to add one
  stored: async ({ input }, { dated }) => (input.part === "name" ? nameFormValues(dated) : null),
  record: (_, { institution }) => ({
    actions: ["institution.corrected", "institution.named", "institution.added"],
    subjectId: institution.id,
  }),
  async save({ trx, by, input, locale }, { institution: { id, code } }) {
    const done =
      input.part === "name"
        ? await nameInstitution(trx, id, input, by)
        : await removeName(trx, id, input.validFrom, by);
    if (done === "lastName") return refuse(data({ refused: done }, { status: 409 }));
    return redirect(to.institution({ locale, code }, { done: orNotFound(done === "missing" ? null : done) }));
  },
});

export default function InstitutionPage() {
  const { code, country, name, history, initial, correcting, done } = useLoaderData<typeof loader>();
  const answer = useActionData() as { refused?: "lastName"; values?: { part?: string } } | undefined;
  const { pathname, search } = useLocation();
  const { t, locale } = useTranslation(["institutions", "common"]);
  return (
    <Page
      width="wide"
      title={`${name.text} · ${code}`}
      heading={<LocalText value={name} note />}
      over={
        <>
          <span>{code}</span>
          <span>{country}</span>
          <a className="link" href={to.institutionRecord({ locale, code })}>
            {t("record.title")}
          </a>
        </>
      }
      crumbs={[{ to: to.institutions({ locale }), label: t("list.title") }]}
    >
      {done && !answer ? (
        <Notice tone="good" title={t(`done.${done}`)}>
          {done === "added" ? <NextSteps /> : null}
        </Notice>
      ) : null}
      {answer?.refused ? <Notice tone="bad" title={t(`refused.${answer.refused}`)} /> : null}
      <Section title={t("history.title")}>
        <p className="mb-4 max-w-[65ch]">{t("history.lead")}</p>
        <NameHistory rows={history} action={pathname} />
      </Section>
      {correcting ? (
        <Section id="name" title={t("name.correct", { from: correcting })}>
          <NameForm initial={initial} action={`${pathname}${search}`} up={pathname} />
        </Section>
      ) : (
        // a form beside a record that has just been saved looks like one more to fill in
        <details id="name" open={answer?.values?.part === "name"}>
          <summary className="link min-h-11 cursor-pointer py-2">{t("name.add")}</summary>
          <NameForm initial={null} action={`${pathname}${search}`} up={pathname} />
        </details>
      )}
    </Page>
  );
}

/** What somebody who has just added an institution comes to do next. */
function NextSteps() {
  const { t, locale } = useTranslation("institutions");
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1">
      <a className="link" href={to.newInstitution({ locale })}>
        {t("done.another")}
      </a>
      <a className="link" href={to.newProgramme({ locale })}>
        {t("done.programme")}
      </a>
    </p>
  );
}
