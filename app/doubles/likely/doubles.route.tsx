import { useLoaderData } from "@remix-run/react";
import { may } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { type ShownName, shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { listDoubles, listShown } from "./doubles.queries.ts";

export const loader = guardedLoader("person.read", async ({ db, actor, reach, locale, at }) => {
  const { pairs, hasMore } = await listDoubles(db, reach);
  const people = await listShown(
    db,
    pairs.flatMap(({ ids }) => ids),
  );
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const shown = new Map(
    people.map(({ id, institutionId, post, email, ...names }) => [
      id,
      {
        ...{ id, name: shownName(names), institution: institutionOf(institutionId) },
        note: [post, email].filter(Boolean).join(" · "),
      },
    ]),
  );
  return {
    hasMore,
    mayMerge: may(actor, "person.change"),
    pairs: pairs.flatMap(({ ids: [one, other], by }) => {
      const [first, second] = [shown.get(one), shown.get(other)];
      return first && second ? [{ first, second, by }] : [];
    }),
  };
});

export default function DoublesPage() {
  const { pairs, hasMore, mayMerge } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("deskPeople");
  return (
    <Page
      width="wide"
      title={t("doubles.title")}
      lead={t("doubles.lead")}
      crumbs={[{ to: to.people({ locale }), label: t("list.title") }]}
    >
      {pairs.length ? (
        <Panel as="ul" isRuled className="max-w-5xl">
          {pairs.map(({ first, second, by }) => (
            <li key={`${first.id} ${second.id}`} className="grid items-start gap-4 p-4 sm:grid-cols-[1fr_1fr_auto]">
              <Shown {...first} />
              <Shown {...second} />
              <div className="sm:text-end">
                {mayMerge ? (
                  <Button look="plain" isSmall href={to.merge({ locale, person: first.id, other: second.id })}>
                    {t("doubles.compare")}
                  </Button>
                ) : null}
                <Hint className="mt-1">{by.map((one) => t(`alike.${one}`)).join(" · ")}</Hint>
              </div>
            </li>
          ))}
        </Panel>
      ) : (
        <Empty title={t("doubles.none")}>{t("doubles.noneText")}</Empty>
      )}
      {hasMore ? <Hint className="mt-4">{t("doubles.more")}</Hint> : null}
    </Page>
  );
}

type ShownProps = { id: string; name: ShownName; institution: Localised; note: string };

function Shown({ id, name, institution, note }: ShownProps) {
  const { locale } = useTranslation();
  return (
    <div>
      <a className="link font-bold" href={to.person({ locale, person: id })} lang={name.isJapanese ? "ja" : undefined}>
        {name.name}
      </a>
      <SecondLine>
        {" "}
        <LocalText value={institution} />
      </SecondLine>
      <SecondLine className="wrap-anywhere"> {note}</SecondLine>
    </div>
  );
}
