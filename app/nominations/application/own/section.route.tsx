import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { eraseDay, nomineeDay, sectionView } from "#app/nominations/application/application-view.ts";
import { saveAnswers } from "#app/nominations/application/commands.ts";
import {
  answerValues,
  questionField,
  readAnswers,
  sectionForm,
  unplacedAnswers,
} from "#app/nominations/application/form.ts";
import { isFormerSection } from "#app/nominations/application/queries.ts";
import { type FormSection, isEditable } from "#app/nominations/application/rules.ts";
import type { FilledIn } from "#app/nominations/application/standing.queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import type { Reader } from "#db/database.ts";
import { heldApplication, ownApplication } from "./own-door.ts";
import { OwnApplicationPage } from "./own-page.tsx";
import { QuestionField } from "./question-field.tsx";
import { SealedNote } from "./sealed-note.tsx";

/** The section of an address. Where its form has changed and has it no more, its first stands there instead. */
async function sectionOf(db: Reader, { version }: FilledIn, key: string): Promise<FormSection> {
  const { sections } = version.content;
  const section = sections.find((one) => one.key === key);
  if (section) return section;
  return orNotFound((await isFormerSection(db, version.formId, key)) ? (sections[0] ?? null) : null);
}

export const loader = guardedLoader("own.read", async (visit) => {
  const { db, params, locale, t, actor } = visit;
  const { workshop, nomination, filled } = await ownApplication(visit);
  const { application, version, answers, isOpen, call } = filled;
  const { code } = workshop;
  if (!isEditable(application?.state ?? null, isOpen))
    throw redirect(to.application({ locale, code }, { refused: isOpen ? "notFromHere" : "closed" }));
  const section = await sectionOf(db, filled, params.section ?? "");
  const { sections } = version.content;
  const place = sections.indexOf(section);
  const stored = answerValues(section.questions, answers);
  const next = sections[place + 1];
  const known = section.questions.filter(({ key, from }) => from === "post" && !Object.hasOwn(answers, key));
  return {
    code,
    version: version.number,
    section: sectionView(section, { locale, t }),
    until: eraseDay(section, workshop, { locale, t }),
    place: { number: place + 1, of: sections.length },
    next: next ? textIn(next.title, locale) : null,
    stored,
    // what is known of somebody is offered to them once
    initial: { ...stored, ...Object.fromEntries(known.map(({ key }) => [questionField(key), nomination.post ?? ""])) },
    by: call ? nomineeDay(call, nomination, { locale, t, zone: actor.zone }) : null,
  };
});

export const action = guardedEdit("own.change", sectionForm, {
  async hold(visit) {
    const held = await heldApplication(visit);
    return { ...held, section: await sectionOf(visit.trx, held.filled, visit.params.section ?? "") };
  },
  async stored({ input, values }, { filled, section }) {
    const { version, answers } = filled;
    const { questions } = section;
    if (input.version === version.number) return answerValues(questions, answers);
    // what was typed into a form that has changed since is kept, and looked at once more
    const unplaced = unplacedAnswers(questions, values).map((name) => [name, "common:form.unplaced"]);
    const errors = { "": "applications:refused.otherVersion", ...Object.fromEntries(unplaced) };
    return refuse(invalid(errors, values, 409));
  },
  record: (_, { nomination }) => ({ actions: ["application.saved"], subjectId: nomination.id }),
  async save({ trx, by, input, values, locale }, { workshop, nomination, keys, filled, section }) {
    const { answers, errors } = readAnswers(section.questions, values);
    if (Object.keys(errors).length) return refuse(invalid(errors, values));
    const outcome = await saveAnswers(trx, { workshop, nomination, keys }, { section: section.key, answers }, by);
    if (outcome.status === "refused")
      return refuse(invalid({ "": `applications:refused.${outcome.because}` }, values, 409));
    const { code } = workshop;
    const { sections } = filled.version.content;
    const next = sections[sections.indexOf(section) + 1];
    if (input.onwards === "overview") return redirect(to.application({ locale, code }, { done: "saved" }));
    return redirect(
      next ? to.applicationSection({ locale, code, section: next.key }) : to.applicationCheck({ locale, code }),
    );
  },
});

export default function ApplicationSectionPage() {
  const { code, version, section, until, place, next, stored, initial, by } = useLoaderData<typeof loader>();
  const { t } = useTranslation("applications");
  const labels = Object.fromEntries(section.questions.map(({ name, label }) => [name, label.text]));
  return (
    <OwnApplicationPage code={code} title={section.title.text} heading={<LocalText value={section.title} note />}>
      <div className="max-w-2xl">
        <p className="mb-1 text-sm text-hint">{t("section.place", place)}</p>
        {by ? (
          <p className="mb-4 text-sm text-hint">
            {t("own.by")} <strong className="text-ink">{by.host}</strong> · {by.other}
          </p>
        ) : null}
        <Hint className="mb-4">{t("section.hint")}</Hint>
        {section.lead ? (
          <p className="mb-4">
            <LocalText value={section.lead} />
          </p>
        ) : null}
        {until ? <SealedNote until={until} /> : null}
        <PostForm initial={initial} stored={stored} labels={labels}>
          <input type="hidden" name="version" value={version} />
          {section.questions.map((question) => (
            <QuestionField key={question.name} question={question} choose={t("section.choose")} />
          ))}
          <div className="flex flex-wrap gap-3">
            <Button look="main" width="full on a phone">
              {next ? t("section.saveNext", { next: next.text }) : t("section.saveCheck")}
            </Button>
            <Button look="plain" width="full on a phone" name="onwards" value="overview">
              {t("section.saveLater")}
            </Button>
          </div>
          <UnsavedText />
        </PostForm>
      </div>
    </OwnApplicationPage>
  );
}
