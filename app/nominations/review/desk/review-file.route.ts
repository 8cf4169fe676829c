import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { reviewList } from "./review-list.tsx";
import { readDeskReview, reviewerViews } from "./review-view.ts";

export const loader = listFile("nomination.review", async (visit) => {
  const { db, reach, params, url } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const desk = await readDeskReview(visit, workshop);
  const list = reviewList({ plan: desk.plan, reviewers: reviewerViews(desk) });
  return { list, of: workshop.code, rows: inChosenOrder(desk.rows, list, readChoice(url, list), visit) };
});
