import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listReleasedQuotas } from "#app/nominations/quotas/queries.ts";
import { readChoice } from "#app/tables/list.ts";
import { inChosenOrder } from "#app/tables/list-order.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { paging } from "#app/web/paging.ts";
import { queryChoice, queryPage, queryText } from "#app/web/search-params.ts";
import { deskWorkshop, mayHere } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { asItIs } from "./ledger.rules.ts";
import { ledgerList } from "./ledger-list.tsx";
import { ledgerRows, readLedger, releasedWords, seatGroups, windowWords } from "./ledger-view.ts";
import { SeatGrid } from "./seat-grid.tsx";

export const loader = guardedLoader("participant.read", async (visit) => {
  const { db, t, locale, actor, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const list = ledgerList();
  const choice = readChoice(url, list);
  const read = await readLedger(visit, workshop);
  const all = inChosenOrder(ledgerRows(read, workshop, visit), list, choice, visit);
  const { page, pages } = paging(all.length, pageSize, queryPage(url));
  const released = (await listReleasedQuotas(db, workshop.id)).map(({ releasedAt, ...quota }) => ({
    ...quota,
    releasedOn: releasedAt ? formatDate(locale, localDate(releasedAt, workshop.zone)) : "",
  }));
  return {
    frame,
    choice,
    page,
    pages,
    rows: all.slice((page - 1) * pageSize, page * pageSize),
    groups: seatGroups(asItIs(read.ledger), read, visit),
    hasQuotas: read.ledger.quotas.length > 0,
    released: releasedWords(released, read, t),
    windows: windowWords(workshop, visit),
    mayDivide: mayHere(actor, "workshop.change", workshop),
    mayChange: mayHere(actor, "participant.change", workshop),
    done: queryChoice(url, "done", ["divided", "released"]),
    given: Number(/^\d{1,5}$/.exec(queryText(url, "seats", 5))?.[0] ?? 0),
  };
});

const pageSize = 100;

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function QuotasPage() {
  const { frame, rows, choice, page, pages, groups, hasQuotas, done, given, ...rest } = useLoaderData<typeof loader>();
  const { t } = useTranslation("quotas");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("title")} hasList={rows.length > 0}>
      {done ? (
        <Notice tone="good" title={t(`done.${done}`)}>
          {given ? <p>{t("done.given", { count: given })}</p> : null}
        </Notice>
      ) : null}
      <Head code={code} hasQuotas={hasQuotas} {...rest} />
      {hasQuotas || rest.released.length ? null : (
        <div className="mb-6">
          <Empty title={t("empty.title")}>{t("empty.text")}</Empty>
        </div>
      )}
      <SeatGrid groups={groups} />
      <Released released={rest.released} />
      {rows.length ? (
        <Section title={t("list.title")}>
          <ListTable list={ledgerList(rest.mayChange ? code : null)} rows={rows} choice={choice} isDense />
          <Pagination page={page} pages={pages} />
        </Section>
      ) : null}
    </WorkshopFrame>
  );
}

type HeadProps = Pick<Loaded, "hasQuotas" | "windows" | "mayDivide"> & { code: string };

function Head({ code, hasQuotas, windows, mayDivide }: HeadProps) {
  const { t, locale } = useTranslation(["quotas", "selection"]);
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="max-w-[65ch]">
        <h2 className="mb-1 text-2xl">{t("title")}</h2>
        <p className="hint">{t("lead")}</p>
        {windows.map((text) => (
          <p key={text} className="mt-1">
            {text}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        <a className="link" href={to.participants({ locale, code })}>
          {t("participants")}
        </a>
        {mayDivide ? (
          <>
            <a className="link" href={to.selection({ locale, code })}>
              {t("selection:title")}
            </a>
            <a className="link" href={to.quotasTrial({ locale, code })}>
              {t("trial.link")}
            </a>
            <Button look={hasQuotas ? "plain" : "main"} href={to.quotasDivision({ locale, code })}>
              {t("division.link")}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}

function Released({ released }: Pick<Loaded, "released">) {
  const { t } = useTranslation("quotas");
  if (!released.length) return null;
  return (
    <Section title={t("released.title")}>
      <ul className="list-disc ps-6">
        {released.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}
