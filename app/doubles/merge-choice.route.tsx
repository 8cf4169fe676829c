import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { listPeopleWithin } from "#app/enrolment/people/people-list.queries.ts";
import { findPersonWithin } from "#app/enrolment/people/within-reach.queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryText } from "#app/web/search-params.ts";

export const loader = guardedLoader("person.change", async ({ db, actor, reach, locale, at, params, url }) => {
  const person = orNotFound(await findPersonWithin(db, reach, params.person ?? ""));
  const q = queryText(url, "q") || person.familyName;
  const filter = { q, institutionId: null, country: null, programmeId: null, place: null, locale };
  const { rows } = await listPeopleWithin(db, reach, filter);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  return {
    id: person.id,
    name: shownName(person),
    q,
    rows: rows
      .filter(({ id }) => id !== person.id)
      .map(({ id, institutionId, post, email, ...names }) => ({
        ...{ id, name: shownName(names), institution: institutionOf(institutionId) },
        ...{ post: post ?? "", email: email ?? "" },
      })),
  };
});

export default function MergeChoicePage() {
  const { id, name, q, rows } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("deskPeople");
  return (
    <Page
      width="wide"
      title={t("mergeChoice.title")}
      lead={t("mergeChoice.lead", { name: name.name })}
      crumbs={[
        { to: to.people({ locale }), label: t("list.title") },
        {
          to: to.person({ locale, person: id }),
          label: <span lang={name.isJapanese ? "ja" : undefined}>{name.name}</span>,
        },
      ]}
    >
      <Filters
        submit={t("list.filter.button")}
        look="plain"
        search={<FilterText name="q" label={t("list.filter.q")} value={q} />}
        className="mb-6 max-w-2xl"
      />
      {rows.length ? (
        <Panel as="ul" isRuled className="max-w-2xl">
          {rows.map(({ id: other, name: shown, institution, post, email }) => (
            <li key={other} className="p-4">
              <a
                className="link font-bold"
                href={to.merge({ locale, person: id, other })}
                lang={shown.isJapanese ? "ja" : undefined}
              >
                {shown.name}
              </a>
              <SecondLine>
                {" "}
                <LocalText value={institution} />
              </SecondLine>
              {post ? <SecondLine> {post}</SecondLine> : null}
              {email ? <SecondLine className="wrap-anywhere"> {email}</SecondLine> : null}
            </li>
          ))}
        </Panel>
      ) : (
        <Empty title={t("list.empty.title")}>{t("list.empty.text")}</Empty>
      )}
    </Page>
  );
}
