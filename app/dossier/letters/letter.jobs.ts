import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { readEnrolment } from "#app/enrolment/letter-parts.ts";
import { isSeated, takingPlace } from "#app/enrolment/rules.ts";
import { formatDate } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { compose, type LetterFact } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import type { Handler } from "#app/outbox/job.ts";
import { localDate } from "#app/time/wall-time.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import { listEntriesOf, listTasks } from "../queries.ts";
import { taskDueOn, taskState } from "../rules.ts";

/** What somebody still owes of what is due within a week, or was: as it stands when the letter goes out. */
export const remindOfDossier: Handler<"dossier.reminded"> = async (job, context) => {
  const { database, settings, at } = context;
  const { workshop, state, personId: holder, mergedIntoId } = await readEnrolment(context, job.payload.enrolmentId);
  const tasks = await listTasks(database.read, workshop.id);
  const entries = await listEntriesOf(database.read, job.payload.enrolmentId);
  const today = localDate(at, workshop.zone);
  const owed = tasks.flatMap((task) => {
    const dueOn = taskDueOn(workshop, task.dueDays);
    const entry = entries.find(({ taskId }) => taskId === task.id)?.state ?? null;
    const standing = taskState(entry, dueOn, today);
    const isAsked = task.owedBy === "participant" && (standing === "soon" || standing === "overdue");
    return isAsked ? [{ task, dueOn, standing }] : [];
  });
  const isComing = takingPlace.some((coming) => coming === workshop.state) && isSeated(state) && !mergedIntoId;
  // there is nothing left to do for whoever reads it
  if (!isComing || owed.length === 0) return endQuietly(job, context);
  const { locale, email, personId, name, hasAccount } = await findRecipient(database.read, holder);
  const t = translator(locale);
  const facts = owed.map(({ task, dueOn, standing }): LetterFact => {
    const title = textIn(task.title, locale).text;
    const until = { title, date: formatDate(locale, dueOn) };
    const text = standing === "overdue" ? t("dossier:letter.overdue", until) : t("dossier:letter.due", until);
    return { label: "task", text };
  });
  const { code, texts } = workshop;
  const letter = compose(locale, "dossier.reminded", {
    name,
    hasAccount,
    values: { workshop: textIn(texts.title, locale).text || code },
    facts: [...workshopFacts(workshop, locale), ...facts],
    link: settings.appUrl + (hasAccount ? to.myDossier({ locale, code }) : to.workshop({ locale, code })),
  });
  return deliver(context, job, {
    ...letter,
    ...{ to: email, personId, workshopId: workshop.id, locale, kind: "dossier.reminded" },
  });
};
