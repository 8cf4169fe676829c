import { useLoaderData } from "@remix-run/react";
import { may } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { longestTyped } from "#app/certificates/number.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SearchBox } from "#app/shell/search/search-box.tsx";
import { SearchKeySwitch } from "#app/shell/search/search-key-switch.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { findGroups, searchable } from "./groups.ts";
import { groupNames } from "./ranking.rules.ts";
import { ResultGroup } from "./result-group.tsx";

export const loader = guardedLoader("own.read", async (visit) => {
  const { locale, url } = visit;
  const q = queryText(url, "q", longestTyped);
  const only = queryChoice(url, "in", groupNames);
  const groups = await findGroups(visit, q, only);
  return {
    q,
    only,
    kinds: searchable(visit).map((name) =>
      name === "people" && may(visit.actor, "person.read") ? ("peopleWithin" as const) : name,
    ),
    groups: groups?.map((group) => ({ ...group, number: formatNumber(locale, group.total.count) })) ?? null,
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function SearchPage() {
  const { q, only, kinds, groups } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["search", "common"]);
  return (
    <Page
      title={q ? t("titleOf", { q }) : t("title")}
      heading={t("title")}
      width="wide"
      hasList={Boolean(groups?.length)}
    >
      <SearchBox place="page" q={q} />
      {only && groups?.length ? (
        <p className="mb-6">
          <a className="link" href={to.search({ locale }, { q })}>
            {t("everything")}
          </a>
        </p>
      ) : null}
      {groups?.length ? (
        <div id="list" className="max-w-5xl">
          {groups.map((group) => (
            <ResultGroup key={group.name} group={group} />
          ))}
        </div>
      ) : (
        <Nothing q={groups ? q : ""} only={only} kinds={kinds} />
      )}
      <SearchKeySwitch />
    </Page>
  );
}

/** What can be searched, before anything is; and what to try where nothing was found. */
function Nothing({ q, only, kinds }: Pick<Loaded, "q" | "only" | "kinds">) {
  const { t, locale } = useTranslation(["search", "common"]);
  const hints = (
    <ul className="mt-2 max-w-[65ch] list-disc space-y-1 ps-6">
      {kinds.map((kind) => (
        <li key={kind}>{t(`kind.${kind}`)}</li>
      ))}
    </ul>
  );
  if (!q)
    return (
      <section className="mb-10">
        <h2 className="text-xl">{t("what")}</h2>
        {hints}
        <p className="mt-4 max-w-[65ch] text-hint">{t("how")}</p>
      </section>
    );
  return (
    <div className="mb-10" role="status">
      <Empty
        title={t("none.title", { q })}
        action={
          only ? (
            <Button look="plain" href={to.search({ locale }, { q })}>
              {t("everything")}
            </Button>
          ) : null
        }
      >
        <p>{t("none.text")}</p>
        <p className="mt-2">{t("how")}</p>
      </Empty>
    </div>
  );
}
