import { useLoaderData } from "@remix-run/react";
import { fileAt, to } from "#app/addresses.ts";
import { ActNotice } from "#app/enrolment/behalf/act/act-notice.tsx";
import { actView } from "#app/enrolment/behalf/act/act-view.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { fileFormats } from "#app/tables/file/file-cell.ts";
import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { paging } from "#app/web/paging.ts";
import { queryChoice, queryPage } from "#app/web/search-params.ts";
import { deskWorkshop, mayHere } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { participantList } from "./participant-list.tsx";
import { participantsView } from "./participants-view.ts";

export const loader = guardedLoader("participant.read", async (visit) => {
  const { t, actor, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const list = participantList(actor.zone);
  const choice = readChoice(url, list);
  const { roster, rowsOf } = await participantsView(visit, workshop);
  const isWhole = queryChoice(url, "all", ["1"]) !== null;
  const { page, pages } = paging(roster.length, isWhole ? roster.length : pageSize, queryPage(url));
  // only what is shown is put into words, unless all of it is put in another order
  const all = choice.sort ? inChosenOrder(rowsOf(roster), list, choice, visit) : null;
  const from = isWhole ? 0 : (page - 1) * pageSize;
  const to = isWhole ? roster.length : page * pageSize;
  const mayChange = mayHere(actor, "participant.change", workshop);
  return {
    frame,
    mayChange,
    act: mayChange ? await actView(visit, workshop.id) : null,
    city: cityOf(actor.zone, t),
    zone: actor.zone,
    choice,
    page,
    pages,
    total: roster.length,
    isWhole,
    rows: all ? all.slice(from, to) : rowsOf(roster.slice(from, to)),
    hasAttendance: mayHere(actor, "attendance.record", workshop),
  };
});

/** A large workshop has several hundred: a page shows some, and all on demand, to print. */
const pageSize = 100;

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ParticipantsPage() {
  const { frame, act, mayChange, rows, choice, city, zone, page, pages, total, isWhole, hasAttendance } =
    useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["attendance", "workshops", "behalf", "quotas", "common"]);
  const { code, seats, reserves } = frame.workshop;
  const list = participantList(zone, mayChange ? code : null);
  return (
    <WorkshopFrame {...frame} title={t("participants.title")} hasList={rows.length > 0}>
      {act ? <ActNotice act={act} code={code} /> : null}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl">{t("participants.title")}</h2>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
          <PapersLink code={code} />
          <a className="link" href={to.quotas({ locale, code })}>
            {t("quotas:title")}
          </a>
          {mayChange ? (
            <>
              <a className="link" href={to.importPeople({ locale }, { workshop: code })}>
                {t("participants.import")}
              </a>
              <Button look="plain" isSmall href={to.newParticipants({ locale, code })}>
                {t("behalf:adding.open")}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      {rows.length ? (
        <>
          <p>
            <span className="text-hint">{t("workshops:facts.seats")}</span>{" "}
            <strong className="figures text-ink">
              {seats}
              {reserves ? t("common:fact.note", { note: reserves }) : null}
            </strong>
          </p>
          {/* a number on paper counts from the roster's beginning */}
          <ListTable list={list} rows={rows} choice={choice} isDense isNumbered={page === 1} />
          <Pagination page={page} pages={pages} />
          <Whole code={code} {...{ total, page, isWhole }} />
          {hasAttendance ? <AttendanceFiles code={code} /> : null}
          <Hint className="mt-4">{t("participants.attendanceHint")}</Hint>
          <Hint className="print:hidden">{t("participants.requestedHint", { city })}</Hint>
        </>
      ) : (
        <Empty title={t("participants.empty.title")}>
          {t(`participants.empty.${frame.workshop.state === "open" ? "open" : "text"}`)}
        </Empty>
      )}
    </WorkshopFrame>
  );
}

/** Who was there in which session: the marks of the whole workshop, as files. */
function AttendanceFiles({ code }: { code: string }) {
  const { t, locale } = useTranslation("tables");
  const address = to.attendance({ locale, code });
  return (
    <p className="mt-4 flex flex-wrap gap-x-3 text-sm print:hidden">
      <span className="text-hint">{t("attendance.take")}</span>
      {fileFormats.map((format) => (
        <a key={format} className="link" href={fileAt(address, format)} aria-label={t(`attendance.${format}`)}>
          {t(`format.${format}`)}
        </a>
      ))}
    </p>
  );
}

function PapersLink({ code }: { code: string }) {
  const { t, locale } = useTranslation("attendance");
  return (
    <a className="link print:hidden" href={to.papers({ locale, code })}>
      {t("participants.papers")}
    </a>
  );
}

/** From a page of a large roster to all of it, and back. On paper a page says of how many it is a part. */
function Whole({ code, total, page, isWhole }: Pick<Loaded, "total" | "page" | "isWhole"> & { code: string }) {
  const { t, locale } = useTranslation("attendance");
  if (total <= pageSize) return null;
  const part = { from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total), total };
  const href = to.participants({ locale, code }, isWhole ? {} : { all: "1" });
  return (
    <p className="mt-4">
      <a className="link print:hidden" href={href}>
        {isWhole ? t("participants.paged") : t("participants.all", { count: total })}
      </a>
      {isWhole ? null : <span className="hidden print:inline">{t("participants.part", part)}</span>}
    </p>
  );
}
