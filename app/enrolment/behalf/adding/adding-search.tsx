import { to } from "#app/addresses.ts";
import { isOutside } from "#app/enrolment/rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterText } from "#app/ui/form/filters.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import type { Addable } from "./addable-view.ts";

type Props = {
  code: string;
  q: string;
  free: number;
  chosen: Addable[];
  found: Addable[];
  hasMore: boolean;
  isNothingChosen: boolean;
};

/** One form: whoever looks for the next keeps those who are ticked. */
export function AddingSearch({ code, q, free, chosen, found, hasMore, isNothingChosen }: Props) {
  const { t, locale } = useTranslation("behalf");
  const path = to.newParticipants({ locale, code });
  const addable = found.filter(({ state }) => isOutside(state)).length;
  const isEmpty = !chosen.length && !found.length;
  return (
    <>
      <p className="mb-6 max-w-[65ch]">{free ? t("adding.free", { count: free }) : t("adding.full")}</p>
      {isNothingChosen ? <Notice tone="warn" title={t("adding.nobody")} /> : null}
      <form action={path} className="max-w-4xl">
        <Panel pad="narrow" className="mb-8 flex flex-wrap items-end gap-4">
          <FilterText name="q" label={t("adding.search")} value={q} />
          <Button look="main">{t("adding.find")}</Button>
          <Hint className="w-full">{t("adding.searchHint")}</Hint>
        </Panel>
        <People title={t("adding.chosen")} people={chosen} areChosen />
        <People title={t("adding.found")} people={found} />
        {hasMore ? <Hint className="mb-6">{t("adding.more")}</Hint> : null}
        {q && !found.length ? (
          <Empty title={t("adding.none.title")}>{t(chosen.length ? "adding.none.others" : "adding.none.text")}</Empty>
        ) : null}
        <div className="flex flex-wrap gap-4">
          {isEmpty ? null : (
            <Button look="main" name="step" value="review">
              {t("adding.continue")}
            </Button>
          )}
          {addable > 1 ? (
            <Button look="plain" name="step" value="all">
              {t("adding.all", { count: addable })}
            </Button>
          ) : null}
          <Button look="plain" href={to.newParticipants({ locale, code }, { step: "person" })}>
            {t("adding.newPerson")}
          </Button>
        </div>
      </form>
    </>
  );
}

function People({ title, people, areChosen }: { title: string; people: Addable[]; areChosen?: boolean }) {
  if (!people.length) return null;
  return (
    <fieldset className="mb-8">
      <legend className="mb-2 text-lg font-bold text-ink">{title}</legend>
      <Panel as="ul" isRuled>
        {people.map((person) => (
          <li key={person.id}>
            <Person {...person} isChosen={areChosen ?? false} />
          </li>
        ))}
      </Panel>
    </fieldset>
  );
}

function Person({ id, name, institution, post, state, clashes, isReached, isChosen }: Addable & { isChosen: boolean }) {
  const { t } = useTranslation(["behalf", "enrolment", "attendance"]);
  const mayAdd = isOutside(state);
  return (
    <label className={`flex items-start gap-4 p-4 ${mayAdd ? "cursor-pointer" : ""}`}>
      <input
        type="checkbox"
        name="p"
        value={id}
        defaultChecked={isChosen && mayAdd}
        disabled={!mayAdd}
        className="mt-1 size-5 shrink-0 accent-key"
      />
      <span>
        <PersonName value={name} />
        <SecondLine>
          <LocalText value={institution} />
        </SecondLine>
        {post ? <SecondLine>{post}</SecondLine> : null}
        {mayAdd ? null : (
          <SecondLine>{t("adding.here", { state: t(`enrolment:state.${state as "reserve"}`) })}</SecondLine>
        )}
        {clashes ? <SecondLine>{t("attendance:participants.clash", { workshops: clashes })}</SecondLine> : null}
        {isReached ? null : <SecondLine>{t("adding.unreached")}</SecondLine>}
      </span>
    </label>
  );
}
