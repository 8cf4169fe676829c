import type { AddressQuery } from "#app/address-makers.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownName } from "#app/people/names.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterText } from "#app/ui/form/filters.tsx";
import { fieldId, PostForm, useFormState } from "#app/ui/form/form.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { Empty } from "#app/ui/notice.tsx";

type Row = { id: string; name: ShownName; post: string; isEnrolled: boolean; isNominated: boolean };
type Props = {
  code: string;
  query: AddressQuery;
  institutionId: string;
  q: string;
  hasMore: boolean;
  people: Row[];
};

/** People of one's own institution who are known already: some of them are nominated together. */
export function PeopleChoice({ code, query, institutionId, q, hasMore, people }: Props) {
  const { t, locale } = useTranslation("nominations");
  const path = to.newNominee({ locale, code });
  return (
    <>
      <form action={path} className="max-w-3xl">
        {query.sender ? <input type="hidden" name="sender" value={String(query.sender)} /> : null}
        <Panel pad="narrow" className="mb-6 flex flex-wrap items-end gap-4">
          <FilterText name="q" label={t("new.search")} value={q} />
          <Button look="plain">{t("new.find")}</Button>
        </Panel>
      </form>
      {people.length ? (
        <PostForm part="people" labels={{ p: t("new.people") }} className="max-w-3xl">
          <input type="hidden" name="institutionId" value={institutionId} />
          <People people={people} />
          {hasMore ? <Hint className="mb-4">{t("new.more")}</Hint> : null}
          <Button look="main">{t("new.button")}</Button>
        </PostForm>
      ) : (
        <Empty title={t("new.none")} />
      )}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <a className="link" href={to.newNominee({ locale, code }, { ...query, step: "person" })}>
          {t("new.toPerson")}
        </a>
        <a className="link" href={to.nomineeList({ locale, code }, query)}>
          {t("list.link")}
        </a>
      </p>
    </>
  );
}

function People({ people }: { people: Row[] }) {
  const { t } = useTranslation("nominations");
  const { values, errors } = useFormState();
  const chosen = [values.p ?? []].flat();
  const error = errors.p;
  return (
    <fieldset id={fieldId("p")} tabIndex={-1} className={`mb-6 ${error ? "border-s-4 border-bad ps-4" : ""}`}>
      <legend className="mb-2 text-lg font-bold text-ink">{t("new.people")}</legend>
      {error ? (
        <p className="wrong">
          <MessageText message={error} />
        </p>
      ) : null}
      <Panel as="ul" isRuled>
        {people.map(({ id, name, post, isEnrolled, isNominated }) => {
          const isOut = isEnrolled || isNominated;
          return (
            <li key={id}>
              <label className={`flex items-start gap-4 p-4 ${isOut ? "" : "cursor-pointer"}`}>
                <input
                  type="checkbox"
                  name="p"
                  value={id}
                  defaultChecked={chosen.includes(id)}
                  disabled={isOut}
                  className="mt-1 size-5 shrink-0 accent-key"
                />
                <span>
                  <PersonName value={name} />
                  {post ? <SecondLine>{post}</SecondLine> : null}
                  {isOut ? <SecondLine>{t(isEnrolled ? "new.enrolled" : "new.nominated")}</SecondLine> : null}
                </span>
              </label>
            </li>
          );
        })}
      </Panel>
    </fieldset>
  );
}
