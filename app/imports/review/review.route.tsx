import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Reach } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countRestedOn } from "#app/imports/apply/meanwhile.queries.ts";
import { decideRows, discardImport, moveImport, sayEncoding, workOn } from "#app/imports/commands.ts";
import { reviewForm } from "#app/imports/form.ts";
import { findOwnImport } from "#app/imports/queries.ts";
import { countDone, countRows, listMeantTwice, listRowsOfGroup } from "#app/imports/rows.queries.ts";
import { hindranceOf, type RowGroup, rowGroups, takesIn } from "#app/imports/rules.ts";
import { enrollingOf, workshopSentFor } from "#app/imports/sending/workshop-view.ts";
import { findOwnWork } from "#app/outbox/works/queries.ts";
import { keyPage } from "#app/tables/key-paging.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice, queryPlace } from "#app/web/search-params.ts";
import { progressView } from "#app/web/work/progress-view.ts";
import { WorkInProgress } from "#app/web/work/work-progress.tsx";
import type { Reader } from "#db/database.ts";
import { asId } from "#db/id.ts";
import { namesUnknownInstitution, registeredInstitutions } from "./registered-view.ts";
import { ReviewState } from "./review-state.tsx";
import { shownRows } from "./review-view.ts";

const pageRows = 50;

export const loader = guardedLoader("person.change", async (visit) => {
  const { db, actor, params, locale, t, url, reach } = visit;
  const own = { id: asId<"peopleImport">(params.id ?? ""), accountId: actor.accountId };
  const list = orNotFound(await findWithin(db, own, reach));
  const { id, fileName, state, facts, problem, workId, workshopId, encoding, programmeId, programmeCode } = list;
  const counts = await countRows(db, id);
  const group = queryChoice(url, "group", rowGroups) ?? firstGroup(counts);
  const place = queryPlace<"peopleImportRow">(url);
  const from = place && /^\d{1,6}$/.test(place.id) ? { side: place.side, number: Number(place.id) } : null;
  const found = state === "checked" ? await listRowsOfGroup(db, id, { group, place: from, size: pageRows }) : [];
  const page = keyPage<(typeof found)[number] & { id: string }, "peopleImportRow">(
    found.map((row) => ({ ...row, id: String(row.number) })),
    pageRows,
    from && place,
  );
  const work =
    workId && isMoving(state) ? await findOwnWork(db, { id: asId<"work">(workId), accountId: actor.accountId }) : null;
  return {
    id,
    fileName,
    programmeId,
    programmeCode,
    state,
    facts,
    encoding,
    problem,
    counts,
    group,
    work: work && progressView(work, locale, t),
    hindrance: hindranceOf(counts),
    twice: counts.twice > 0 ? await listMeantTwice(db, id) : [],
    done: state === "applied" || state === "undone" ? await countDone(db, id) : null,
    workshop: await workshopSentFor(db, workshopId),
    institutions: namesUnknownInstitution(page.rows) ? await registeredInstitutions(db, visit) : [],
    enrolling: state === "applied" ? await enrollingOf(db, { id, workshopId }, { actor, locale, at: visit.at }) : null,
    restedOn: state === "applied" ? await countRestedOn(db, id) : 0,
    rows: await shownRows(db, page.rows, visit),
    previous: page.previous,
    next: page.next,
    isSaved: queryChoice(url, "done", ["saved"]) !== null,
  };
});

/** Whoever has lost its programme since does nothing more with a list that they have sent to it. */
async function findWithin(db: Reader, own: Parameters<typeof findOwnImport>[1], reach: Reach) {
  const sent = await findOwnImport(db, own);
  return sent && takesIn(reach, sent.programmeId) ? sent : null;
}

const isMoving = (state: string) => state === "checking" || state === "applying" || state === "undoing";

const firstGroup = (counts: Record<RowGroup, number>) => rowGroups.find((group) => counts[group] > 0) ?? "new";

/** Each step counts only for a list that is where its page has shown it. */
export const action = guardedAction("person.change", reviewForm, async (visit) => {
  const { trx, actor, params, locale, at, input, reach } = visit;
  const own = { id: asId<"peopleImport">(params.id ?? ""), accountId: actor.accountId };
  const { fileName } = orNotFound(await findWithin(trx, own, reach));
  const here = to.importReview({ locale, id: own.id });
  const work = { ...own, at, fileName };
  if (!(await moveImport(trx, { ...own, at, from: fromState[input.part] }))) return redirect(here);
  if (input.part === "encoding") {
    await sayEncoding(trx, own.id, input.encoding);
    await workOn(trx, { ...work, kind: "peopleCheck", state: "checking" });
  } else if (input.part === "choices") {
    await decideRows(trx, own.id, input.choices);
    // once nobody is asked about any more, what comes next is shown
    const { asked } = await countRows(trx, own.id);
    const group = queryChoice(visit.url, "group", rowGroups);
    const next = group === "asked" && asked === 0 ? null : group;
    return redirect(to.importReview({ locale, id: own.id }, { group: next, done: "saved" }));
  } else if (input.part === "apply") {
    // its page has no such button then
    if (hindranceOf(await countRows(trx, own.id))) return redirect(here);
    await workOn(trx, { ...work, kind: "peopleApply", state: "applying" });
  } else if (input.part === "undo") {
    if ((await countRestedOn(trx, own.id)) > 0) return redirect(here);
    await workOn(trx, { ...work, kind: "peopleUndo", state: "undoing" });
  } else {
    await discardImport(trx, own.id);
    return redirect(to.importPeople({ locale }));
  }
  return redirect(here);
});

const fromState = {
  encoding: "asked",
  choices: "checked",
  apply: "checked",
  undo: "applied",
  discard: "checked",
} as const;

export default function ReviewPage() {
  const loaded = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["import", "deskPeople", "work"]);
  const { fileName, work } = loaded;
  const percent = work?.isUnderWay ? work.percent : null;
  return (
    <Page
      title={percent === null ? fileName : t("work:title", { percent, title: fileName })}
      heading={fileName}
      width="wide"
      hasList={loaded.rows.length > 0}
      crumbs={[
        { to: to.people({ locale }), label: t("deskPeople:list.title") },
        { to: to.importPeople({ locale }), label: t("title") },
      ]}
    >
      {work?.isUnderWay ? <WorkInProgress work={work} /> : <ReviewState list={loaded} />}
    </Page>
  );
}
