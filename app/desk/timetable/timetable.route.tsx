import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { EditorShell } from "#app/timetable/editor/editor-shell.tsx";
import { Grid } from "#app/timetable/grid/grid.tsx";
import { Legend } from "#app/timetable/grid/legend.tsx";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Chips } from "#app/ui/form/chips.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { deskWorkshop, mayHere } from "#app/workshops/desk-door.ts";
import { isEver, mayNow } from "#app/workshops/moments.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { editorData } from "./editor-data.ts";
import { timetableView } from "./timetable-view.ts";

export const loader = guardedLoader("desk.read", async (visit) => {
  const { db, actor, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  const mayPlan = mayHere(actor, "workshop.change", workshop) && mayNow("planSessions", workshop, at);
  const view = timetableView(workshop, sessions, visit);
  const added = addedIn(visit.url);
  return {
    frame,
    mayPlan,
    added: added ? added.to - added.from + 1 : 0,
    isShifted: visit.url.searchParams.get("done") === "shifted",
    hasSheets: isEver("takeSheet", workshop.state),
    ...view,
    editor: mayPlan ? await editorData(visit, { workshop, sessions, view, added }) : null,
  };
});

/** The numbers of the sessions that an act has added, which stand in the address as `12-51`. */
function addedIn(url: URL): { from: number; to: number } | null {
  const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(url.searchParams.get("added") ?? "") ?? [];
  return from && to && Number(to) >= Number(from) ? { from: Number(from), to: Number(to) } : null;
}

export default function TimetablePage() {
  const { frame, mayPlan, hasSheets, grid, kinds, clocks, editor, ...page } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["timetable", "desk"]);
  const { code } = frame.workshop;
  const hrefOf = ({ number: n }: { number: number }) =>
    mayPlan
      ? to.session({ locale, code, n })
      : hasSheets
        ? to.sheet({ locale, code, n })
        : to.overview({ locale, code });
  return (
    <WorkshopFrame {...frame} title={t("title")}>
      {page.added ? <Notice tone="good" title={t("done.added", { count: page.added })} /> : null}
      {page.isShifted ? <Notice tone="good" title={t("done.shifted")} /> : null}
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        <Chips label={t("view.label")} chips={page.views} />
        {mayPlan ? <MorePlanning code={code} /> : null}
        <a className="link ms-auto" href={to.paper({ locale, code, paper: "timetable.pdf" })}>
          {t("desk:overview.timetable")}
        </a>
      </div>
      {page.days.length > 1 ? <Chips label={t("view.days")} chips={page.days} className="mb-4" /> : null}
      <p className="hint mb-3">{t("lead", clocks)}</p>
      {editor ? (
        <EditorShell data={editor} addHref={to.newSession({ locale, code })}>
          <Grid grid={grid} hrefOf={hrefOf} />
        </EditorShell>
      ) : (
        <Grid grid={grid} hrefOf={hrefOf} />
      )}
      <Legend kinds={kinds} />
    </WorkshopFrame>
  );
}

/** What else can be done to the sessions as a whole. */
function MorePlanning({ code }: { code: string }) {
  const { t, locale } = useTranslation("timetable");
  return (
    <nav aria-label={t("tools.label")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <a className="link" href={to.timetablePaste({ locale, code })}>
            {t("paste.title")}
          </a>
        </li>
        <li>
          <a className="link" href={to.timetableShift({ locale, code })}>
            {t("shift.title")}
          </a>
        </li>
        <li>
          <a className="link" href={to.timetableTexts({ locale, code })}>
            {t("texts.title")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
