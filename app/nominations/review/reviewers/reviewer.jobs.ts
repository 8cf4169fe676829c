import { findRecipient } from "#app/accounts/recipient.queries.ts";
import { to } from "#app/addresses.ts";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { compose } from "#app/mail/compose.ts";
import { deliver } from "#app/mail/deliver.ts";
import { endQuietly } from "#app/outbox/end-quietly.ts";
import type { Handler, Job, JobContext, Round } from "#app/outbox/job.ts";
import { plusDays } from "#app/time/instant.ts";
import { daysBetween, localDate } from "#app/time/wall-time.ts";
import { workshopFacts } from "#app/workshops/letter-facts.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Id } from "#db/id.ts";
import { readReviews } from "../reviewing.ts";
import { owesReview } from "../rules.ts";
import { noteReminded } from "./reviewers.commands.ts";
import { findReviewerById, listDueReviews } from "./reviewers.queries.ts";

/** So many days before marks are wanted, whoever owes some is reminded. */
const reminderDays = 2;

type Kind = "reviewer.named" | "reviewer.asked" | "reviewer.reminded";

export const tellNamed: Handler<"reviewer.named"> = (job, context) => tell("reviewer.named", job, context);
export const tellAsked: Handler<"reviewer.asked"> = (job, context) => tell("reviewer.asked", job, context);
export const remindReviewer: Handler<"reviewer.reminded"> = (job, context) => tell("reviewer.reminded", job, context);

async function tell(kind: Kind, job: Job<{ reviewerId: Id<"reviewer"> }>, context: JobContext) {
  const { read } = context.database;
  const reviewer = await findReviewerById(read, job.payload.reviewerId);
  const [workshop] = reviewer ? await listWorkshopsById(read, [reviewer.workshopId]) : [];
  // they were let go meanwhile
  if (!reviewer || !workshop || workshop.state === "cancelled") return endQuietly(job, context);
  const { plan, owed } = await owedBy(context, workshop.id, reviewer.id);
  if (kind !== "reviewer.named" && !owed) return endQuietly(job, context);
  const { locale, email, personId, name } = await findRecipient(read, reviewer.personId);
  const { code, texts } = workshop;
  const letter = compose(locale, kind, {
    name,
    values: { workshop: textIn(texts.title, locale).text || code },
    facts: [
      ...workshopFacts(workshop, locale),
      ...(owed ? [{ label: "owedReviews" as const, text: formatNumber(locale, owed) }] : []),
      ...(plan?.dueOn ? [{ label: "dueOn" as const, text: formatDate(locale, plan.dueOn) }] : []),
    ],
    link: context.settings.appUrl + to.workshopReviews({ locale, code }),
  });
  return deliver(context, job, { ...letter, to: email, personId, workshopId: workshop.id, locale, kind });
}

async function owedBy({ database }: JobContext, workshopId: Id<"workshop">, id: Id<"reviewer">) {
  const { plan, nominees } = await readReviews(database.read, workshopId);
  const own = nominees.filter(
    ({ nominee, reviews }) =>
      nominee.state === "endorsed" && reviews.some((one) => one.reviewerId === id && owesReview(one)),
  );
  return { plan, owed: plan ? own.length : 0 };
}

/** Whoever still owes marks hears of it two days before they are wanted, once for each day that is set. */
export const remindReviewers: Round = async (database, at) => {
  for (const { workshopId, dueOn, zone } of await listDueReviews(database.read, at)) {
    const left = daysBetween(localDate(at, zone), dueOn);
    if (left < 0 || left > reminderDays) continue;
    const { reviewers, nominees } = await readReviews(database.read, workshopId);
    const owing = new Set(
      nominees
        .filter(({ nominee }) => nominee.state === "endorsed")
        .flatMap(({ reviews }) => reviews.filter(owesReview).map(({ reviewerId }) => reviewerId)),
    );
    for (const one of reviewers) {
      // whoever was named today has a letter already
      if (!owing.has(one.id) || one.remindedDueOn === dueOn || one.namedAt > plusDays(at, -1)) continue;
      await database.transact((trx) => noteReminded(trx, one, { workshopId, dueOn }, at));
    }
  }
};
