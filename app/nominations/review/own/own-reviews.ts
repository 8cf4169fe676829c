import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { judgeStanding, owesReview } from "../rules.ts";
import {
  listOpened,
  listOpenJudged,
  listReviewedWorkshops,
  listReviewPlaces,
  listReviewsBy,
} from "./reviewing.queries.ts";

type Visit = Pick<Reading, "db" | "actor" | "locale" | "t" | "at">;

/** The workshops for which somebody reviews, with what they owe in each. */
export async function ownReviews({ db, actor, locale, t, at }: Visit) {
  const mine = await listReviewedWorkshops(db, actor.accountId);
  if (!mine.length) return [];
  const reviewerIds = mine.map(({ reviewerId }) => reviewerId);
  const workshopIds = [...new Set(mine.map(({ id }) => id))];
  const places = await listReviewPlaces(db, reviewerIds);
  const judged = Map.groupBy(await listOpenJudged(db, workshopIds), ({ workshopId }) => workshopId);
  const kept = new Map(
    (await listReviewsBy(db, reviewerIds)).map((one) => [`${one.reviewerId} ${one.nominationId}`, one]),
  );
  const opened = new Set((await listOpened(db, workshopIds)).map(({ nominationId }) => nominationId));
  const workshops = new Map((await listWorkshopsById(db, workshopIds)).map((workshop) => [workshop.id, workshop]));
  return mine.flatMap(({ id, reviewerId }) => {
    const [place, workshop] = [places.find((one) => one.id === reviewerId), workshops.get(id)];
    if (!place || !workshop) return [];
    const standings = (judged.get(id) ?? []).flatMap(
      (nominee) => judgeStanding(place, nominee, kept.get(`${reviewerId} ${nominee.id}`), opened.has(nominee.id)) ?? [],
    );
    const { dueOn } = place;
    const { code, title } = workshopView(workshop, { locale, t, at });
    const owed = place.scale === null ? 0 : standings.filter(owesReview).length;
    return [
      {
        ...{ code, title, owed },
        sent: standings.filter(({ state }) => state === "sent").length,
        period: formatPeriod(locale, workshop.startsOn, workshop.endsOn),
        due: dueOn ? formatDate(locale, dueOn) : "",
        isLate: dueOn !== null && owed > 0 && dueOn < localDate(at, workshop.zone),
      },
    ];
  });
}

export type OwnReview = Awaited<ReturnType<typeof ownReviews>>[number];
