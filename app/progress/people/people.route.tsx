import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PrintedScope, ScopeForm } from "#app/progress/scope-form.tsx";
import { ListTable } from "#app/tables/list-table.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Chips } from "#app/ui/form/chips.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { peopleList } from "./people-list.tsx";
import { loadPeople } from "./people-view.ts";

export const loader = guardedLoader("progress.read", loadPeople);

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ProgressPeoplePage() {
  const loaded = useLoaderData<typeof loader>();
  const { view, group, kept, groups, places, rows, choice, total, marks, previous, next, up, unfiltered } = loaded;
  const { t } = useTranslation("progress");
  const chips = groups.map(({ group: other, to }) => ({
    href: to,
    label: t(`people.title.${other}`),
    isCurrent: other === group,
  }));
  return (
    <Page
      width="wide"
      hasList={rows.length > 0}
      title={t(`people.title.${group}`)}
      crumbs={[{ to: up, label: t("title") }]}
      lead={<p>{t(`people.lead.${group}`)}</p>}
    >
      <PrintedScope view={view} />
      <Chips label={t("people.groups")} chips={chips} className="mb-4" />
      <ScopeForm view={view} kept={kept} />
      <ChosenPlaces places={places} />
      <p className={marks ? "mb-4 font-bold text-ink" : "font-bold text-ink"}>{t("people.count", total)}</p>
      {marks ? <p>{t("definition.rate.here", marks)}</p> : null}
      {rows.length ? (
        <ListTable list={peopleList} rows={rows} choice={choice} caption={t(`people.title.${group}`)} isDense />
      ) : (
        <Empty
          title={t("people.empty.title")}
          action={
            <Button look="plain" href={unfiltered}>
              {t("people.empty.reset")}
            </Button>
          }
        />
      )}
      <KeyPagination previous={previous} next={next} />
    </Page>
  );
}

/** Country and institution come from a link, so each can be taken away again by one. */
function ChosenPlaces({ places }: Pick<Loaded, "places">) {
  const { t } = useTranslation("progress");
  if (!places.length) return null;
  return (
    <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1">
      {places.map(({ kind, name, without }) => (
        <li key={kind} className="flex flex-wrap items-center gap-x-3">
          <span>{t(`people.place.${kind}`, { name })}</span>
          <a className="link print:hidden inline-flex min-h-11 items-center" href={without}>
            {t(`people.place.without.${kind}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
